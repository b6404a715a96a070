import { monthPeriod, type Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { HoldersColumn } from "./holders-line.ts";
import { textsOf, type SourceRow } from "../source-rows.ts";

/** The rows above the figures of a block, as found. */
export interface MfhHeading {
  /** Zero, one or two rows that say "Series 16/ | Series" and "XII | XI" over the months. */
  readonly series: readonly SourceRow[];
  readonly months: SourceRow;
  readonly years: SourceRow;
}

const monthNames = "Dec Nov Oct Sep Aug Jul Jun May Apr Mar Feb Jan".split(" ");

/** Whether a row is the names of months, the first row that every block has. */
export function isMonthRow(row: SourceRow): boolean {
  const texts = textsOf(row);
  return texts.length > 0 && texts.every((text) => monthNames.includes(text));
}

/**
 * Which month each column of a block is. Months run from December down to January, or to `begins` in the oldest block; one
 * may stand twice, where the series headings say that the left one is the newer series (its number one higher) and the
 * right one the older, "shown for comparison only" (footnotes 6 to 16).
 * Problems: `wrong-year`, `wrong-month`, `wrong-series-heading`.
 */
export function readColumns(
  { series, months, years }: MfhHeading,
  begins: Period,
  file: string,
  problems: Problem[],
): { year: number; columns: readonly HoldersColumn[] } | null {
  const before = problems.length;
  const year = readYear(months, years, file, problems);
  if (year === null) return null;
  const names = months.fields.slice(1).map((field) => field.trim());
  const width = names.findLastIndex((name) => name !== "") + 1;
  const oldest = String(year) === begins.slice(0, 4) ? Number(begins.slice(5)) : 1;
  const columns: HoldersColumn[] = [];
  let expected = 12;
  for (const [at, name] of names.slice(0, width).entries()) {
    const column = at + 2;
    const comparison = at > 0 && name === names[at - 1] && !columns.some((one) => one.comparison);
    if (comparison) {
      checkSeries(series, column, { file, line: months.line, column }, problems);
    } else if (name !== monthNames[12 - expected]) {
      problems.push({
        kind: "wrong-month",
        message: `Expected ${monthNames[12 - expected] ?? "no more months"} ${year}, found "${name}"`,
        at: { file, line: months.line, column },
        fix: "the figures below would be put in wrong months; fetch the file again",
      });
      return null;
    }
    const month = comparison ? expected + 1 : expected;
    columns.push({ column, period: monthPeriod(year, month), comparison });
    if (!comparison) expected -= 1;
  }
  if (expected + 1 !== oldest) {
    problems.push({
      kind: "wrong-month",
      message: `Expected the months of ${year} down to ${monthNames[12 - oldest]}, found them to end at ${monthNames[11 - expected] ?? "nothing"}`,
      at: { file, line: months.line, column: width + 1 },
      fix: "the line is cut; fetch the file again",
    });
  }
  return problems.length > before ? null : { year, columns };
}

function readYear(
  months: SourceRow,
  years: SourceRow,
  file: string,
  problems: Problem[],
): number | null {
  const texts = years.fields.slice(1).map((field) => field.trim());
  const [first = ""] = texts;
  const wrong = texts.findIndex((text, at) => {
    const used = (months.fields[at + 1] ?? "").trim() !== "";
    return text !== (used ? first : "");
  });
  if (/^(19|20)\d\d$/.test(first) && wrong < 0) return Number(first);
  problems.push({
    kind: "wrong-year",
    message: `Expected one year under each month, found "${texts[Math.max(0, wrong)] ?? ""}"`,
    at: { file, line: years.line, column: Math.max(0, wrong) + 2 },
    fix: "the figures below would be put in a wrong year; fetch the file again",
  });
  return null;
}

/** Above a month printed twice: "Series n/" and "Series", and below them XII and XI. */
function checkSeries(
  series: readonly SourceRow[],
  column: number,
  at: Problem["at"],
  problems: Problem[],
): void {
  const [words, numerals] = series.map((row) => row.fields.map((field) => field.trim()));
  const labelled =
    /^Series \d+\/$/.test(words?.[column - 2] ?? "") && words?.[column - 1] === "Series";
  const left = romanNumber(numerals?.[column - 2] ?? "");
  const right = romanNumber(numerals?.[column - 1] ?? "");
  if (labelled && left !== null && right !== null && left === right + 1) return;
  problems.push({
    kind: "wrong-series-heading",
    message: `Expected series headings over a month printed twice, the left one a number higher, found "${words?.[column - 2] ?? ""} ${numerals?.[column - 2] ?? ""}" and "${words?.[column - 1] ?? ""} ${numerals?.[column - 1] ?? ""}"`,
    at,
    fix: "the new and the older series cannot be told apart; fetch the file again",
  });
}

const romans = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(" ");

function romanNumber(text: string): number | null {
  const at = romans.indexOf(text);
  return at < 0 ? null : at + 1;
}
