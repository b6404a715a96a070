import type { MouseEvent } from "react";
import { searchPath, type FoundItem } from "#lib/site/search-found";
import { MarkedText } from "./marked-text.tsx";
import type { OptionGroup, SearchOption } from "./search-options.ts";

interface ListProps {
  readonly groups: readonly OptionGroup[];
  /** Id of the line that the arrows have come to. */
  readonly chosen: string | undefined;
  readonly onTake: (option: SearchOption) => void;
}

/** What can be chosen in the dialog, under headings. Each line is a link too, to be opened wherever the reader likes. */
export function SearchList({ groups, chosen, onTake }: ListProps) {
  return (
    <div className="search-lines" id="search-lines" role="listbox" aria-label="Found">
      {groups.map(({ id, title, options }) => (
        <div key={id} role="group" aria-labelledby={id}>
          <p className="search-lines-title" id={id} role="presentation">
            {title}
          </p>
          {options.map((option) => (
            <Line key={option.id} option={option} isChosen={option.id === chosen} onTake={onTake} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface LineProps {
  readonly option: SearchOption;
  readonly isChosen: boolean;
  readonly onTake: ListProps["onTake"];
}

function Line({ option, isChosen, onTake }: LineProps) {
  function take(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onTake(option);
  }
  return (
    <a
      id={option.id}
      className="search-line"
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      href={option.type === "page" ? option.item.path : searchPath(option.text)}
      onClick={take}
    >
      {option.type === "search" ? <span>{option.text}</span> : <Page item={option.item} />}
    </a>
  );
}

function Page({ item: { title, place, figure } }: { item: FoundItem }) {
  return (
    <>
      <span className="search-line-title">
        <MarkedText pieces={title} />
      </span>
      {figure === null ? null : (
        <span className="search-line-figure">
          <span>{figure.value}</span> <span>{figure.note}</span>
        </span>
      )}
      {place === null ? null : <span className="search-line-place">{place}</span>}
    </>
  );
}
