import { exampleSeries } from "#lib/series/example-series";
import type { MemoryTable, MemoryVintage } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { AreaKind, Series } from "#lib/series/series";

/** One line `EXPRESSION => VALUE` of a case file. */
export interface Case {
  readonly line: number;
  readonly heading: string;
  readonly asOf: VintageDate;
  readonly expression: string;
  readonly expected: string;
}

const frequencies = ["monthly", "quarterly", "annual"] as const;
const kinds = ["stock", "flow", "valuation"] as const;
const areaKinds = ["total", "region", "memo"] as const satisfies readonly AreaKind[];
const multipliers = { million: 6, billion: 9 } as const;

/** Reads `cases.txt`, whose head says how it is written. Throws a TypeError with the line for anything else. */
export function readCaseFile(text: string): { table: MemoryTable; cases: Case[] } {
  const series: Series[] = [];
  const areas: Record<string, AreaKind> = {};
  const vintages: MemoryVintage[] = [];
  const cases: Case[] = [];
  let heading = "";
  let asOf: VintageDate | undefined;
  let columns: Record<string, string>[] | null = null;
  let figures: Record<string, Record<string, string>> = {};

  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    const words = line.split(/\s+/);
    const refuse = (expected: string): TypeError =>
      new TypeError(`cases.txt:${index + 1}: expected ${expected}, found "${line}"`);

    if (line === "" || /^#(\s|$)/.test(line)) columns = null;
    else if (line.startsWith("## ")) heading = line.slice(3);
    else if (words[0] === "series") series.push(readSeries(words, refuse));
    else if (words[0] === "area") areas[words[1] ?? ""] = oneOf(areaKinds, words[2], refuse);
    else if (line.startsWith("as of ")) asOf = requireDate(words[2], refuse);
    else if (words[0] === "vintage") {
      figures = {};
      columns = [];
      vintages.push({ release: words[1] ?? "", date: requireDate(words[2], refuse), figures });
    } else if (columns?.length === 0) {
      columns = words.map((key) => (figures[key] = {}));
    } else if (columns !== null) {
      const [period = "", ...values] = words;
      if (values.length !== columns.length) throw refuse(`${columns.length} figures`);
      values.forEach((value, place) => {
        const column = columns?.[place];
        if (column !== undefined && value !== ".") column[period] = value;
      });
    } else {
      const [expression, expected] = line.split(/\s+=>\s*/);
      if (expression === undefined || expected === undefined || asOf === undefined) {
        throw refuse("EXPRESSION => VALUE after a line `as of DATE`");
      }
      cases.push({ line: index + 1, heading, asOf, expression, expected });
    }
  }
  return { table: { series, areas, vintages }, cases };
}

/** `series KEY monthly stock in USD billion`, for running sums with ` over 12 months` behind it. */
function readSeries(words: readonly string[], refuse: (expected: string) => TypeError): Series {
  const [, key = "", frequency, kind, , , multiplier = "", ...window] = words;
  if (!["", "over 12 months"].includes(window.join(" ")))
    throw refuse("over 12 months, or nothing");
  return exampleSeries(key, {
    frequency: oneOf(frequencies, frequency, refuse),
    kind: oneOf(kinds, kind, refuse),
    window: window.length > 0 ? 12 : 1,
    multiplier: multipliers[oneOf(["million", "billion"] as const, multiplier, refuse)],
  });
}

function oneOf<T extends string>(
  choices: readonly T[],
  found: string | undefined,
  refuse: (expected: string) => TypeError,
): T {
  const choice = choices.find((each) => each === found);
  if (choice === undefined) throw refuse(`one of ${choices.join(", ")}`);
  return choice;
}

function requireDate(text = "", refuse: (expected: string) => TypeError): VintageDate {
  if (!isVintageDate(text)) throw refuse("a date");
  return text;
}
