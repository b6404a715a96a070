import { shiftPeriod } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import { isPublished, publishedApart, sumOf, type Identity } from "../identities.ts";
import type { SourceCell } from "../source-cell.ts";
import type { SltRow } from "./slt-row.ts";
import type { SltColumn, SltTable } from "./slt-table.ts";

/**
 * What the figures of a table should add up to, as its catalogue file says: the classes to one of them, within rounding,
 * where all are published; rows to other rows, exactly; and a flow that is the change of a stock. What is missing on its
 * own, where whole and parts are missing together, goes to `problems`: `published-apart`.
 */
export function* sltIdentities(
  data: readonly SltRow[],
  table: SltTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  const rows = new Map(data.map((row) => [`${row.code} ${row.period}`, row]));
  for (const row of data) {
    yield* classSums(row, table, file, problems);
    yield* areaSums(row, rows, table, file, problems);
    yield* derivedFlow(row, rows, table);
  }
}

function* classSums(
  row: SltRow,
  table: SltTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  const { whole: wholeSlug, parts: partSlugs, tolerance } = table.layout.classSum;
  for (const { measure, security } of table.columns) {
    if (security.slug !== wholeSlug) continue;
    const of = (slug: string) => table.columns.find((one) => isOf(one, slug, measure.slug));
    const columns = partSlugs.flatMap((slug) => of(slug) ?? []);
    const whole = cellOf(row, table, of(wholeSlug));
    const parts = columns.flatMap((column) => cellOf(row, table, column) ?? []);
    const published = parts.filter(isPublished);
    if (!whole || published.length < partSlugs.length) continue;
    const names = columns.map((column) => column.security.heading).join(" + ");
    if (!isPublished(whole)) problems.push(publishedApart(whole, names, file));
    else {
      const identity = `${security.heading} = ${names}`;
      yield { identity, whole, expected: sumOf(published), tolerance };
    }
  }
}

function* areaSums(
  row: SltRow,
  rows: ReadonlyMap<string, SltRow>,
  table: SltTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  for (const { whole, parts: codes, partsFrom } of table.layout.areaSums) {
    if (row.code !== whole) continue;
    const below = codes.flatMap((code) => rows.get(`${code} ${row.period}`) ?? []);
    const names = below.map(({ name }) => name).join(" + ");
    const identity = `${row.name} = ${names}`;
    for (const [at, total] of row.cells.entries()) {
      const published = below.flatMap(({ cells }) => cells[at] ?? []).filter(isPublished);
      const apart = partsFrom?.column === table.columns[at]?.field ? partsFrom : undefined;
      if (apart && row.period < apart.period) continue;
      if (published.length === 0 && !isPublished(total)) continue;
      if (published.length < codes.length || !isPublished(total)) {
        problems.push(publishedApart(total, names, file));
      } else {
        yield { identity, whole: total, expected: sumOf(published), tolerance: "0" };
      }
    }
  }
}

function* derivedFlow(
  row: SltRow,
  rows: ReadonlyMap<string, SltRow>,
  table: SltTable,
): Generator<Identity> {
  const rule = table.layout.derivedFlow;
  if (!rule) return;
  const flowColumn = table.columns.find((one) => isOf(one, rule.class, rule.flow));
  const stockColumn = table.columns.find((one) => isOf(one, rule.class, rule.stock));
  const earlier = rows.get(`${row.code} ${shiftPeriod(row.period, -1)}`);
  const flow = cellOf(row, table, flowColumn);
  const after = cellOf(row, table, stockColumn);
  const before = earlier && cellOf(earlier, table, stockColumn);
  if (!flow || !after || !before) return;
  if (!isPublished(flow) || !isPublished(after) || !isPublished(before)) return;
  const words = `${flowColumn?.security.heading} ${flowColumn?.measure.heading}`;
  yield {
    identity: `${words} = ${stockColumn?.measure.heading} less those of the month before`,
    whole: flow,
    expected: sumOf([after]).minus(before.value),
    tolerance: rule.tolerance,
  };
}

function isOf({ security, measure }: SltColumn, classSlug: string, measureSlug: string): boolean {
  return security.slug === classSlug && measure.slug === measureSlug;
}

function cellOf(
  row: SltRow,
  table: SltTable,
  column: SltColumn | undefined,
): SourceCell | undefined {
  return column && row.cells[table.columns.indexOf(column)];
}
