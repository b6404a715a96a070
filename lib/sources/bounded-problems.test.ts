import { describe, expect, test } from "vitest";
import { isPeriod } from "#lib/series/period";
import { mostProblems } from "./bounded-problems.ts";
import { smallCatalogue, wholeCatalogue } from "./fixtures/small-catalogue.ts";
import { globlCatalogue } from "./globl/made-globl.ts";
import { madeMfhhis01 } from "./mfh/made-mfhhis01.ts";
import { parseSource } from "./parse-source.ts";
import { madeCatalogue, madePress } from "./press/made-press.ts";
import { madeS1 } from "./s1/made-s1.ts";
import { madeSlt3d } from "./slt3d/made-slt3d.ts";
import { madeSlt5 } from "./slt5/made-slt5.ts";
import { madeSltTable } from "./slt/made-slt-table.ts";
import { mostBytes } from "./source-rows.ts";

const [from, to] = ["2012-11", "2013-02"];
if (!isPeriod(from) || !isPeriod(to)) throw new Error("Not periods");
const small = smallCatalogue();
const whole = wholeCatalogue();
const globl = globlCatalogue();

const examples = [
  ["slt_table1.txt", madeSltTable(small, "slt1", from, to, 1), small],
  ["slt_table5.txt", madeSlt5(whole, to, 1), whole],
  ["mfhhis01.txt", madeMfhhis01(whole, 2003, 1), whole],
  ["s1_globl.txt", madeS1(globl, 1), globl],
  ["slt3d_globl.csv", madeSlt3d(globl, 1), globl],
  ["lines.csv", madePress(from, to, 1), madeCatalogue(small, from, to)],
] as const;

describe.each(examples)(
  "a file with very many problems is refused: %s",
  (name, lines, catalogue) => {
    const text = lines.join("\r\n") + "\r\n";

    test.each([
      ["repeated up to the limit", () => text],
      ["its figures repeated", () => `${lines[lines.length >> 1] ?? ""}\r\n`],
      ["a line that is none", () => "x\ty\r\n"],
      ["a tab and a control character", () => "\t\u0001\r\n"],
    ])("%s", (_, more) => {
      const room = Math.min((mostBytes - text.length) / more().length, 199_000 - lines.length);
      const times = Math.floor(more() === text ? Math.min(room, 199_000 / lines.length - 1) : room);
      const result = parseSource(Buffer.from(text + more().repeat(times)), catalogue, name);
      if (result.ok) throw new Error("It was not refused");
      expect(result.problems.length).toBeLessThanOrEqual(mostProblems + 1);
      expect(result.problems[0]?.kind).not.toBe("too-large");
    });
  },
);

test("when there are more problems than are told, the last says so", () => {
  const [, lines] = examples[0];
  const text = lines.join("\n") + "\n" + "x\ty\n".repeat(5000);
  const result = parseSource(Buffer.from(text), small, "a.txt");
  const problems = result.ok ? [] : result.problems;
  expect(problems).toHaveLength(mostProblems + 1);
  expect(problems.at(-1)).toMatchObject({ kind: "many-problems" });
  expect(problems.at(-1)?.message).toMatch(/found \d{4,} or more; the first 1000 stand above/);
});
