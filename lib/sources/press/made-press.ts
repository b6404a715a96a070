import { isVintageDate } from "#lib/series/observation";
import { isPeriod, monthsOf, shiftPeriod, type Period } from "#lib/series/period";
import { generator } from "../fixtures/generator.ts";
import type { Catalogue } from "../catalogue.ts";
import { pressColumns, yearOf } from "./press-section.ts";
import { pressHeading } from "./press-row.ts";

/** Figures of the lines that rest on no other. */
const parts = [2, 5, 6, 7, 8, 10, 11, 12, 13, 15, 17, 18, 20, 24, 25, 27, 28, 29, 31] as const;

/**
 * Lines of a file in the form of lines.csv, made up: a release for each month from `first` to `last`, two months later each,
 * figures that add up. The same `seed` gives the same. `lastYearOf` gives the newer of the two years a month's release prints.
 */
export function madePress(
  first: Period,
  last: Period,
  seed: number,
  lastYearOf = (month: Period): Period => shiftPeriod(yearOf(month), -1),
): string[] {
  const draw = generator(seed);
  const lines = [pressHeading];
  for (let month = first; month <= last; month = shiftPeriod(month, 1)) {
    const released = `${shiftPeriod(month, 2)}-16`;
    if (!isVintageDate(released)) throw new Error(`Not a day: ${released}`);
    const name = `hp${100 + lines.length}`;
    const columns = pressColumns(month, lastYearOf(month));
    const made = new Map<string, ReadonlyMap<number, number>>();
    const tables = columns.map(({ section, period }) => {
      // Twelve months through December are that year.
      const span = section === "12m" ? period.replace(/-12$/, "") : period;
      const table = made.get(span) ?? madeTable(draw);
      made.set(span, table);
      return table;
    });
    for (let line = 1; line <= 32; line += 1) {
      for (const [at, { section, period }] of columns.entries()) {
        const value = tenths(tables[at]?.get(line) ?? 0);
        lines.push([released, name, month, section, period, line, value].join(","));
      }
    }
  }
  return lines;
}

/** The catalogue for made files: they begin and end where they like, and lack no month. */
export function madeCatalogue(catalogue: Catalogue, first: Period, through: Period): Catalogue {
  return { ...catalogue, press: { ...catalogue.press, first, through, missing: [], releases: [] } };
}

/** One column of the table, line by line, in tenths, so that sums are exact. */
function madeTable(draw: () => number): ReadonlyMap<number, number> {
  const table = new Map<number, number>(
    parts.map((line) => [line, Math.floor(draw() * 4000) - 2000]),
  );
  const of = (line: number) => table.get(line) ?? 0;
  const add = (line: number, ...others: number[]) =>
    table.set(
      line,
      others.reduce((sum, other) => sum + of(other), 0),
    );
  add(4, 5, 6, 7, 8);
  add(9, 10, 11, 12, 13);
  add(3, 4, 9);
  add(1, 2, 3);
  add(16, 17, 18);
  add(14, 15, 16);
  add(19, 3, 16);
  add(21, 19, 20);
  add(23, 24, 25);
  add(26, 27, 28);
  add(22, 23, 26);
  add(30, 21, 22, 29);
  table.set(32, of(30) - of(31));
  return table;
}

function tenths(value: number): string {
  const sign = value < 0 ? "-" : "";
  const size = Math.abs(value);
  return `${sign}${Math.floor(size / 10)}.${size % 10}`;
}

/** A month, for tests that write it as text. */
export function month(text: string): Period {
  if (!isPeriod(text) || monthsOf(text).first !== text) throw new Error(`Not a month: ${text}`);
  return text;
}
