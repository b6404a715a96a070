import { Decimal } from "#lib/series/decimal";
import { formatAmount } from "#lib/series/format";
import type { Cell, VintageDate } from "#lib/series/observation";

/** The one series of a release by which its revisions are told in a list: figures of one kind, so that a mean says something. */
export interface HeadlineOfRelease {
  readonly key: string;
  readonly label: string;
}

const headlines: Readonly<Record<string, HeadlineOfRelease>> = {
  slt1: {
    key: "slt1.total.net.grand-total",
    label: "net foreign purchases of U.S. long-term securities",
  },
  slt2: {
    key: "slt2.total.net.grand-total",
    label: "net U.S. purchases of foreign long-term securities",
  },
  slt3: {
    key: "slt3.total.holdings.grand-total",
    label: "foreign holdings of U.S. Treasury securities",
  },
  slt5: { key: "slt5.holdings.grand-total", label: "foreign holdings of U.S. Treasury securities" },
  mfh: { key: "mfh.holdings.grand-total", label: "foreign holdings of U.S. Treasury securities" },
  press: {
    key: "press.line-3",
    label: "net foreign purchases of U.S. long-term securities, by month (line 3)",
  },
};

/** The headline series of a release, or null. */
export function headlineOf(release: string): HeadlineOfRelease | null {
  return headlines[release] ?? null;
}

/** How much one vintage revised a series, in the unit of the series. */
export interface MeanRevision {
  /** How many of its observations it changed from one value to another. */
  readonly revised: number;
  /** Mean of their absolute differences, to one decimal: "12.3". */
  readonly mean: string;
}

/**
 * The mean absolute revision that each vintage made to a series, from its whole history (by period, then by vintage). A
 * vintage that changed no value is not in it; a value that came, or went missing, is no revision.
 */
export function meanRevisions(history: readonly Cell[]): ReadonlyMap<VintageDate, MeanRevision> {
  const sizes = new Map<VintageDate, Decimal[]>();
  history.forEach((cell, index) => {
    const before = history[index - 1];
    if (before?.period !== cell.period || before.value === null || cell.value === null) return;
    const size = new Decimal(cell.value).minus(before.value).abs();
    // A vintage loaded after a newer one is said again in that one: the same value twice is no revision.
    if (size.isZero()) return;
    sizes.set(cell.knownFrom, [...(sizes.get(cell.knownFrom) ?? []), size]);
  });
  return new Map(
    [...sizes].map(([date, all]) => {
      const total = all.reduce((sum, size) => sum.plus(size), new Decimal(0));
      const mean = formatAmount(total.div(all.length), "number", { decimals: 1 });
      return [date, { revised: all.length, mean }];
    }),
  );
}
