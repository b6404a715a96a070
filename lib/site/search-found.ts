import type { MarkedPiece } from "#lib/search/mark-words";
import type { DocumentFigure, DocumentKind } from "#lib/search/search-document";

/** What is found together: series, or documents of one kind. */
export type FoundKind = DocumentKind | "series";

/** One thing found. Texts are ready to print, cut at the words that were looked for. */
export interface FoundItem {
  readonly path: string;
  readonly title: readonly MarkedPiece[];
  /** The part of its text that has the words; empty where the title says all. */
  readonly excerpt: readonly MarkedPiece[];
  /** Where it stands; null where the title says all. */
  readonly place: string | null;
  readonly figure: DocumentFigure | null;
}

export interface FoundGroup {
  readonly kind: FoundKind;
  /** "Areas" */
  readonly title: string;
  readonly total: number;
  /** In how many places these are, where one thing may be found in several: the sections of an article. */
  readonly places: number;
  readonly items: readonly FoundItem[];
  /** Where the rest is listed; null when all is here, or no list has the rest. */
  readonly more: string | null;
}

/** What a search finds. Plain data: it crosses to the browser. */
export interface SearchFound {
  /** As looked for; empty when nothing was asked. */
  readonly text: string;
  /** The words looked for instead of those typed; null when these are. */
  readonly meant: string | null;
  /** The group with the best fit first. */
  readonly groups: readonly FoundGroup[];
  /** Other searches: where nothing was found those that find something, and before anything was typed where to begin. */
  readonly suggested: readonly string[];
}

export const groupTitles: Readonly<Record<FoundKind, string>> = {
  area: "Areas",
  article: "Articles",
  series: "Series",
  claim: "Claims",
  chart: "Charts",
  release: "Releases",
  term: "Glossary",
};

/** Where to begin, before anything is typed. */
export const beginnings: readonly string[] = [
  ...["Japan holdings", "net purchases", "custodial bias", "official holders"],
  ...["Treasury bills", "lowest since"],
];

/** The address of a search. */
export function searchPath(text: string): string {
  return text === "" ? "/search" : `/search?${new URLSearchParams({ q: text }).toString()}`;
}
