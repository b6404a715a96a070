"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from "react";
import { searchPath } from "#lib/site/search-found";
import "../../_styles/search-dialog.css";
import {
  forgetSearches,
  openBySlash,
  opensBySlash,
  recentSearches,
  rememberSearch,
} from "./search-memory.ts";
import { optionGroups, type SearchOption } from "./search-options.ts";
import { SearchList } from "./search-list.tsx";
import { statusOf } from "./search-status.ts";
import { useSearch } from "./use-search.ts";

/**
 * The search over any page: a box, and under it what is found while the reader types (the combobox pattern of the ARIA
 * Authoring Practices: the focus stays in the box, the arrows choose a line). Enter without a line opens the search's page.
 */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const [recent, setRecent] = useState(recentSearches);
  const [bySlash, setBySlash] = useState(opensBySlash);
  const typed = text.trim();
  const state = useSearch(typed);
  const groups = optionGroups(state.found, typed, recent);
  const options = groups.flatMap((group) => group.options);
  const active = options.find(({ id }) => id === chosen);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  useEffect(() => {
    if (chosen !== null) document.getElementById(chosen)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  function go(path: string) {
    rememberSearch(typed);
    dialog.current?.close();
    router.push(path);
  }

  function take(option: SearchOption) {
    setChosen(null);
    if (option.type === "page") go(option.item.path);
    else setText(option.text);
  }

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (active !== undefined) take(active);
    else go(searchPath(typed));
  }

  function choose(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || options.length === 0) return;
    event.preventDefault();
    const at = options.findIndex(({ id }) => id === chosen);
    // Before the first line and after the last comes the box itself.
    const next = at === -1 && step === -1 ? options.length - 1 : at + step;
    setChosen(options[next]?.id ?? null);
  }

  return (
    <dialog
      ref={dialog}
      className="search-dialog"
      aria-label="Search"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div className="search-dialog-body">
        <form action="/search" role="search" onSubmit={submit}>
          <input
            className="search-box"
            name="q"
            type="search"
            role="combobox"
            aria-label="Search articles, claims, series, areas, charts, releases and the glossary"
            aria-expanded={options.length > 0}
            aria-controls="search-lines"
            aria-autocomplete="list"
            aria-activedescendant={active?.id}
            placeholder="Japan holdings, net purchases, luxembourg …"
            value={text}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            autoFocus
            onChange={(event) => {
              setText(event.target.value);
              setChosen(null);
            }}
            onKeyDown={choose}
          />
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </form>
        <p className="search-status" role="status">
          {statusOf(state, typed)}
        </p>
        <SearchList groups={groups} chosen={active?.id} onTake={take} />
        <p className="search-foot">
          {typed === "" ? null : <a href={searchPath(typed)}>All that is found</a>}
          {recent.length === 0 || typed !== "" ? null : (
            <button
              type="button"
              onClick={() => {
                forgetSearches();
                setRecent([]);
              }}
            >
              Forget recent searches
            </button>
          )}
          <label>
            <input
              type="checkbox"
              checked={bySlash}
              onChange={({ target: { checked } }) => {
                openBySlash(checked);
                setBySlash(checked);
              }}
            />{" "}
            The <kbd>/</kbd> key opens this, as <kbd>Ctrl K</kbd> does
          </label>
        </p>
      </div>
    </dialog>
  );
}
