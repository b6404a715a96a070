import { beginnings, type FoundItem, type SearchFound } from "#lib/site/search-found";

/** One line that the reader can choose: a page, or a search. */
export type SearchOption = (
  | { readonly type: "page"; readonly item: FoundItem }
  | { readonly type: "search"; readonly text: string }
) & { readonly id: string };

/** Lines under one heading. */
export interface OptionGroup {
  readonly id: string;
  readonly title: string;
  readonly options: readonly SearchOption[];
}

/** So many of each kind stand in the dialog; its page has more. */
const mostPages = 4;

/** The lines for what was found; before anything is typed, and where nothing was found, other searches. */
export function optionGroups(
  found: SearchFound | null,
  typed: string,
  recent: readonly string[],
): OptionGroup[] {
  const groups =
    found?.groups.map(({ kind, title, items, total }) => ({
      id: kind,
      title: total > mostPages ? `${title} (${total})` : title,
      lines: items.slice(0, mostPages).map((item) => ({ type: "page", item }) as const),
    })) ?? [];
  const searches = (id: string, title: string, texts: readonly string[]) => ({
    id,
    title,
    lines: texts.map((text) => ({ type: "search", text }) as const),
  });
  // What stands there before anything is typed waits for no answer.
  const all =
    typed === ""
      ? [searches("recent", "Recent", recent), searches("begin", "Where to begin", beginnings)]
      : [
          ...groups,
          ...(found === null
            ? []
            : [searches("suggested", "These find something", found.suggested)]),
        ];
  return all
    .filter(({ lines }) => lines.length > 0)
    .map(({ id, title, lines }) => ({
      id: `search-${id}`,
      title,
      options: lines.map((line, position) => ({ ...line, id: `search-${id}-${position}` })),
    }));
}
