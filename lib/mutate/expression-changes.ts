import { isPeriod, shiftPeriod } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { MutationKind } from "./mutation.ts";
import type { Swap } from "./swap-words.ts";

/** A change of the text of an expression, and what it is a change of. */
export interface ExpressionChange extends Swap {
  readonly kind: MutationKind;
}

const segments = {
  area: [
    "grand-total", "foreign-official", "foreign-non-official", "japan", "canada", "china-mainland",
    "united-kingdom", "belgium",
  ],
  measure: ["net", "holdings", "valuation", "bills"],
  class: ["total", "treasuries", "agencies", "corporates", "equities"],
} as const; // oxfmt-ignore

const keyShape = /(?<![\w.{-])[a-z][a-z0-9]*(?:\.[a-z0-9-]+){2,3}(?![\w.{-])/g;
const periodShape = /(?<![\w.$-])[12]\d{3}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?(?![\w%-])/g;

/** Functions and conditions that take the same arguments. */
const functions: Readonly<Record<string, readonly string[]>> = {
  sum: ["mean", "max"],
  mean: ["sum", "min"],
  min: ["max"],
  max: ["min"],
  change: ["pct_change"],
  pct_change: ["change"],
  lowest_since: ["highest_since"],
  highest_since: ["lowest_since"],
  rising: ["falling"],
  falling: ["rising"],
  positive: ["negative"],
  negative: ["positive"],
};

/** Every change of one name, period, function or sign of an expression. Only series that the reader knows are named. */
export async function changeExpression(
  text: string,
  reader: SeriesReader,
): Promise<ExpressionChange[]> {
  const keys = await Promise.all(
    [...text.matchAll(keyShape)].map((match) => changeKey(match[0], match.index, reader)),
  );
  return [
    ...keys.flat(),
    ...changePeriods(text),
    ...changeFunctions(text),
    ...dropFirstPrinted(text),
    changeSign(text),
  ];
}

async function changeKey(
  key: string,
  offset: number,
  reader: SeriesReader,
): Promise<ExpressionChange[]> {
  const parts = key.split(".");
  const places = { area: parts.length - 1, measure: parts.length - 2, class: parts.length - 3 };
  const changes: ExpressionChange[] = [];
  for (const name of ["area", "measure", "class"] as const) {
    const at = places[name];
    // The first part is the release.
    if (at < 1) continue;
    for (const other of segments[name].filter((other) => other !== parts[at])) {
      const changed = parts.with(at, other).join(".");
      if ((await reader.describe(changed)) === null) continue;
      const range = { start: offset, end: offset + key.length };
      changes.push({ kind: `expression: ${name}`, ...range, replacement: changed });
    }
  }
  return changes;
}

function changePeriods(text: string): ExpressionChange[] {
  return [...text.matchAll(periodShape)].flatMap(({ index, 0: period }) => {
    if (!isPeriod(period)) return [];
    return [-1, 1].map((step) => ({
      kind: "expression: period" as const,
      start: index,
      end: index + period.length,
      replacement: shiftPeriod(period, step),
    }));
  });
}

function changeFunctions(text: string): ExpressionChange[] {
  return [...text.matchAll(/(?<![\w.-])[a-z_]+(?![\w.-])/g)].flatMap(({ index, 0: word }) =>
    (Object.hasOwn(functions, word) ? (functions[word] ?? []) : []).map((replacement) => ({
      kind: "expression: function" as const,
      start: index,
      end: index + word.length,
      replacement,
    })),
  );
}

/** What was printed last in the place of what was printed first. */
function dropFirstPrinted(text: string): ExpressionChange[] {
  return [...text.matchAll(/(?<![\w.-])first_printed\((?<key>[^()]*)\)/g)].map((match) => ({
    kind: "expression: function" as const,
    start: match.index,
    end: match.index + match[0].length,
    replacement: match.groups?.["key"] ?? "",
  }));
}

/** The sign of the whole expression, or of the first of several. */
function changeSign(text: string): ExpressionChange {
  const kind = "expression: sign";
  const start = text.length - text.trimStart().length;
  return text[start] === "-"
    ? { kind, start, end: start + 1, replacement: "" }
    : { kind, start, end: start, replacement: "-" };
}
