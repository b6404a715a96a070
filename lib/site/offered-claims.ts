import { Decimal } from "#lib/series/decimal";
import { formatPeriod } from "#lib/series/format";
import { periodDistance, periodsBetween, shiftPeriod, type Period } from "#lib/series/period";
import type { Series } from "#lib/series/series";
import { amountInWords, differenceOf } from "./data-figures.ts";
import type { DataValue } from "./data-page.ts";

/** Something that the page of a series shows, as a claim to put into an article. */
export interface OfferedClaim {
  /** What it is: "December 2025", "Change from November 2025 to December 2025". */
  readonly what: string;
  readonly mdx: string;
}

type Measured = Pick<Series, "key" | "kind" | "multiplier" | "frequency" | "window" | "breaks">;
type Valued = Pick<DataValue, "period" | "value" | "violated">;

/**
 * The newest figure, its change, the sum of the last whole year of a flow, and what the whole record comes to, each in words
 * that the gate accepts. `values` are the newest first. A figure that does not add up is left out, and so is a difference or a sum
 * across a break: the two would be measured in two ways.
 */
export function offeredClaims(series: Measured, values: readonly Valued[]): OfferedClaim[] {
  const sound = values.filter(({ value, violated }) => value !== null && !violated);
  const [newest] = sound;
  if (newest === undefined) return [];
  const change = offeredChange(series, newest, before(series, newest, sound));
  const run = unbroken(series, sound);
  const ofRun =
    series.kind === "stock" || series.window > 1
      ? [offeredChange(series, newest, run.at(-1))]
      : [offeredYear(series, sound), offeredSum(series, run)];
  const claims = [offeredLevel(series, newest), change, ...ofRun].filter((claim) => claim !== null);
  return claims.filter(
    ({ mdx }, position) => claims.findIndex((other) => other.mdx === mdx) === position,
  );
}

/** One claim of the newest figure, for who has nothing else of the series. Null for a figure of nothing. */
export function offeredLevel(
  series: Pick<Series, "key" | "multiplier">,
  { period, value }: Pick<Valued, "period" | "value">,
): OfferedClaim | null {
  const words = value === null ? null : amountOf(value, series);
  return words === null
    ? null
    : toClaim(formatPeriod(period), `at(${series.key}, ${period})`, words);
}

function offeredChange(
  series: Measured,
  { period, value }: Valued,
  earlier: Valued | undefined,
): OfferedClaim | null {
  const difference = differenceOf(earlier?.value ?? null, value);
  if (earlier === undefined || difference === null || earlier.period === period) return null;
  const amount = amountOf(difference.replace(/^-/u, ""), series);
  if (amount === null) return null;
  const verb = difference.startsWith("-") ? "fell" : "rose";
  const isStep = periodDistance(earlier.period, period) === 1;
  const expression = `change(${series.key}, ${period}${isStep ? "" : `, ${earlier.period}`})`;
  const what = `Change from ${formatPeriod(earlier.period)} to ${formatPeriod(period)}`;
  return toClaim(what, expression, `${verb} by ${amount}`);
}

/** The last year of which every month is there. */
function offeredYear(series: Measured, sound: readonly Valued[]): OfferedClaim | null {
  if (series.frequency === "annual") return null;
  const perYear = series.frequency === "monthly" ? 12 : 4;
  const years = [...new Set(sound.map(({ period }) => period.slice(0, 4)))];
  for (const year of years) {
    const months = sound.filter(({ period }) => period.startsWith(year));
    if (months.length < perYear) continue;
    const [last, first] = [months[0], months.at(-1)];
    if (!last || !first || isBroken(series, first.period, last.period)) return null;
    return summed(series, months, year, `The sum of ${year}`);
  }
  return null;
}

function offeredSum(series: Measured, run: readonly Valued[]): OfferedClaim | null {
  const [last, first] = [run[0], run.at(-1)];
  if (!last || !first || first === last) return null;
  if (periodsBetween(first.period, last.period).length !== run.length) return null;
  const what = `The sum from ${formatPeriod(first.period)} to ${formatPeriod(last.period)}`;
  return summed(series, run, `${first.period}..${last.period}`, what);
}

function summed(
  series: Measured,
  values: readonly Valued[],
  range: string,
  what: string,
): OfferedClaim | null {
  const sum = values.reduce((total, { value }) => total.plus(value ?? 0), new Decimal(0));
  const words = amountOf(sum.toFixed(), series);
  return words === null ? null : toClaim(what, `sum(${series.key}, ${range})`, words);
}

/** What the newest figure is compared with: the period before, or of a sum of twelve months that a year before. */
function before(series: Measured, { period }: Valued, sound: readonly Valued[]) {
  const wanted = shiftPeriod(period, -series.window);
  return isBroken(series, shiftPeriod(wanted, 1 - series.window), period)
    ? undefined
    : sound.find((value) => value.period === wanted);
}

/** The newest figures back to the last break, the newest first. */
function unbroken(series: Measured, sound: readonly Valued[]): readonly Valued[] {
  const [newest] = sound;
  return sound.filter(
    ({ period }) =>
      newest !== undefined &&
      !isBroken(series, shiftPeriod(period, 1 - series.window), newest.period),
  );
}

/** Whether a new way of measuring began after one period and up to another. */
function isBroken({ breaks }: Measured, from: Period, to: Period): boolean {
  return breaks.some(({ period }) => period > from && period <= to);
}

/** "$5.2 billion", "minus $5.2 billion"; null for nothing, of which there is nothing to say. */
function amountOf(value: string, series: Pick<Series, "multiplier">): string | null {
  if (new Decimal(value).isZero()) return null;
  return value.startsWith("-")
    ? `minus ${amountInWords(value.slice(1), series)}`
    : amountInWords(value, series);
}

function toClaim(what: string, expression: string, words: string): OfferedClaim {
  return { what, mdx: `<Claim of="${expression}">${words}</Claim>` };
}
