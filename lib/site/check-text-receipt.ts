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
  /** The sentence it stands in, cut at the words that are read with it. */
  readonly sentence: { readonly before: string; readonly said: string; readonly after: string };
  /** What the reading that fits best rests on; null where none does. */
  readonly receipt: FigureReceipt | null;
  /** Other readings that were looked at, the best first. */
  readonly others: readonly OtherReading[];
}

/** What stands behind a reading of a figure. */
export interface FigureReceipt extends Pick<Receipt, "cells" | "cellCount" | "snapshots"> {
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
