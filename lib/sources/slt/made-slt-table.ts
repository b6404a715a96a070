import { periodsBetween, type Period } from "#lib/series/period";
import type { Catalogue } from "../catalogue.ts";
import { generator } from "../fixtures/generator.ts";
import { sltTableOf, type SltColumn, type SltRelease, type SltTable } from "./slt-table.ts";

const flowsFrom = "2023-02";

/**
 * Lines of a file in the form of one of the SLT tables, made up: every area of the catalogue, figures that add up, flows and
 * valuations missing before 2023-02 as in the real ones. The same `seed` gives the same lines.
 */
export function madeSltTable(
  catalogue: Catalogue,
  release: SltRelease,
  from: Period,
  to: Period,
  seed: number,
): string[] {
  const table = sltTableOf(catalogue, release);
  const { columns, layout } = table;
  const months = periodsBetween(from, to);
  const amounts = allAmounts(table, months.length, generator(seed));
  const line = (texts: readonly string[]) =>
    Array.from({ length: 3 + columns.length }, (_, at) => texts[at] ?? "").join("\t");
  return [
    line([table.title]),
    line(["All Countries and International and Regional Organizations"]),
    line([layout.sign]),
    line(["Millions of dollars"]),
    line([
      `Link: https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents/${layout.file}`,
    ]),
    line([]),
    line(["", "", "", ...columns.map(({ security }) => security.heading)]),
    line(["Country", "Country Code", "Date", ...columns.map(({ measure }) => measure.heading)]),
    line(["country", "country_code", "date", ...columns.map(({ field }) => field)]),
    ...[...table.areas.values()].flatMap(({ code, name }) =>
      months
        .map((month, at) => {
          const printed = columns.map((column, place) =>
            isPrinted(table, column, code, month)
              ? String(amounts.get(code)?.[at]?.[place] ?? 0)
              : "n.a.",
          );
          return line([name, code, month, ...printed]);
        })
        .reverse(),
    ),
    line([]),
    ...layout.endNotes.map((start) => line([`${start} some words.`.replace(": some words.", ":")])),
    ...columns.map(({ field }) => line([`${field}: 1 + 2`])),
  ];
}

/** Flows start in February 2023, but for those that are derived; these start then in the parts of a whole. */
function isPrinted(
  { layout: { derivedFlow, areaSums } }: SltTable,
  { field, measure, security }: SltColumn,
  code: string,
  month: Period,
): boolean {
  if (measure.kind === "stock" || month >= flowsFrom) return true;
  if (derivedFlow?.class !== security.slug) return false;
  return !areaSums.some(
    ({ partsFrom, parts }) => partsFrom?.column === field && parts.includes(code),
  );
}

/** For each code and month, a figure for each column: classes, derived flows and wholes add up. */
function allAmounts(
  table: SltTable,
  months: number,
  draw: () => number,
): ReadonlyMap<string, number[][]> {
  const amounts = new Map(
    [...table.areas.keys()].map((code) => [code, areaAmounts(table, months, draw)]),
  );
  const of = (code: string) => amounts.get(code) ?? [];
  // Parts before wholes: 79995 is a part of 99996. The official part of 99996 is what the non-official part leaves.
  for (const { whole, parts } of [...table.layout.areaSums].reverse()) {
    if (parts.includes("99990")) continue;
    amounts.set(whole, combine(parts.map(of), 1));
  }
  amounts.set("99990", combine([of("99996"), of("99991")], -1));
  return amounts;
}

function areaAmounts(table: SltTable, months: number, draw: () => number): number[][] {
  const { classSum, derivedFlow: derived } = table.layout;
  const place = (security: string, measure: string) =>
    table.columns.findIndex(
      (one) => one.security.slug === security && one.measure.slug === measure,
    );
  const rows: number[][] = [];
  for (let at = 0; at < months; at += 1) {
    const row = table.columns.map(({ measure }) =>
      measure.kind === "stock"
        ? Math.floor(draw() * 1_000_000)
        : Math.floor(draw() * 20_000) - 10_000,
    );
    if (derived) {
      const stock = place(derived.class, derived.stock);
      const before = rows[at - 1]?.[stock] ?? row[stock] ?? 0;
      row[place(derived.class, derived.flow)] = (row[stock] ?? 0) - before;
    }
    for (const [column, { security, measure }] of table.columns.entries()) {
      if (security.slug !== classSum.whole) continue;
      const parts = classSum.parts.map((part) => row[place(part, measure.slug)] ?? 0);
      row[column] = parts.reduce((sum, part) => sum + part, 0);
    }
    rows.push(row);
  }
  return rows;
}

/** The first plus (or minus) each other, month by month and column by column. */
function combine([first = [], ...others]: readonly number[][][], sign: 1 | -1): number[][] {
  return first.map((row, month) =>
    row.map((value, column) =>
      others.reduce((sum, other) => sum + sign * (other[month]?.[column] ?? 0), value),
    ),
  );
}
