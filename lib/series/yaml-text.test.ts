import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { formatProblem } from "./problem.ts";
import { startProcessorClock } from "./processor-time.ts";
import { parseYaml, readYaml } from "./yaml-text.ts";

const shape = z.strictObject({
  name: z.string(),
  list: z.array(z.strictObject({ id: z.string() })),
});

function problemsOf(text: string, firstLine = 1): string[] {
  const parsed = parseYaml(text, shape, "f.yml", firstLine);
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
}

test("a text that fits gives its value and the place of each field", () => {
  const parsed = parseYaml("name: a\nlist:\n  - id: b\n", shape, "f.yml");
  if (!parsed.ok) throw new Error("refused");
  expect(parsed.value.value).toEqual({ name: "a", list: [{ id: "b" }] });
  expect(parsed.value.placeOf(["list", 0, "id"])).toEqual({ file: "f.yml", line: 3, column: 9 });
});

test.each([
  ["plain", "text: the words here\n", "1:11"],
  ["plain, folded", "text: the\n  words here\n", "2:3"],
  ["a folded block", "text: >- # a remark\n  the\n  words here\n", "3:3"],
  ["in quotes", 'list: [{ text: "the words here" }]\n', "1:21"],
  ["behind an escape, where only the field is known", 'text: "\\x74he words here"\n', "1:7"],
])("a word of a text has a place of its own: %s", (_, text, expected) => {
  const read = readYaml(text, "f.yml");
  if (!read.ok) throw new Error("refused");
  const { line, column } = read.value.placeOf(
    text.startsWith("list") ? ["list", 0, "text"] : ["text"],
    "the ".length,
  );
  expect(`${line}:${column}`).toBe(expected);
});

test("the places of a long text are found in time that grows with its length", () => {
  const cost = (times: number) => {
    const words = "the $5 billion\n  ".repeat(times);
    const read = readYaml(`text: >-\n  ${words}\n`, "f.yml");
    if (!read.ok) throw new Error("refused");
    const { placeOf } = read.value;
    const clock = startProcessorClock();
    for (let at = 0; at < times; at += 1) placeOf(["text"], at * 15);
    return clock();
  };
  cost(200);
  expect(cost(2_000)).toBeLessThan(500);
});

test("curly quotes within a text, and such as straight quotes hold, are its own", () => {
  for (const name of ["“a” and “b”", '"“a”"', "a “b”", "Ann’s"])
    expect(problemsOf(`name: ${name}\nlist: []\n`)).toEqual([]);
});

describe("what is refused, with its place", () => {
  test.each([
    [
      "a field of the wrong form",
      "name: a\nlist:\n  - id: 7\n",
      "f.yml:3:9 wrong-shape: list.0.id",
    ],
    [
      "an unknown field",
      "name: a\nlist: []\nnmae: b\n",
      'f.yml:3:7 wrong-shape: "nmae" is no field that is known\n    fix: did you mean name?',
    ],
    ["a missing field, at what should hold it", "list: []\n", "f.yml:1:1 wrong-shape: name"],
    ["the same with its name", "list: []\n", "name is missing: expected string"],
    [
      "an unknown field within",
      "name: a\nlist: [{ id: b, di: c }]\n",
      'list.0: "di" is no field that is known',
    ],
    ["what was found", "name: [a]\nlist: []\n", "name: expected string; found a list"],
    ["curly quotes", "name: “a b”\nlist: []\n", "f.yml:1:7 bad-yaml: “a b” stands in curly quotes"],
    ["text that is not YAML", "name: [\n", "bad-yaml"],
    ["a tab", "name: a\nlist:\n\t- id: b\n", "f.yml:3:1 bad-yaml: a tab indents this line"],
    ["a colon in a text", "name: One: two\n", "f.yml:1:7 bad-yaml: a second colon"],
    ["a curly quote at the end", 'name: "a”\n', "bad-yaml: what was opened"],
    ["a field twice", "name: a\nname: b\nlist: []\n", "f.yml:2:1 bad-yaml"],
    ["an alias", "name: &a x\nlist: [{ id: *a }]\n", "bad-yaml: an alias"],
    ["nothing", "", "wrong-shape"],
  ])("%s", (_, text, expected) => {
    expect(problemsOf(text).join("\n")).toContain(expected);
  });

  test("lines count from where the text starts in its file", () => {
    expect(problemsOf("name: 7\nlist: []\n", 10)[0]).toContain("f.yml:10:7");
    expect(problemsOf("list: []\n", 10)[0]).toContain("f.yml:9:1");
  });
});

test("no text makes it throw", () => {
  const pieces = fc.constantFrom(
    "a: ",
    "- ",
    "&x ",
    "*x",
    "[",
    "]",
    "{",
    "\n",
    "  ",
    "'",
    '"',
    "!!js ",
    "<<: ",
    "? ",
    "|",
    ">-",
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 20 }),
      (parts) => void parseYaml(parts.join(""), shape, "f.yml"),
    ),
  );
});
