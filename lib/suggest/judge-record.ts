import { describeValue } from "#lib/claims/judgement";
import type { Accepted, Extreme } from "#lib/claims/saying";
import { Decimal } from "#lib/series/decimal";
import { formatPeriod } from "#lib/series/format";
import { yearOf, type Candidate } from "./candidate.ts";
import { earlierRecords } from "./earlier-record.ts";
import type { Proposal } from "./found-figure.ts";
import type { KnownSeries, NamedSeries } from "./named-series.ts";
import type { Held } from "./named-reading.ts";
import { matchPlace, recordOf } from "./place-candidates.ts";
import { holdingOf, readCandidate, readingDay } from "./propose.ts";
import type { ReadFigure } from "./record-anchor.ts";
import { subjectOf } from "./weigh.ts";

/** What words say of a record. */
export interface RecordWords {
  /** As they are read: "record low". */
  readonly text: string;
  readonly extreme: Extreme | null;
  readonly accepts: Accepted;
}

/** Whether an amount is the record that words say it is. `why` is null where it is. */
export interface JudgedRecord {
  readonly why: string | null;
  readonly proposal: Proposal;
}

/** How sure a record is whose amount says whose it is, and when. */
const sureRecord = 0.9;

/** Null where it cannot be told: of an amount that is not known, or from a table that begins too late. */
export async function judgeRecord(
  { text, extreme, accepts }: RecordWords,
  { said, best, figure }: ReadFigure,
  known: readonly KnownSeries[],
  held: Held,
): Promise<JudgedRecord | null> {
  const { table, days } = held;
  const isGiven = figure.outcome === "supported" || figure.outcome === "drifted";
  if (!isGiven || best === null || best.form !== "level") return null;
  if (accepts.type === "record" && accepts.place > 1) return null;
  const day = days.written ?? days.asked;
  const value = table.sumAt(best.terms, day) ?? table.sumAt(best.terms, days.asked);
  if (value === null) return null;
  const isTurned = best.terms.some(({ times }) => times < 0);
  const own = isTurned ? -value : value;
  // The most that was sold is the least of what was bought.
  const isOfSales = own < 0 && (isTurned || said.sense === "side");
  const named = extreme ?? "highest";
  const end = isOfSales ? (named === "highest" ? "lowest" : "highest") : named;
  const tables = known.filter(
    (one) =>
      subjectOf(one) === subjectOf(best.series) &&
      one.series.frequency === "monthly" &&
      one.series.window === 1,
  );
  const months = best.series.series.kind === "stock" ? lastOf(best) : best.months;
  if (months.from !== months.to && yearOf(months.from, months.to) === null) return null;
  const records = tables.flatMap((one) => {
    const series: NamedSeries = { ...best.series, ...one };
    return recordOf({ ...best, months }, series, end) ?? [];
  });
  const isOfAllTime = accepts.type === "record" && accepts.since === null;
  const [earlier] = isOfAllTime
    ? earlierRecords({ value: own, ...months, end, day }, tables, table)
    : [];
  const far = end === "highest" ? "high" : "low";
  if (earlier !== undefined) {
    const proposal = await firstReading(records, held);
    const size = isOfSales ? -earlier.value : earlier.value;
    const amount = describeValue({
      type: "quantity",
      amount: new Decimal(Math.round(size)),
      dimension: "USD",
    });
    const when = formatPeriod(yearOf(earlier.from, earlier.to) ?? earlier.to);
    const why = `it was ${named === "highest" ? "higher" : "lower"} before, ${amount} in ${when}`;
    return proposal && { why, proposal };
  }
  for (const record of records) {
    const match = await matchPlace(record, text, held.reader, days);
    const asOf = match && readingDay(match, days);
    if (match === null || asOf === null) continue;
    const proposal = await reading(record, held, asOf);
    if (proposal === null) continue;
    const holding = { ...holdingOf(match, days.asked), now: proposal.holding.now };
    return { why: null, proposal: { ...proposal, confidence: sureRecord, holding } };
  }
  if (isOfAllTime) return null;
  const proposal = await firstReading(records, held);
  const since = proposal?.evaluation.value;
  // A table that has no earlier month as far out may begin too late to show one.
  if (proposal === null || since?.type !== "period" || since.period === null) return null;
  const why = `it was last as ${far} in ${formatPeriod(since.period)}`;
  return { why, proposal };
}

function lastOf({ months: { to } }: Candidate) {
  return { from: to, to };
}

function reading(record: Candidate, { reader, days }: Held, asOf: Held["days"]["asked"]) {
  return readCandidate(record, () => noWords, reader, { asOf, asked: days.asked });
}

const noWords = { start: 0, end: 0 };

/** What the longest of the tables says of a record. */
async function firstReading(records: readonly Candidate[], held: Held): Promise<Proposal | null> {
  const { written, asked } = held.days;
  const found: Proposal[] = [];
  for (const record of records) {
    const one =
      (written === null ? null : await reading(record, held, written)) ??
      (await reading(record, held, asked));
    if (one !== null) found.push(one);
  }
  const dated = found.find(
    ({ evaluation: { value } }) => value.type === "period" && value.period !== null,
  );
  return dated ?? found[0] ?? null;
}
