import fc from "fast-check";
import { expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { arbitraryTree } from "./arbitrary-tree.ts";
import { depthLimit, lengthLimit } from "./limits.ts";
import { parseExpression } from "./parse.ts";
import { pointAt } from "./point-at.ts";
import { printExpression } from "./print.ts";
import { nodesOf, type Expression } from "./tree.ts";

/** A tree without its places in the text. */
function withoutPlaces(tree: Expression): unknown {
  return JSON.parse(
    JSON.stringify(tree, (name, value: unknown) =>
      name === "start" || name === "end" ? undefined : value,
    ),
  );
}

function parsed(text: string): Expression {
  const result = parseExpression(text);
  if (!result.ok) throw new Error(`${text}: ${result.problems[0]?.message ?? ""}`);
  return result.tree;
}

function firstKind(text: string): string | undefined {
  const result = parseExpression(text);
  return result.ok ? undefined : result.problems[0]?.kind;
}

test("printing a tree and parsing the text gives the same tree", () => {
  fc.assert(
    fc.property(arbitraryTree, (tree) => {
      const text = printExpression(tree);
      fc.pre(text.length <= lengthLimit);
      expect(withoutPlaces(parsed(text))).toEqual(withoutPlaces(tree));
      expect(printExpression(parsed(text))).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test("no text throws, and a refused one has a problem with a place inside it", () => {
  const soup = fc
    .array(
      fc.constantFrom(
        ..."at sum share asOf lowest_since latest none and or ( ) , .. + - * / = != < <= $ % 5 $1.5 billion 2025 2025-12".split(
          " ",
        ),
        ..."2025-Q4 2025-13 2026-02-18 mfh.holdings.japan . ! 'x' é 😀 \n".split(" "),
        ..."run count rising lowest quarterly( yearly( slt1.total.{net,valuation}.{a,b} { } {, a- -a".split(
          " ",
        ),
      ),
    )
    .map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), soup), (text) => {
      const result = parseExpression(text);
      if (result.ok) return;
      expect(result.problems.length).toBeGreaterThan(0);
      for (const problem of result.problems) {
        expect(problem.start).toBeGreaterThanOrEqual(0);
        expect(problem.end).toBeGreaterThanOrEqual(problem.start);
        expect(problem.end).toBeLessThanOrEqual(text.length);
        expect(pointAt(text, problem).split("\n")).toHaveLength(2);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("every node knows its place in the text", () => {
  const text = "-at(mfh.holdings.japan, 2025-12) + ($5 billion - abs( $1bn ))";
  const places = [...nodesOf(parsed(text))].map(({ kind, start, end }) => [
    kind,
    text.slice(start, end),
  ]);
  expect(places).toEqual([
    ["binary", text],
    ["negate", "-at(mfh.holdings.japan, 2025-12)"],
    ["at", "at(mfh.holdings.japan, 2025-12)"],
    ["period", "2025-12"],
    ["binary", "($5 billion - abs( $1bn ))"],
    ["number", "$5 billion"],
    ["abs", "abs( $1bn )"],
    ["number", "$1bn"],
  ]);
});

test("a text of more than the limit is refused with the count, and not read", () => {
  expect(firstKind("1".padEnd(lengthLimit))).toBeUndefined();
  expect(firstKind("1".padEnd(lengthLimit + 1))).toBe("too-long");
  expect(firstKind("(".repeat(1_000_000))).toBe("too-long");
});

test.each(["(", "-", "abs("])("nesting of `%s` is bounded", (open) => {
  const close = open.endsWith("(") ? ")" : "";
  const nested = (depth: number): string => open.repeat(depth) + "1" + close.repeat(depth);
  expect(firstKind(nested(depthLimit - 1))).toBeUndefined();
  expect(firstKind(nested(depthLimit))).toBe("too-deep");
});

test("nesting of series is bounded, and a thousand levels are refused at once", () => {
  const nested = (depth: number): string =>
    `at(${"quarterly(".repeat(depth)}a.b.c${")".repeat(depth)}, 2025-Q4)`;
  expect(firstKind(nested(depthLimit - 1))).toBeUndefined();
  expect(firstKind(nested(depthLimit))).toBe("too-deep");
  expect(firstKind("(".repeat(1_000))).toBe("too-deep");
  expect(firstKind("yearly(".repeat(250))).toBe("too-deep");
});

test("a figure of forty digits is refused wherever it stands", () => {
  const long = "1".repeat(40);
  for (const text of [long, `$${long} billion`, `0.${long}%`, `sum(a.b.c, ${long})`]) {
    expect(firstKind(text)).toBe("bad-number");
  }
});

test("an expression reads a thousand series and no more", () => {
  const ten = "{a,b,c,d,e,f,g,h,i,j}";
  const hundred = `latest(s.${ten}.${ten})`;
  const some = (count: number): string => Array.from({ length: count }, () => hundred).join(" = ");
  const joined = (count: number): string =>
    Array.from({ length: count }, () => some(2)).join(" and ");
  expect(firstKind(joined(5))).toBeUndefined();
  expect(firstKind(joined(6))).toBe("too-many-series");
});

test.each([
  "a-".repeat(1_000),
  "{".repeat(2_000),
  "{a,".repeat(666),
  "{a}.".repeat(500),
  "{a,b}.".repeat(300) + "c",
  `latest(${"{a,b}.".repeat(300)}c)`,
  `latest(a.{${",".repeat(1_900)}})`,
  `latest(a.{${" ".repeat(1_900)}})`,
  "a.".repeat(1_000),
  "1+".repeat(999) + "11",
  "9".repeat(2_000),
  "1,111".repeat(400),
  " ".repeat(2_000),
])("a long text is decided at once (%#)", (text) => {
  const spent = startProcessorClock();
  parseExpression(text);
  expect(spent()).toBeLessThan(5_000);
});

test.each(["", "  \n"])("an empty text is a problem: %j", (text) => {
  expect(firstKind(text)).toBe("empty");
});

test("all words that are not of the language are told at once", () => {
  const result = parseExpression("summ(a.b, 2025) + avg(c.d, 2025)");
  expect(result.ok ? [] : result.problems.map(({ start, kind }) => [kind, start])).toEqual([
    ["unknown-word", 0],
    ["unknown-word", 18],
  ]);
});
