"use client";

import { useEffect, useState, type ComponentType, type MouseEvent } from "react";
import { opensBySlash } from "./search-memory.ts";

interface DialogProps {
  readonly onClose: () => void;
}

/**
 * The way to the search in the head of every page. Without JavaScript it leads to its page; with it, it opens a dialog, as do
 * Ctrl-K and the slash key. The dialog's code is fetched when it is first wanted.
 */
export function SearchOpener() {
  const [dialog, setDialog] = useState<{ readonly Dialog: ComponentType<DialogProps> } | null>(
    null,
  );
  const [isOpen, setOpen] = useState(false);

  function open() {
    setOpen(true);
    if (dialog !== null) return;
    import("./search-dialog.client.tsx").then(
      ({ SearchDialog }) => setDialog({ Dialog: SearchDialog }),
      // The code cannot be had; the page of the search needs none.
      () => window.location.assign("/search"),
    );
  }

  useEffect(() => {
    function openByKey(event: KeyboardEvent) {
      const isSlash = event.key === "/" && !hasModifier(event) && !isTyping(event.target);
      const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!(isK && !event.shiftKey && !event.altKey) && !(isSlash && opensBySlash())) return;
      // What lies over the page keeps its keys.
      if (document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      open();
    }
    document.addEventListener("keydown", openByKey);
    return () => document.removeEventListener("keydown", openByKey);
  });

  function openByLink(event: MouseEvent) {
    if (hasModifier(event) || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open();
  }

  return (
    <>
      <a
        className="search-open"
        href="/search"
        onClick={openByLink}
        aria-keyshortcuts="Control+K /"
      >
        Search
      </a>
      {isOpen && dialog !== null ? <dialog.Dialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function hasModifier({
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey">) {
  return ctrlKey || metaKey || altKey;
}

/** Whether a key belongs to what has the focus. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}
