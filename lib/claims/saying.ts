import type { ConditionName } from "#lib/expressions/functions";
import type { Dimension } from "#lib/series/format";
import type { Period } from "#lib/series/period";
import type { HedgeKind } from "./hedge-words.ts";
import type { Interval } from "./interval.ts";
import type { PrintedAmount } from "./printed-amount.ts";
import type { TextSpan } from "./text-span.ts";

/** What kind of thing words say of a value. */
export type Sense =
  /** "$1.62 trillion", "about 46 percent", "between $9.2 and $9.4 trillion" */
  | "amount"
  /** "fell", "rose by $5 billion", "unchanged", "doubled", "grew by a third" */
  | "change"
  /** "sold", "net sales of $208.1 billion" */
  | "side"
  /** "half", "more than twice", "most", "nearly all" */
  | "ratio"
  /** "more than", "higher", "up from", "a third more" */
  | "comparison"
  /** "third-largest", "among the ten largest" */
  | "rank"
  /** "lowest since September 2008", "second-highest on record", "the most in any month" */
  | "record"
  /** "September 2008" */
  | "period"
  /** "for the fourth month running", "ten of the twelve months" */
  | "count";

/**
 * What the expression must be for the words to be about it: a change in time, any difference or quotient of two things (a
 * change is one), a flow, a rank, a record, a count, a count of periods in a row.
 */
export type Need = "change" | "difference" | "flow" | "rank" | "record" | "count" | "run";

/** Which end of a list the words count from. */
export type Extreme = "highest" | "lowest";

/**
 * The dimension that values must have. `ratio` is a plain number or percent (half is 0.5 or 50 percent). `growth` is too,
 * but its percent count from the start (doubled is 2 or 100 percent); its interval is of the ratio. `any` fits all.
 */
export type SayingDimension = Dimension | "ratio" | "growth" | "any";

/** The values that the words accept. */
export type Accepted =
  | { readonly type: "values"; readonly dimension: SayingDimension; readonly interval: Interval }
  /** This period, or one within it: "2008" accepts September 2008. */
  | { readonly type: "period"; readonly period: Period }
  /** The period since when it is a record, as for `period`; null when there is none: it is the record of all. */
  | { readonly type: "record"; readonly since: Period | null; readonly place: number }
  /** A month without its year, 1 to 12, since when it is a record: the last one before the period of the value. */
  | { readonly type: "month"; readonly month: number }
  /** So many months from the period that the record reaches back to, up to that of the value. */
  | { readonly type: "reach"; readonly months: Interval }
  /** As many periods as lie behind this one, up to that of the value: "every year since 2019". */
  | { readonly type: "every"; readonly since: Period };

/** A part of a saying that says one thing, by offsets in the text. */
export interface SayingPart extends TextSpan {
  readonly role: "direction" | "hedge" | "figure" | "ratio" | "rank" | "record" | "count";
}

/** What some words say: the values they accept, and of what expression they can be said. */
export interface Saying extends TextSpan {
  /** The words as written. */
  readonly text: string;
  readonly sense: Sense;
  readonly accepts: Accepted;
  readonly needs: Need | null;
  readonly hedge: HedgeKind | null;
  readonly extreme: Extreme | null;
  /** 12 of "ten of the twelve months", else null. */
  readonly outOf: number | null;
  /** What the periods counted have in common: `rising` of "rose for four months running"; null when the text does not say. */
  readonly condition: ConditionName | null;
  /** The figure in digits or number words, without its hedge and direction; null when there is none. */
  readonly printed: PrintedAmount | null;
  readonly parts: readonly SayingPart[];
}
