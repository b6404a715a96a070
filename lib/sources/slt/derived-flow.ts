import { shiftPeriod } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import { isPublished, publishedApart, sumOf, type Identity } from "../identities.ts";
import type { SltRow } from "./slt-row.ts";
import type { SltTable } from "./slt-table.ts";

/**
 * A flow that is the change of a stock from the month before, as the catalogue file says. It is published exactly when both
 * stocks are, or goes to `problems` as `published-apart`; but for the parts of a row that begin later (`partsFrom`).
 */
export function* derivedFlows(
  rows: readonly SltRow[],
  { layout, columns }: SltTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  const rule = layout.derivedFlow;
  if (!rule) return;
  const placeOf = (measure: string) =>
    columns.findIndex((one) => one.security.slug === rule.class && one.measure.slug === measure);
  const [flowAt, stockAt] = [placeOf(rule.flow), placeOf(rule.stock)];
  const [flowColumn, stockColumn] = [columns[flowAt], columns[stockAt]];
  const stock = `${stockColumn?.measure.heading} less those of the month before`;
  const identity = `${flowColumn?.heading} ${flowColumn?.measure.heading} = ${stock}`;
  const byPlace = new Map(rows.map((row) => [`${row.printed.code} ${row.period}`, row]));
  const later = layout.areaSums.filter(({ partsFrom }) => partsFrom?.column === flowColumn?.field);
  for (const { printed, period, cells } of rows) {
    const earlier = byPlace.get(`${printed.code} ${shiftPeriod(period, -1)}`);
    const whole = cells[flowAt];
    const after = cells[stockAt];
    const before = earlier?.cells[stockAt];
    if (!whole || !after || !before) continue;
    if (isPublished(whole) && isPublished(after) && isPublished(before)) {
      const expected = sumOf([after]).minus(before.value);
      yield { identity, whole, expected, tolerance: rule.tolerance };
      continue;
    }
    const begins = later.find(({ parts }) => parts.includes(printed.code))?.partsFrom?.period;
    if (begins !== undefined && period < begins) continue;
    if (isPublished(whole) === (isPublished(after) && isPublished(before))) continue;
    problems.push(publishedApart(whole, stock, file));
  }
}
