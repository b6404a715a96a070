import { Decimal } from "#lib/series/decimal";
import { formatPeriod, formatPublished, minusSign } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { unitLabel } from "#lib/series/unit";
import type { RecordedViolation } from "#lib/store/violation-rows";

/** Published figures that do not add up, ready to print. */
export interface ViolationWords {
  readonly release: string;
  readonly date: VintageDate;
  /** "line 3 = line 4 + line 9" */
  readonly identity: string;
  readonly key: string;
  readonly title: string;
  readonly period: string;
  readonly found: string;
  /** The figures on the right as they stand, "244.4 − 95.7"; null where the identity does not name them by line. */
  readonly terms: string | null;
  readonly expected: string;
  readonly difference: string;
  /** The difference without its sign, exact: what the list is sorted by. */
  readonly size: string;
  readonly tolerance: string;
  readonly unit: string;
  readonly acknowledged: boolean;
  readonly line: number;
  readonly column: number;
  readonly against: { readonly release: string; readonly date: VintageDate } | null;
}

/** Says violations in words, in the order given. */
export async function explainViolations(
  violations: readonly RecordedViolation[],
  reader: SeriesReader,
): Promise<ViolationWords[]> {
  return Promise.all(violations.map((violation) => explain(violation, reader)));
}

async function explain(
  violation: RecordedViolation,
  reader: SeriesReader,
): Promise<ViolationWords> {
  const { release, date, identity, key, period, found, expected } = violation;
  const series = await reader.describe(key);
  return {
    ...{ release, date, identity, key },
    title: series?.title ?? key,
    period: formatPeriod(period),
    found: formatPublished(found),
    terms: await termsOf(violation, reader),
    expected: formatPublished(expected),
    difference: formatPublished(violation.difference),
    size: violation.difference.replace("-", ""),
    tolerance: formatPublished(violation.tolerance),
    unit: series === null ? "" : unitLabel(series.unit, series.multiplier),
    acknowledged: violation.acknowledged,
    line: violation.line,
    column: violation.column,
    against: violation.against,
  };
}

/**
 * The right side with its figures: "line 3 = line 4 + line 9" gives "244.4 − 95.7". Null unless every term is a line of the
 * same column and the figures come to what was expected, so that what is printed is what was computed.
 */
async function termsOf(
  { identity, key, period, expected, date }: RecordedViolation,
  reader: SeriesReader,
): Promise<string | null> {
  const right = identity.split("=").at(-1) ?? "";
  const terms = [...right.matchAll(/([+\u2212-])?\s*lines?\s+(\d+)/g)].map(([, sign, line]) => ({
    sign: sign === undefined || sign === "+" ? 1 : -1,
    key: key.replace(/line-\d+$/, `line-${line}`),
  }));
  if (terms.length < 2 || !/line-\d+$/.test(key)) return null;
  const cells = await reader.read(
    terms.map((term) => term.key),
    date,
    { from: period, to: period },
  );
  const amounts = terms.flatMap((term) => {
    const value = cells.get(term.key)?.[0]?.value ?? null;
    return value === null ? [] : [new Decimal(value).times(term.sign)];
  });
  if (amounts.length < terms.length) return null;
  const total = amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0));
  return total.eq(expected) ? amounts.map(printTerm).join(" ") : null;
}

function printTerm(amount: Decimal, index: number): string {
  const places = Math.max(1, amount.decimalPlaces());
  const size = formatPublished(amount.abs().toFixed(places));
  if (amount.isNegative()) return index === 0 ? `${minusSign}${size}` : `${minusSign} ${size}`;
  return index === 0 ? size : `+ ${size}`;
}
