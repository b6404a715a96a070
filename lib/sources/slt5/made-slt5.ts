import { shiftPeriod, type Period } from "#lib/series/period";
import type { Catalogue } from "../catalogue.ts";
import { generator } from "../fixtures/generator.ts";
import { holdersTableOf } from "../mfh/holders-table.ts";
import { slt5Months, slt5Title } from "./slt5-head.ts";

/**
 * Lines of a file in the form of slt_table5.txt, made up: thirteen months back from `newest`, the first twenty countries of
 * the catalogue by size, figures that add up. The same `seed` gives the same lines.
 */
export function madeSlt5(catalogue: Catalogue, newest: Period, seed: number): string[] {
  const { layout, areas, officialName } = holdersTableOf(catalogue, "slt5");
  const draw = generator(seed);
  const months = Array.from({ length: slt5Months }, (_, back) => shiftPeriod(newest, -back));
  const names = [...areas].filter(([, { kind }]) => kind === "country").slice(0, 20);
  // Tenths, so that sums are exact; the named areas stand by size.
  const rows = names.map((_, at) => months.map(() => (30 - at) * 1000 + Math.floor(draw() * 1000)));
  const other = months.map(() => Math.floor(draw() * 9000));
  const total = months.map((_, at) =>
    [...rows, other].reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  const bills = total.map((value) => Math.floor(value / 10));
  const bonds = total.map((value) => Math.floor(value / 3));
  const official = bills.map((value, at) => value + (bonds[at] ?? 0));
  const figures = (name: string, row: readonly number[]) =>
    line([name, ...row.map((value) => `${Math.floor(value / 10)}.${value % 10}`)]);
  return [
    line([slt5Title]),
    line(["Holdings at end of time period"]),
    line(["Billions of dollars"]),
    line([
      `Link: https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents/${layout.file}`,
    ]),
    line([]),
    line(["Country", ...months]),
    ...rows.map((row, at) => figures(names[at]?.[0] ?? "", row)),
    figures("All Other", other),
    figures("Grand Total", total),
    ...layout.measures.map(({ row }, at) =>
      figures(row ?? officialName, [official, bills, bonds][at] ?? []),
    ),
    line([]),
    line(["Notes:"]),
    line(["Made up."]),
    line([]),
    line(["Reported on TIC Form SLT"]),
    line(["and on TIC Form BL2."]),
  ];
}

function line(texts: readonly string[]): string {
  return Array.from({ length: slt5Months + 1 }, (_, at) => texts[at] ?? "").join("\t");
}
