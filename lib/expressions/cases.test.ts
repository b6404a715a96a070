import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createMemoryReader } from "#lib/series/memory-reader";
import { readCaseFile, type Case } from "./case-file.ts";
import { evaluateText } from "./evaluate.ts";
import { parseExpression } from "./parse.ts";
import { printExpression } from "./print.ts";

const { table, cases } = readCaseFile(readFileSync(new URL("cases.txt", import.meta.url), "utf8"));
const reader = createMemoryReader(table);

describe.each([...new Set(cases.map(({ heading }) => heading))])("%s", (heading) => {
  const here = cases.filter((each) => each.heading === heading);
  test.each(here)("$expression => $expected (line $line)", async (each) => {
    expect(await answer(each)).toEqual(await wanted(each));
  });
});

test("every expression of the cases that parses is printed so that it gives the same", async () => {
  for (const { expression, asOf } of cases) {
    const parsed = parseExpression(expression);
    if (!parsed.ok) continue;
    const printed = await evaluateText(printExpression(parsed.tree), reader, asOf);
    const direct = await evaluateText(expression, reader, asOf);
    expect(printed.ok && printed.evaluation).toEqual(direct.ok && direct.evaluation);
  }
});

/** What the expression gives, as far as the case says it: a value, or kind and message of each problem. */
async function answer({ expression, asOf, expected }: Case): Promise<unknown> {
  const result = await evaluateText(expression, reader, asOf);
  if (result.ok) {
    const { value } = result.evaluation;
    const decimals = expected.startsWith("about ")
      ? (/\.(\d+)/.exec(expected)?.[1]?.length ?? 0)
      : null;
    if (value.type !== "quantity" || decimals === null) return comparable(value);
    return comparable({ ...value, amount: value.amount.toDecimalPlaces(decimals) });
  }
  const { problems } = result;
  const told = problems.map(({ kind, message, fix }) => ({
    kind,
    text: `${message} ${fix ?? ""}`,
  }));
  const { part } = readProblem(expected);
  const says = told.some(({ text }) => text.includes(part));
  return {
    problems: told.map(({ kind }) => kind).join(", "),
    says: says ? part : told.map(({ text }) => text),
  };
}

/** The value on the right, itself an expression; or `problem KIND, KIND: part of a message`. */
async function wanted({ expected, asOf }: Case): Promise<unknown> {
  if (expected.startsWith("problem ")) {
    const { kinds, part } = readProblem(expected);
    return { problems: kinds, says: part };
  }
  if (expected === "true" || expected === "false")
    return comparable({ type: "truth", truth: expected === "true" });
  const result = await evaluateText(expected.replace(/^about /, ""), reader, asOf);
  if (!result.ok) throw new TypeError(`Expected a value on the right, found "${expected}"`);
  return comparable(result.evaluation.value);
}

function readProblem(expected: string): { kinds: string; part: string } {
  const [kinds = "", ...part] = expected.replace(/^problem /, "").split(": ");
  return { kinds, part: part.join(": ") };
}

function comparable(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
