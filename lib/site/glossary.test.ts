import { expect, test } from "vitest";
import { formatProblem } from "#lib/series/problem";
import { loadGlossary, readGlossary } from "./glossary.ts";

const good = `
- { id: holdings, name: Holdings, also: [position], definition: What is owned on one day. }
- { id: flow, name: Flow, definition: What changes hands over a month., see: [holdings] }
`;

function problemsOf(text: string): string[] {
  const read = readGlossary(text, "glossary.yml");
  return read.ok ? [] : read.problems.map(formatProblem);
}

test("the project's own glossary can be read, and explains what its articles speak of", async () => {
  const glossary = await loadGlossary("content");
  const ids = glossary.ok ? glossary.value.map(({ id }) => id) : [];
  expect(ids).toEqual(expect.arrayContaining(["custodial-bias", "net-purchases", "tic"]));
});

test("terms come in the order of their names", () => {
  const read = readGlossary(good, "glossary.yml");
  expect(read.ok && read.value.map(({ name }) => name)).toEqual(["Flow", "Holdings"]);
});

test("a term that leads nowhere is told with the one it looks like", () => {
  const [problem] = problemsOf(good.replace("[holdings]", "[holding]"));
  expect(problem).toContain("glossary.yml:3:79");
  expect(problem).toContain('no term "holding"');
  expect(problem).toContain("holdings");
});

test("two terms of one name are told apart", () => {
  expect(problemsOf(good.replace("[position]", "[flow]")).join()).toContain("names two terms");
  expect(problemsOf(good.replace("id: flow", "id: holdings")).join()).toContain("used twice");
});

test("a definition holds no figures", () => {
  expect(problemsOf(good.replace("on one day", "and was $9.27 trillion")).join()).toContain(
    "cannot be checked",
  );
});

test("what compares in a definition is found where it stands", () => {
  expect(problemsOf(good.replace("on one day", "and was sold"))).toEqual([
    expect.stringContaining('glossary.yml:2:87 unmarked-word: "sold" stands in the definition of'),
  ]);
});

test("a definition is shown without its marks", () => {
  const mark = '<Exempt reason="What a flow is" because="definition">sold and bought</Exempt>';
  const text = `- id: flow\n  name: Flow\n  definition: What was ${mark} over a month.\n`;
  const read = readGlossary(text, "glossary.yml");
  expect(read.ok && read.value[0]?.definition).toBe("What was sold and bought over a month.");
  expect(problemsOf(text.replace(' because="definition"', "")).join()).toMatch(
    /glossary\.yml:3:24 exempt-figure/,
  );
});

test("a folder without a glossary has no terms", async () => {
  expect(await loadGlossary("content/charts")).toEqual({ ok: true, value: [] });
});
