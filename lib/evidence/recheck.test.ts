import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCaseLines } from "#lib/claims/case-lines";
import { judgeSaying } from "#lib/claims/judge-saying";
import { findFigures } from "#lib/claims/printed-figure";
import { readSayings } from "#lib/claims/read-sayings";
import { readCaseFile } from "#lib/expressions/case-file";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { parseExpression } from "#lib/expressions/parse";
import type { Value } from "#lib/expressions/value";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type Cell } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import { acceptedBy, type Accepted } from "./accepted.ts";
import { valueJson } from "./claims-json.ts";
import { lower } from "./lower.ts";
import { cellName, type Step } from "./step.ts";
import { cellsCsv, sourcesCsv } from "./tables.ts";
import { tryRecheck } from "./try-recheck.ts";

interface Part {
  readonly words: string;
  readonly value: Value;
  readonly steps: Step;
  readonly accepts: Accepted;
}

const sha256 = "a".repeat(64);
const source = {
  ...{ release: "mfh", vintage: day("2026-06-18"), file: "mfh.txt", url: "https://example.org" },
  ...{ sha256, bytes: 1, retrieved: null, note: null },
};

/** The lines of PASS and FAIL, one for each part, as claims of their own. */
function verdictsOn(parts: readonly Part[], cells: readonly Cell[], multipliers: Multipliers) {
  const claims = parts.map(({ words, value, steps, accepts }, index) => ({
    number: index + 1,
    words,
    parts: [{ said: words, value: valueJson(value), steps, accepts }],
  }));
  const rows = cells.map((cell) => ({
    ...cell,
    ...{
      value: cell.value ?? "",
      title: "",
      unit: "",
      file: "mfh.txt",
      sha256,
      row: "",
      field: "",
    },
    multiplier: multipliers.get(cell.key) ?? 0,
  }));
  const { lines } = tryRecheck({
    "claims.json": JSON.stringify({ claims }),
    "cells.csv": cellsCsv({ cells: rows }),
    "sources.csv": sourcesCsv({ sources: [source] }),
  });
  const told = lines.filter((line) => /^(?:PASS|FAIL) /.test(line));
  return claims.map(({ number, words }) => {
    const own = told.find((line) => new RegExp(`^\\w{4} +${number}  `).test(line));
    return `${own?.slice(0, 4)} ${words}`;
  });
}

type Multipliers = ReadonlyMap<string, number>;

function day(text: string) {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

test("every expression of the language's own cases, spelled out, comes to the same value", async () => {
  const { table, cases } = readCaseFile(
    readFileSync(new URL("../expressions/cases.txt", import.meta.url), "utf8"),
  );
  const reader = createMemoryReader(table);
  const cells = new Map<string, Cell>();
  const parts: Part[] = [];
  for (const { expression, asOf, line } of cases) {
    const parsed = parseExpression(expression);
    if (!parsed.ok) continue;
    const result = await evaluateExpression(parsed.tree, reader, asOf);
    if (!result.ok) continue;
    const { value, cells: used } = result.evaluation;
    for (const cell of used) cells.set(cellName(cell), cell);
    const steps = await lower(parsed.tree, reader, asOf);
    parts.push({ words: `${line}: ${expression}`, value, steps, accepts: everyValue(value) });
  }
  expect(parts.length).toBeGreaterThan(200);
  const multipliers = new Map(table.series.map(({ key, multiplier }) => [key, multiplier]));
  const verdicts = verdictsOn(parts, [...cells.values()], multipliers);
  // What is not true is computed as well, and is no claim that passes.
  expect(verdicts).toEqual(
    parts.map(({ words, value }) => {
      const isFalse = value.type === "truth" && !value.truth;
      return `${isFalse ? "FAIL" : "PASS"} ${words}`;
    }),
  );
});

/** What lets the value alone decide. */
function everyValue(value: Value): Accepted {
  if (value.type === "truth") return { type: "truth" };
  if (value.type === "quantity")
    return { type: "values", low: null, includesLow: true, high: null, includesHigh: true };
  if (value.period === null) return { type: "no-period" };
  return { type: "period", from: value.period, to: value.period };
}

test("words accept, spelled out, what the gate accepts of them", () => {
  const text = readFileSync(new URL("../claims/judgements.txt", import.meta.url), "utf8");
  const told = readCaseLines(text).map(({ left }) => left.split(" | "));
  const later = [
    ["2020-11", "lowest in five years"],
    ["2021-02", "lowest in five years"],
    ["2019-11", "lowest in five years"],
    ["2020", "lowest in five years"],
    ["2022-08", "40-month high"],
    ["2022-09", "40-month high"],
    ["2025-11", "most since November"],
    ["2024-11", "most since November"],
    ["2024-12", "most since December"],
    ["6", "every year since 2019"],
    ["5", "every year since 2019"],
  ];
  const cells: Cell[] = [
    {
      ...{ key: "mfh.holdings.japan", period: period("2025-12"), knownFrom: day("2026-06-18") },
      ...{ value: "1", status: "normal", line: 1, column: 1 },
    },
  ];
  const judged = [...told, ...later].flatMap(([of = "", words = ""]) => {
    const value = valueOf(of);
    const read = readSayings(words);
    const [saying] = "trouble" in read ? [] : read.sayings;
    if (saying === undefined || value === null) return [];
    const judgement = judgeSaying(saying, { value, cells });
    if ("kind" in judgement) return [];
    const isTrue = judgement.verdict.startsWith("holds");
    const steps = stepOf(value);
    const accepts = acceptedBy(saying, { value, cells });
    return [{ words: `${of} | ${words}`, value, steps, accepts, isTrue }];
  });
  expect(judged.length).toBeGreaterThan(100);
  expect(verdictsOn(judged, [], new Map())).toEqual(
    judged.map(({ words, isTrue }) => `${isTrue ? "PASS" : "FAIL"} ${words}`),
  );
});

function period(text: string) {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}

function valueOf(text: string): Value | null {
  if (text === "true") return null;
  if (text === "none") return { type: "period", period: null };
  if (isPeriod(text)) return { type: "period", period: text };
  const [figure] = findFigures(text);
  return figure?.type === "amount"
    ? { type: "quantity", amount: figure.amount, dimension: figure.dimension }
    : null;
}

function stepOf(value: Value): Step {
  if (value.type === "period") return { op: "period", period: value.period };
  if (value.type !== "quantity") throw new TypeError("Expected an amount or a period");
  return { op: "number", value: value.amount.toFixed() };
}
