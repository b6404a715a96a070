import { describe, expect, test } from "vitest";
import { formatProblem } from "#lib/series/problem";
import { parseFrontmatter } from "./frontmatter.ts";

const signed = `
  - vintage: 2026-06-18
    decision: signed
    by: A
    on: 2026-11-22`;
const left = `
  - vintage: 2026-07-16
    decision: left
    by: B
    on: 2026-11-23
    note: It is of 2025`;

function problemsOf(desk: string): string[] {
  const yaml = `id: one\nbyline: a\ntopic: b\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: 2026-06-18\ndesk:${desk}\n`;
  return parseFrontmatter(yaml, "a.mdx", 2).problems.map(formatProblem);
}

test.each([" []", signed, left, signed + left])(
  "a history that can have happened passes:%s",
  (desk) => {
    expect(problemsOf(desk)).toEqual([]);
  },
);

describe("what cannot have happened is a problem at its place", () => {
  test.each([
    [left.replace("2026-07-16", "2026-06-18"), "expected a vintage after `asOf`"],
    [left.replace("2026-07-16", "2026-02-18"), "to be decided on last"],
    [left.replace("2026-11-23", "2026-07-01"), "expected a day from 2026-11-22 on"],
    [left.replace("left", "signed"), "expected a vintage up to `asOf` (2026-06-18)"],
    [left.replace("left", "ignored"), "expected signed or left"],
    [left.replace(/\n    note.*/, ""), "expected why the article was left as written"],
    [left + signed, "expected no vintage before 2026-07-16"],
    [left + left, "expected a vintage after 2026-07-16, at which it was left before"],
    [signed + left.replace("2026-11-23", "2026-11-21"), "expected a day from 2026-11-22 on"],
    [signed + signed, "expected a vintage after 2026-06-18, which was signed before"],
    [`${left}\n    why: so`, 'desk.0: "why" is no field'],
  ])("%s: %s", (desk, message) => {
    const problems = problemsOf(desk);
    expect(problems.join("\n")).toContain(message);
    expect(problems[0]).toMatch(/^a\.mdx:(?:[89]|1\d):\d+ wrong-shape: desk/);
  });
});
