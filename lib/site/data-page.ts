import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { Area, Series } from "#lib/series/series";
import type { Release, Vintage } from "#lib/series/vintage";
import type { RecordedViolation } from "#lib/store/violation-rows";
import type { ChartView } from "./chart-view.ts";
import type { Fan } from "./data-fan.ts";
import type { ObservationHistory, RevisionCount, RevisionStep } from "./data-history.ts";
import type { Kin } from "./data-kin.ts";
import type { OfferedClaim } from "./offered-claims.ts";
import type { SeriesUse } from "./data-uses.ts";

/** One observation as the page's table prints it. Amounts are in the unit of the series, as published. */
export interface DataValue {
  readonly period: Period;
  readonly value: string | null;
  /**
   * Against the period before, or, of a sum of twelve months, against the one a year before in the same release; null where
   * there is none, or where it was measured in another way.
   */
  readonly change: string | null;
  /** It is part of a sum that does not hold. */
  readonly violated: boolean;
  readonly knownFrom: VintageDate;
  readonly line: number | null;
  readonly column: number | null;
}

/** The newest figure of a series, in words. */
export interface DataHeadline {
  readonly period: Period;
  /** As published. */
  readonly value: string;
  /** "$124.9 billion" */
  readonly amount: string;
  /** "up $12.1 billion on the month before"; null where the two cannot be compared. */
  readonly change: string | null;
  /** It is part of a sum that does not hold. */
  readonly violated: boolean;
}

/** Everything that the page of a series shows. */
export interface DataPage {
  readonly series: Series;
  readonly release: Release;
  readonly area: Area | null;
  /** Of the release, oldest first; there is at least one. */
  readonly vintages: readonly Vintage[];
  /** The vintage that the figures were read as of. */
  readonly vintage: Vintage;
  /** Why the page is not as of the day that was asked for; null when it is. */
  readonly notice: string | null;
  /** Null when no value is published. */
  readonly headline: DataHeadline | null;
  /** Null when there is nothing to draw. */
  readonly chart: ChartView | null;
  /** Newest first; only the recent ones unless all were asked for. */
  readonly values: readonly DataValue[];
  /** Rows that `values` has when all are asked for, and those of them with a value. */
  readonly valueCount: number;
  readonly valuedCount: number;
  /** Periods whose value is part of a sum that does not hold, oldest first. */
  readonly doubted: readonly Period[];
  /** Those between the first value and the last. */
  readonly breaks: readonly {
    readonly period: Period;
    readonly letter: string | null;
    readonly text: string;
  }[];
  readonly revisions: {
    readonly count: RevisionCount;
    /** Vintages that said something about this series, up to the one read. */
    readonly vintages: number;
    readonly fan: Fan | null;
    /** The largest first. */
    readonly steps: readonly RevisionStep[];
    /** Observations that more than one vintage printed differently, newest first. */
    readonly histories: readonly ObservationHistory[];
    readonly historyCount: number;
  };
  readonly violations: readonly RecordedViolation[];
  readonly uses: readonly SeriesUse[];
  readonly kin: readonly Kin[];
  /** The newest figure as an expression, to put in an article; null without one. */
  readonly expression: string | null;
  /** What the page shows as claims, to put in an article. */
  readonly claims: readonly OfferedClaim[];
  /** First and last period with a value. */
  readonly span: { readonly first: Period; readonly last: Period } | null;
}
