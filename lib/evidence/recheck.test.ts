import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCaseLines } from "#lib/claims/case-lines";
import { describeValue } from "#lib/claims/judgement";
import { judgeSaying } from "#lib/claims/judge-saying";
import { findFigures } from "#lib/claims/printed-figure";
import { readSayings } from "#lib/claims/read-sayings";
import type { SayingDimension } from "#lib/claims/saying";
import { readCaseFile } from "#lib/expressions/case-file";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { parseExpression } from "#lib/expressions/parse";
import type { Value } from "#lib/expressions/value";
import { Decimal } from "#lib/series/decimal";
import type { Dimension } from "#lib/series/format";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type Cell } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import { acceptedBy, type Accepted } from "./accepted.ts";
import { bundleFiles } from "./bundle.ts";
import type { LedgerClaim, LedgerPart } from "./ledger.ts";
import { lower } from "./lower.ts";
import { cellName, type Step } from "./step.ts";
import { tryRecheck } from "./try-recheck.ts";

interface Part extends Pick<LedgerPart, "value" | "steps" | "accepts"> {
  readonly words: string;
  /** The words that are read; all where there are no others. */
  readonly said?: string;
}

const sha256 = "a".repeat(64);
const origin = "https://tickmark.example";

/** What `recheck.mjs` says of a bundle that has one claim for each part, over these cells. */
async function recheckOf(
  parts: readonly Part[],
  cells: readonly Cell[],
  multipliers: Multipliers,
): Promise<readonly string[]> {
  const claims = parts.map(({ words, said = words, ...part }, index): LedgerClaim => {
    const place = { number: index + 1, id: String(index), path: "/", words, sentence: words };
    const computed = describeValue(part.value);
    const told = { expression: "", computation: "", computed, interval: null, computedNow: "" };
    const standing = { asOf: day("2026-06-18"), pinned: false, cellCount: 1, quotedFrom: null };
    const verdict = { verdict: "holds", standing: "holds" } as const;
    const own = [{ ...part, said, computation: "" }];
    return { ...place, ...told, ...standing, ...verdict, parts: own };
  });
  const rows = cells.map((cell) => {
    const place = { file: "mfh.txt", sha256, row: "", field: "", title: "", unit: "" };
    const multiplier = multipliers.get(cell.key) ?? 0;
    return { ...cell, ...place, value: cell.value ?? "", multiplier };
  });
  const days = { published: "2026-06-18", updated: "2026-06-18", asOf: day("2026-06-18") };
  const files = await bundleFiles(
    {
      article: { slug: "a", headline: "A", dek: "", byline: "A desk", ...days },
      newest: day("2026-06-18"),
      claims,
      cells: rows,
      sources: [
        {
          ...{ release: "mfh", vintage: day("2026-06-18"), file: "mfh.txt", url: origin },
          ...{ sha256, bytes: 1, retrieved: null, note: null },
        },
      ],
      text: claims.map(({ words, number }) => `${words} [${number}]\n\n`).join(""),
    },
    origin,
  );
  return tryRecheck(files).lines;
}

/** PASS or FAIL for each part. */
function verdictsOf(parts: readonly Part[], lines: readonly string[]): readonly string[] {
  return parts.map(({ words }, index) => {
    const own = lines.find((line) => new RegExp(`^\\w{4} +${index + 1}  `).test(line));
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
  const lines = await recheckOf(parts, [...cells.values()], multipliers);
  // What is not true is computed as well, and is no claim that passes.
  expect(verdictsOf(parts, lines)).toEqual(
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

test("words are read again as the gate reads them, and accept what it accepts", async () => {
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
    return [{ words: `${of} | ${words}`, said: saying.text, value, steps, accepts, isTrue }];
  });
  expect(judged.length).toBeGreaterThan(100);
  const lines = await recheckOf(judged, [], new Map());
  expect(verdictsOf(judged, lines)).toEqual(
    judged.map(({ words, isTrue }) => `${isTrue ? "PASS" : "FAIL"} ${words}`),
  );
  expect(lines.filter((line) => line.includes("(claims.json says"))).toEqual([]);
  const unread = lines.filter((line) => line.endsWith("(words not re-read)"));
  expect(unread.length).toBeLessThan(judged.length / 6);
});

test("words of any amount stand for what the gate has them stand for, or are not read", async () => {
  const text = readFileSync(new URL("../claims/sayings.txt", import.meta.url), "utf8");
  const parts = readCaseLines(text).flatMap(({ left }): Part[] => {
    const read = readSayings(left);
    return ("trouble" in read ? [] : read.sayings).flatMap((saying): Part[] => {
      const { accepts } = saying;
      if (accepts.type !== "values") return [];
      return dimensionsOf(accepts.dimension).map((dimension) => {
        const value: Value = { type: "quantity", amount: new Decimal(1), dimension };
        const accepted = acceptedBy(saying, { value, cells: [] });
        return { words: left, said: saying.text, value, steps: stepOf(value), accepts: accepted };
      });
    });
  });
  expect(parts.length).toBeGreaterThan(300);
  const lines = await recheckOf(parts, [], new Map());
  expect(lines.filter((line) => line.includes("(claims.json says"))).toEqual([]);
});

/** The dimensions of values that words of a dimension can be said of. */
function dimensionsOf(dimension: SayingDimension): readonly Dimension[] {
  switch (dimension) {
    case "USD":
    case "number":
    case "percent":
      return [dimension];
    case "ratio":
    case "growth":
      return ["number", "percent"];
    case "any":
      return ["USD", "percent"];
  }
}

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
