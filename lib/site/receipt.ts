import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { Standing, VintageReading } from "#lib/articles/read-claim-at";
import type { ArticleSource } from "#lib/articles/frontmatter";
import type { Condition } from "#lib/claims/conditions";
import type { Verdict } from "#lib/claims/judgement";

export type { Standing, VintageReading };

/** How a claim stood when it was written. One that did not hold never gets a receipt: the gate keeps it off the site. */
export type HeldVerdict = Extract<Verdict, "holds" | "holds-rounded">;

/** One row of "the cells used". Texts are ready to print; `value` is the decimal as published. */
export interface ReceiptCell {
  readonly key: string;
  readonly title: string;
  readonly period: Period;
  readonly value: string | null;
  /** "USD million" */
  readonly unit: string;
  /** The earliest vintage held that has this value, and its file. */
  readonly knownFrom: VintageDate;
  readonly file: string;
  readonly sha256: string;
  readonly line: number | null;
  readonly column: number | null;
  /** Row and column as the source file names them: "China, Mainland (41408)", "for_lt_treas_pos". */
  readonly row: string;
  readonly field: string;
}

/** What vintages in a row answered. */
export interface VintageRun extends VintageReading {
  /** The last of them; `vintage` is the first. */
  readonly through: VintageDate;
}

/** One expression of a claim that has several. */
export interface ReceiptPart {
  /** The words that say something of it. */
  readonly said: string;
  readonly words: string;
  readonly computed: string;
  /** The values that the words stand for; null for periods and records, which are named. */
  readonly interval: string | null;
}

/** What a reader opens behind a claim. Everything is text, ready to print, and safe to send to a browser. */
export interface Receipt {
  readonly id: string;
  readonly article: { readonly slug: string; readonly title: string };
  /** Permanent path: `/articles/<slug>/claims/<id>`. */
  readonly path: string;
  /** The sentence the claim stands in, cut at the claim. */
  readonly sentence: { readonly before: string; readonly claim: string; readonly after: string };
  readonly expression: string;
  /** The computation in words. */
  readonly words: string;
  /** Each of its expressions, where there are several: "sold in eleven of the twelve months" says two things. */
  readonly parts: readonly ReceiptPart[];
  /** For a statement: the comparisons it rests on and their values; empty for a figure. */
  readonly conditions: readonly Condition[];
  /** Where a figure in the expression comes from that the store does not hold; null for most claims. */
  readonly quotedFrom: ArticleSource | null;
  readonly asOf: VintageDate;
  /**
   * Whether the claim names its vintage itself ("first printed as …"). Such a sentence is about that vintage and stays
   * true whatever later ones say, so its standing is its verdict.
   */
  readonly pinned: boolean;
  readonly verdict: HeldVerdict;
  /** Against the newest vintage held. */
  readonly standing: Standing;
  /** The value computed, unrounded. */
  readonly computed: string;
  /** The values that its words stand for: "from $1.615 trillion up to, but not including, $1.625 trillion"; null for a statement. */
  readonly interval: string | null;
  /** At most `cellLimit` rows; `cellCount` says how many there are. */
  readonly cells: readonly ReceiptCell[];
  readonly cellCount: number;
  readonly snapshots: readonly {
    readonly release: string;
    readonly vintage: VintageDate;
    readonly file: string;
    readonly url: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly retrieved: string | null;
    readonly note: string | null;
  }[];
  /** Each vintage after `asOf` that a release used here has had, oldest first. */
  readonly later: readonly VintageReading[];
  /** The vintages before `asOf`, oldest first, those together that gave one answer: how the figure came to be what it is. */
  readonly earlier: readonly VintageRun[];
  /** Who published the figures, which files, who computed. The page adds the receipt's full address. */
  readonly citation: string;
}
