import { Decimal } from "#lib/series/decimal";
import { formatPeriod } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { Period } from "#lib/series/period";
import { findArea } from "#lib/store/area-rows";
import { readLatest } from "#lib/store/latest";
import { compareVintages } from "#lib/store/revision-rows";
import { findSeries } from "#lib/store/series-rows";
import type { Store } from "#lib/store/store";
import { listVintages } from "#lib/store/vintage-rows";
import { headlineAmount } from "./headline-amount.ts";

/** The holdings of Treasury securities by country, which are printed each month and revised. */
const [release, keyStart] = ["mfh", "mfh.holdings."] as const;

/** Of whom the text says what is right, and of whom what is wrong. */
const [rightly, wrongly] = ["japan", "canada"] as const;

/**
 * A text to try, made from what the store holds: a figure that is right, one that was right before it was revised, one that never
 * was, and one that no table here has. What cannot be made is left out; empty when the table is not held.
 */
export async function sampleText(store: Store): Promise<string> {
  const days = (await listVintages(store, release)).map(({ date }) => date);
  const newest = days.at(-1);
  if (newest === undefined) return "";
  const [right, wrong, revised] = await Promise.all([
    newestHolding(store, rightly, newest),
    newestHolding(store, wrongly, newest),
    revisedHolding(store, days.at(-2), newest),
  ]);
  const sentences = [
    right && `Japan held ${right.amount} of U.S. Treasury securities at the end of ${right.month}.`,
    wrong &&
      `Canada’s holdings of Treasury securities were ${inflate(wrong.value)} at the end of ${wrong.month}.`,
    revised &&
      `At the end of ${revised.month}, ${revised.name} held ${revised.amount} of Treasury securities.`,
  ].filter((sentence) => sentence !== null);
  if (sentences.length === 0) return "";
  const other = "Over the same months the price of gold rose by 9.4 percent.";
  return `Who holds the debt\n\n${[...sentences, other].join(" ")}\n`;
}

interface Holding {
  readonly amount: string;
  /** In dollars. */
  readonly value: Decimal;
  readonly month: string;
}

async function newestHolding(
  store: Store,
  area: string,
  asOf: VintageDate,
): Promise<Holding | null> {
  const key = keyStart + area;
  const cell = (await readLatest(store, [key], asOf)).get(key)?.latest;
  if (cell === undefined || cell.value === null) return null;
  return holdingOf(store, key, cell.period, cell.value);
}

/** What the vintage before printed of a country and the newest no longer does: the largest such revision. */
async function revisedHolding(
  store: Store,
  before: VintageDate | undefined,
  newest: VintageDate,
): Promise<(Holding & { readonly name: string }) | null> {
  if (before === undefined) return null;
  const { largest } = await compareVintages(store, release, before, newest, 200);
  for (const { kind, key, period, before: first, after } of largest) {
    const slug = key.startsWith(keyStart) ? key.slice(keyStart.length) : "";
    if (kind !== "revised" || first === null || after === null) continue;
    if (slug === rightly || slug === wrongly) continue;
    const area = await findArea(store, slug);
    // "China, Mainland" is a name of a table and not of a sentence.
    if (area?.kind !== "country" || !/^[A-Z][A-Za-z ]+$/.test(area.name)) continue;
    const [then, now] = [
      await holdingOf(store, key, period, first),
      await holdingOf(store, key, period, after),
    ];
    if (then === null || then.amount === now?.amount) continue;
    return { ...then, name: area.name.startsWith("United ") ? `the ${area.name}` : area.name };
  }
  return null;
}

async function holdingOf(
  store: Store,
  key: string,
  period: Period,
  published: string,
): Promise<Holding | null> {
  const series = await findSeries(store, key);
  if (series === null) return null;
  const value = new Decimal(published).times(Decimal.pow(10, series.multiplier));
  return { value, amount: headlineAmount(value, "USD"), month: formatPeriod(period) };
}

/** A quarter more than was held. */
function inflate(value: Decimal): string {
  return headlineAmount(value.times("1.25"), "USD");
}
