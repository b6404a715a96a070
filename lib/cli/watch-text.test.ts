import { expect, test } from "vitest";
import type { ToldProblem } from "./told-problems.ts";
import { roundText } from "./watch-text.ts";

const time = new Date("2026-11-23T12:00:00Z");

function problem(message: string): ToldProblem {
  const at = { file: "content/articles/a/index.mdx", line: 3, column: 1 };
  return { kind: "mdx", message, at, blocks: true };
}

function textOf(added: readonly ToldProblem[], mended: readonly ToldProblem[]): string[] {
  const report = { articles: [], unchanged: 0, problems: [...added, problem("It\nstays")] };
  const changes = { added, mended, unseen: [] };
  const round = { number: 2, changed: ["a"], report, changes, milliseconds: 90 };
  return roundText(round, false, time).split("\n");
}

test("what is mended takes a line each, whatever its words are", () => {
  const [mended, long, ...others] = textOf(
    [],
    [problem("one\n\u001b[2Jtwo"), problem("x".repeat(200))],
  );
  expect(mended).toBe(String.raw`mended: content/articles/a/index.mdx mdx: one \x1b[2Jtwo`);
  expect(long).toBe(`mended: content/articles/a/index.mdx mdx: ${"x".repeat(70)}…`);
  expect(others[0]).toContain("cannot be read");
  expect(others[1]).toBe("stays: content/articles/a/index.mdx:3:1 mdx: It stays");
  expect(others[2]).toMatch(/^check: 1 problem; 0 new, 2 mended, in 90 ms, at /);
});

test("of many that are new the first are told, and how many more there are", () => {
  const lines = textOf(
    Array.from({ length: 23 }, (_, number) => problem(`${number}`)),
    [],
  );
  expect(lines.filter((line) => /mdx: \d+$/.test(line))).toHaveLength(20);
  expect(lines).toContain("… and 3 more; npx tickmark check tells all");
});
