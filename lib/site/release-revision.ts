import { Decimal } from "#lib/series/decimal";
import { formatPeriod } from "#lib/series/format";
import type { Revision } from "#lib/series/revision";

/** One revision as a line of a ledger. Figures are in the unit of the series, as published. */
export interface RevisionLine {
  readonly key: string;
  readonly title: string;
  readonly period: string;
  /** Decimals as published, for a column set on the point; null where there is no value. */
  readonly before: string | null;
  readonly after: string | null;
  /** What stands in the place of `after` where it is null. */
  readonly gone: "withdrawn" | "n.a.";
  /** After less before; null when one side has no value. */
  readonly difference: string | null;
  /** From -1 to 1: the length of its bar, where 1 is the largest listed. Only ever drawn. */
  readonly bar: number;
}

/** One of the revisions listed, ready to print; its bar is measured by the largest of them. */
export function printRevision(revision: Revision, listed: readonly Revision[]): RevisionLine {
  const { key, title, period, before, after, difference, status } = revision;
  const largest = listed.reduce((most, { difference: one }) => {
    const size = new Decimal(one ?? 0).abs();
    return size.gt(most) ? size : most;
  }, new Decimal(0));
  return {
    ...{ key, title },
    period: formatPeriod(period),
    ...{ before, after, difference },
    gone: status === "withdrawn" ? "withdrawn" : "n.a.",
    bar:
      difference === null || largest.isZero() ? 0 : new Decimal(difference).div(largest).toNumber(),
  };
}
