import { Decimal } from "#lib/series/decimal";
import { formatAmount } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";
import {
  dollarsByPeriod,
  printAmount,
  sayDollars,
  unitFor,
  type AmountUnit,
} from "./area-amounts.ts";

/** Where a country stands among the countries in one holding. Texts are ready to print. */
export interface Standing {
  readonly key: string;
  readonly period: Period;
  readonly vintage: VintageDate;
  /** "$1.19 trillion" */
  readonly held: string;
  /** 1 is the largest; equal amounts share a place. */
  readonly rank: number;
  /** How many countries have a figure at this month. */
  readonly among: number;
  /** "12.8 percent" of the grand total; null where there is none. */
  readonly share: string | null;
  /** The countries just above and below, itself in between, the largest first. */
  readonly neighbours: readonly Neighbour[];
  readonly unit: AmountUnit;
}

export interface Neighbour {
  readonly area: string;
  readonly key: string;
  readonly name: string;
  readonly rank: number;
  readonly amount: string;
  readonly own: boolean;
}

interface Ranked {
  readonly series: Series;
  readonly amount: Decimal;
  readonly rank: number;
}

/** How many are shown above and below. */
const beside = 2;

/**
 * The place of a country's series among its peers at its newest month with a value. Only countries are ranked, by
 * `peers`: a total, a region or a memo item would be counted twice. Null when the series has no value.
 */
export async function standingOf(
  key: string,
  nameOf: (area: string) => string,
  reader: SeriesReader,
): Promise<Standing | null> {
  const series = await reader.describe(key);
  const vintage = series && (await reader.vintages(series.release)).at(-1);
  if (!series || !vintage) return null;
  const own = dollarsByPeriod((await reader.read([key], vintage.date)).get(key) ?? [], series);
  const period = [...own.keys()].at(-1);
  if (period === undefined) return null;
  const ranked = await rankPeers(key, period, vintage.date, reader);
  const at = ranked.findIndex((one) => one.series.key === key);
  const self = ranked[at];
  if (self === undefined) return null;
  const near = ranked.slice(Math.max(0, at - beside), at + beside + 1);
  const unit = unitFor(near.map(({ amount }) => amount));
  return {
    key,
    period,
    vintage: vintage.date,
    held: sayDollars(self.amount),
    rank: self.rank,
    among: ranked.length,
    share: await shareOf(self, period, vintage.date, reader),
    unit,
    neighbours: near.map(({ series: one, amount, rank }) => ({
      area: one.area,
      key: one.key,
      name: nameOf(one.area),
      rank,
      amount: printAmount(amount, unit) ?? "",
      own: one.key === key,
    })),
  };
}

/** All peers with a value, the largest first. */
async function rankPeers(
  key: string,
  period: Period,
  asOf: VintageDate,
  reader: SeriesReader,
): Promise<Ranked[]> {
  const peers = await reader.peers(key);
  const cells = await reader.read(
    peers.map((peer) => peer.key),
    asOf,
    { from: period, to: period },
  );
  const amounts = peers.flatMap((series) => {
    const amount = dollarsByPeriod(cells.get(series.key) ?? [], series).get(period);
    return amount === undefined ? [] : [{ series, amount }];
  });
  return amounts
    .map((one) => ({
      ...one,
      rank: 1 + amounts.filter(({ amount }) => amount.gt(one.amount)).length,
    }))
    .sort(
      (left, right) =>
        left.rank - right.rank || left.series.key.localeCompare(right.series.key, "en"),
    );
}

async function shareOf(
  { series, amount }: Ranked,
  period: Period,
  asOf: VintageDate,
  reader: SeriesReader,
): Promise<string | null> {
  const wholeKey = series.key.replace(/[^.]+$/, "grand-total");
  const whole = await reader.describe(wholeKey);
  if (whole === null) return null;
  const cells = await reader.read([wholeKey], asOf, { from: period, to: period });
  const total = dollarsByPeriod(cells.get(wholeKey) ?? [], whole).get(period);
  if (total === undefined || total.lte(0)) return null;
  const share = amount.div(total).times(100);
  if (share.gt(0) && share.lt("0.05")) return "less than 0.1 percent";
  return formatAmount(new Decimal(share), "percent", { decimals: 1 });
}
