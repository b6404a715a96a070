import type { TextSpan } from "#lib/claims/text-span";
import type { VintageDate } from "#lib/series/observation";
import type { Place } from "#lib/series/problem";
import type { Exemption } from "./exempt-figures.ts";

/** A sentence cut at the words that are marked. */
export interface Sentence {
  readonly before: string;
  readonly claim: string;
  readonly after: string;
}

/** Text with what is quoted or exempt in it, and the place in the file of each offset. */
export interface PlacedText {
  readonly text: string;
  readonly unheard: readonly TextSpan[];
  readonly placeOf: (offset: number) => Place;
}

/** The paragraph, heading or cell that marks stand in, as plain text. */
export interface Block extends PlacedText {
  /** The headings it stands under, the nearest first. */
  readonly headings: readonly string[];
  /** The paragraph before it under the same heading; empty when there is none. */
  readonly previous: string;
  /** What a reader takes together with it: the heads of the row and the column of a cell, the line that leads a list. */
  readonly leads: readonly PlacedText[];
}

/** Words tied to an expression. */
export interface ClaimMark {
  readonly type: "claim";
  /** `figure` (of="…"): the words say the value. `statement` (holds="…"): the expression must be true. */
  readonly form: "figure" | "statement";
  /** As written: one expression, or several with semicolons between them. */
  readonly expression: string;
  /** The vintage the claim names itself; null when it takes the article's. */
  readonly asOf: VintageDate | null;
  /** The source of a figure in the expression that the store does not hold ("first reported as …"); null for most. */
  readonly source: string | null;
  /** The id an editor gave; null when it is to be derived. */
  readonly givenId: string | null;
  readonly text: string;
  readonly sentence: Sentence;
  readonly block: Block;
  /** Where its words stand in the text of the block. */
  readonly from: number;
  readonly to: number;
  readonly at: Place;
  /** Where the expression starts, for errors that point into it. */
  readonly expressionAt: Place;
}

/** A figure that is somebody else's. Never ticked. */
export interface QuotedMark {
  readonly type: "quoted";
  readonly source: string;
  readonly text: string;
  readonly sentence: Sentence;
  readonly at: Place;
}

/** A figure that no data can check, and why. */
export interface ExemptMark {
  readonly type: "exempt";
  readonly reason: string;
  /** Why no data can speak on it; null for most, which say nothing that data could. */
  readonly because: Exemption | null;
  readonly text: string;
  readonly sentence: Sentence;
  readonly at: Place;
}

export type Mark = ClaimMark | QuotedMark | ExemptMark;
