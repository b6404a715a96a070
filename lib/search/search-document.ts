/** What a document is, in the words of the site. */
export const documentKinds = ["article", "claim", "area", "chart", "release", "term"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A figure to show beside what was found. Texts are ready to print. */
export interface DocumentFigure {
  readonly value: string;
  /** What it is of: "April 2026", "as of June 18, 2026". */
  readonly note: string;
}

/** Something of the site that can be found. */
export interface SearchDocument {
  readonly kind: DocumentKind;
  readonly path: string;
  readonly title: string;
  /** Other words that name it; they are not shown. */
  readonly names: readonly string[];
  /** What it says: shown where words of it are found. */
  readonly text: string;
  /** Where it stands, in a few words: the article of a section. Null where the title says all. */
  readonly place: string | null;
  readonly figure: DocumentFigure | null;
}
