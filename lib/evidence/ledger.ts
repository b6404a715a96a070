import type { Verdict } from "#lib/claims/judgement";
import type { Value } from "#lib/expressions/value";
import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { Accepted } from "./accepted.ts";
import type { Step } from "./step.ts";

/** Every claim of an article with all that it rests on: what the page, the files and the bundle are written from. */
export interface Ledger {
  readonly article: {
    readonly slug: string;
    readonly headline: string;
    readonly dek: string;
    readonly byline: string;
    readonly published: string;
    readonly updated: string;
    readonly asOf: VintageDate;
  };
  /** The newest vintage held of the releases that the article reads. */
  readonly newest: VintageDate;
  /** In the order of the text. */
  readonly claims: readonly LedgerClaim[];
  /** Every cell that a claim rests on, each once: by series, period and vintage. */
  readonly cells: readonly LedgerCell[];
  /** The files that the cells stand in, and those of the vintages read: by release and vintage. */
  readonly sources: readonly LedgerSource[];
  /** The article as plain text, a number behind each claim. */
  readonly text: string;
}

export interface LedgerClaim {
  /** From 1, as counted on paper. */
  readonly number: number;
  readonly id: string;
  /** Of the receipt. */
  readonly path: string;
  readonly words: string;
  readonly sentence: string;
  readonly expression: string;
  /** The computation in words. */
  readonly computation: string;
  /** The value as text, unrounded. */
  readonly computed: string;
  /** The values that the words stand for, as text; null for a statement, a period or a record. */
  readonly interval: string | null;
  readonly asOf: VintageDate;
  /** Whether it names its vintage itself, and so is not judged by later ones. */
  readonly pinned: boolean;
  readonly verdict: Verdict;
  readonly standing: Verdict | "unanswered";
  /** What the newest vintage computes, or why it cannot. */
  readonly computedNow: string;
  readonly cellCount: number;
  /** Who gave a figure in the expression that no vintage has; null for most. */
  readonly quotedFrom: string | null;
  readonly parts: readonly LedgerPart[];
}

/** One expression of a claim, in a form that another program can compute. */
export interface LedgerPart {
  readonly said: string;
  readonly computation: string;
  readonly value: Value;
  readonly accepts: Accepted;
  readonly steps: Step;
}

export interface LedgerCell {
  readonly key: string;
  readonly title: string;
  readonly period: Period;
  /** The decimal as published. */
  readonly value: string;
  /** "USD million" */
  readonly unit: string;
  /** Power of ten of the unit: 6 for millions. */
  readonly multiplier: number;
  readonly knownFrom: VintageDate;
  readonly file: string;
  readonly sha256: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly row: string;
  readonly field: string;
}

export interface LedgerSource {
  readonly release: string;
  readonly vintage: VintageDate;
  readonly file: string;
  readonly url: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly retrieved: string | null;
  readonly note: string | null;
}
