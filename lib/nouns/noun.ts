import type { TextSpan } from "#lib/claims/text-span";

/** What a noun tells of a series: who holds or buys, which securities, what is measured. */
export type NounDimension = "area" | "class" | "measure";

/** All that words round a claim may tell: the nouns, and of which months. */
export type Dimension = NounDimension | "period";

/** Words of prose and what they may stand for: an entry of content/nouns.yml, or the name of an area. */
export interface Noun {
  readonly dimension: NounDimension;
  /** As an editor writes them. */
  readonly words: string;
  /** Empty for those whom no series counts. */
  readonly fits: ReadonlySet<string>;
  /** What else they stand for where foreign securities are spoken of: "stocks" are foreign stocks there. */
  readonly abroad: ReadonlySet<string>;
  /** What they may stand beside without naming it. */
  readonly beside: ReadonlySet<string> | "any";
  /** Names what it fits together, and none of it alone: "custody centers" over Belgium stands beside it. */
  readonly isSet: boolean;
  /** Only before one of these; null when anything may follow. */
  readonly next: readonly string[] | null;
  /** Not before one of these. */
  readonly notNext: readonly string[];
}

/** A noun at its place in a text. */
export interface NounMention extends TextSpan {
  readonly noun: Noun;
}
