import type { VintageDate } from "#lib/series/observation";
import type { Outcome } from "#lib/suggest/found-figure";
import type { Receipt, Standing } from "./receipt.ts";

/** A figure of a pasted text, and what the store says of it. Texts are ready to print. */
export interface CheckedFigure {
  /** The figure as written. */
  readonly text: string;
  readonly outcome: Outcome;
  /** Of a supported figure: whether it is the value to its last digit. */
  readonly isExact: boolean;
  /** A sentence: what holds, since when it does not, what is missing. */
  readonly note: string;
  /** What would be right instead, short: "now $75.1 billion"; null where nothing is known to be wrong. */
  readonly instead: string | null;
  /** The sentence it stands in, cut at the words that are read with it; null where the page has no room for it. */
  readonly sentence: FigureSentence | null;
  /** What the reading that fits best rests on; null where none does, and where the page has no room for it. */
  readonly receipt: FigureReceipt | null;
  /** What is said of that reading where there is no room for more. */
  readonly inShort: ShortReceipt | null;
  /** Other readings that were looked at, the best first. */
  readonly others: readonly OtherReading[];
}

export interface FigureSentence {
  readonly before: string;
  readonly said: string;
  readonly after: string;
}

/** The least by which a reading can be looked up. */
export interface ShortReceipt extends Pick<FigureReceipt, "expression" | "computed" | "asOf"> {
  /** The first of the series it rests on; null where it rests on none. */
  readonly key: string | null;
}

/** What stands behind a reading of a figure. */
export interface FigureReceipt extends Pick<Receipt, "cells" | "cellCount"> {
  readonly expression: string;
  /** The computation in words. */
  readonly words: string;
  /** The vintage it was read at, and its value then. */
  readonly asOf: VintageDate;
  readonly computed: string;
  /** The values that the words stand for; null where they are not said in figures. */
  readonly interval: string | null;
  /** Why it is taken for what is meant. */
  readonly reasons: readonly string[];
  /** Its value at each vintage that changed it, oldest first. */
  readonly readings: readonly FigureReading[];
  /** How many such vintages are left out between the first and the last ones. */
  readonly readingsLeft: number;
  /** The series it rests on. */
  readonly series: readonly { readonly key: string; readonly title: string }[];
  readonly citation: string;
}

/** A figure with all that is known of it, before it is known how many others there are. */
export interface DescribedFigure extends Omit<CheckedFigure, "inShort" | "receipt" | "sentence"> {
  readonly sentence: FigureSentence;
  readonly receipt: (FigureReceipt & Pick<Receipt, "snapshots">) | null;
}

/** The value of a reading from one vintage on, until the next that changed it. */
export interface FigureReading {
  readonly vintage: VintageDate;
  readonly computed: string;
  readonly standing: Standing;
}

/** A reading that was looked at and fits less well. */
export interface OtherReading {
  readonly expression: string;
  readonly words: string;
  readonly computed: string;
  readonly asOf: VintageDate;
}
