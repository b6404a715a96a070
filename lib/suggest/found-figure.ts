import type { TextSpan } from "#lib/claims/text-span";
import type { Expression } from "#lib/expressions/tree";
import type { Evaluation } from "#lib/expressions/value";
import type { VintageDate } from "#lib/series/observation";

/**
 * - `supported`: a reading that the words name gives the figure at the vintage that is asked for.
 * - `drifted`: it gave the figure at another vintage, and no longer does.
 * - `contradicted`: the words name one reading, and it never gave the figure.
 * - `unknown`: none of these can be said.
 */
export type Outcome = "supported" | "drifted" | "contradicted" | "unknown";

/** At which vintages a reading gives a figure. */
export interface Holding {
  /** Vintages at which what the reading rests on was first printed or changed, and at which it gave the figure. */
  readonly vintages: readonly VintageDate[];
  /** The first and the last of those; null when it gives the figure at none. */
  readonly first: VintageDate | null;
  readonly last: VintageDate | null;
  /** The first vintage from which on it no longer does; null when it does at the newest, or never did. */
  readonly until: VintageDate | null;
  /** At the newest vintage. */
  readonly isNow: boolean;
  /** The value at the newest vintage in words that say its sign; null when it has none. */
  readonly now: string | null;
}

/** An expression over the store that may be what words mean. */
export interface Proposal {
  readonly expression: string;
  readonly tree: Expression;
  /** 0 to 1: how often such a proposal is what was meant. */
  readonly confidence: number;
  /** Plain words: what names it, and what does not. */
  readonly reasons: readonly string[];
  /** The words a claim with this expression should hold: "decreased by $74.7 billion". */
  readonly said: TextSpan;
  /** Where it was read: the vintage of the text's own day where it gives the figure there, else one at which it does. */
  readonly asOf: VintageDate;
  readonly evaluation: Evaluation;
  /** Its value then, as text. */
  readonly computed: string;
  /** The same in words that say its sign: "net sales of $23.9 billion". */
  readonly told: string;
  readonly holding: Holding;
  /** The expressions that give the same of the same thing in other tables. */
  readonly twins: readonly string[];
}

/** A figure of a text, with what the store knows of it. Its span and all others are offsets in the source. */
export interface FoundFigure extends TextSpan {
  /** The figure as written: "$74.7 billion". */
  readonly text: string;
  /** As in the best proposal; the figure where there is none. */
  readonly said: TextSpan;
  readonly sentence: TextSpan;
  readonly outcome: Outcome;
  /** Of a contradicted figure: the figure is right, and what is said of it is not, which way it went or that it is a record. */
  readonly isRight?: boolean;
  /** The best first, at most 5. None of a contradicted figure gives it: the first is what the words name. */
  readonly proposals: readonly Proposal[];
  /** A sentence for a reader: what holds, since when it does not, what is missing. */
  readonly note: string;
}
