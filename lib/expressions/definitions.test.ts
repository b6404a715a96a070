import fc from "fast-check";
import { expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { checkDefinitions } from "./check-definitions.ts";
import { evaluateText } from "./evaluate.ts";
import { definitionLimit } from "./limits.ts";
import { parseExpression } from "./parse.ts";
import { printExpression } from "./print.ts";
import { nodesOf } from "./tree.ts";

const centers = ["custody-centers", "slt1.total.net.{belgium,luxembourg}"] as const;
const bought = ["bought", "sum(slt1.total.net.grand-total, 2025)"] as const;

function printed(text: string, ...definitions: readonly (readonly [string, string])[]): string {
  const parsed = parseExpression(text, new Map(definitions));
  return parsed.ok ? printExpression(parsed.tree) : parsed.problems.map(({ kind }) => kind).join();
}

function problemsOf(
  definitions: readonly (readonly [string, string])[],
  ...expressions: readonly string[]
): string[] {
  return checkDefinitions(new Map(definitions), expressions).map(
    ({ name, kind, of, start, end }) => `${name}: ${kind} in the ${of}, ${start} to ${end}`,
  );
}

test("a name stands for an expression, as if in parentheses", () => {
  expect(printed("2 * both - bought", bought, ["both", "1 + bought"])).toBe(
    "2 * (1 + sum(slt1.total.net.grand-total, 2025)) - sum(slt1.total.net.grand-total, 2025)",
  );
  expect(printed("(one) * -one", ["one", "1 + 1"])).toBe("(1 + 1) * -(1 + 1)");
});

test("a name stands for a series where a series is wanted, and nowhere else", () => {
  expect(printed("sum(custody-centers, 2025)", centers)).toBe(
    "sum(slt1.total.net.{belgium,luxembourg}, 2025)",
  );
  expect(printed("at(by-year, 2025)", centers, ["by-year", "yearly(custody-centers)"])).toBe(
    "at(yearly(slt1.total.net.{belgium,luxembourg}), 2025)",
  );
  expect(printed("rank(a.b.c, 2025, custody-centers)", centers)).toBe(
    "rank(a.b.c, 2025, slt1.total.net.{belgium,luxembourg})",
  );
  expect(printed("custody-centers > 1", centers)).toBe("bare-key");
  expect(printed("sum(bought, 2025)", bought)).toBe("wrong-arguments");
});

test("a name stands for a period and for an end of a range", () => {
  expect(printed("sum(a.b.c, start..2025-12)", ["start", "latest(d.e.f)"])).toBe(
    "sum(a.b.c, latest(d.e.f)..2025-12)",
  );
  expect(printed("at(a.b.c, year)", ["year", "2025"])).toBe("at(a.b.c, 2025)");
});

test("a hyphen belongs to a name: a subtraction has spaces", () => {
  expect(printed("a - b", ["a", "1"], ["b", "2"], ["a-b", "3"])).toBe("1 - 2");
  expect(printed("a-b", ["a", "1"], ["b", "2"], ["a-b", "3"])).toBe("3");
});

test("a definition sees only those before it, and not itself", () => {
  expect(printed("a", ["a", "b + 1"], ["b", "1"])).toBe("unknown-word");
  expect(printed("a", ["a", "a + 1"])).toBe("unknown-word");
  const parsed = parseExpression(
    "a",
    new Map([
      ["a", "b + 1"],
      ["b", "1"],
    ]),
  );
  expect(parsed.ok || parsed.problems[0]?.message).toContain("sees only those before it");
});

test("what a name stands for has its place at the name", () => {
  const text = "1 + 2 * bought";
  const parsed = parseExpression(text, new Map([bought]));
  const tree = parsed.ok ? parsed.tree : null;
  const places = tree && [...nodesOf(tree)].map((node) => text.slice(node.start, node.end));
  expect(places).toEqual([text, "1", "2 * bought", "2", "bought", "bought"]);
  expect(parsed.ok && parsed.uses).toEqual([
    { name: "bought", definition: bought[1], start: 8, end: 14 },
  ]);
});

test("a problem in a definition stands at its use, and quotes the definition", async () => {
  const asOf = "2026-06-18";
  if (!isVintageDate(asOf)) throw new TypeError("Expected a date");
  const reader = createMemoryReader({
    series: [exampleSeries("mfh.holdings.japan")],
    vintages: [],
  });
  const tell = async (text: string, definition: string): Promise<string> => {
    const result = await evaluateText(text, reader, asOf, new Map([["it", definition]]));
    if (result.ok) return "";
    return result.problems
      .map(({ kind, message, start, end }) => `${kind} at ${text.slice(start, end)}: ${message}`)
      .join("\n");
  };
  expect(await tell("1 + it", "2 +")).toBe(
    "unexpected-text at it: Expected a value, found the end (`it` is defined as `2 +`)",
  );
  expect(await tell("$1 < it", "sum(mfh.holdings.japan, 2025)")).toMatch(
    /^stock-over-time at it: .*\(`it` is defined as `sum\(mfh.holdings.japan, 2025\)`\)$/,
  );
  expect(await tell("at(it, 2025-12)", "mfh.holdings.jpan")).toMatch(
    /^unknown-key at it: .*defined/,
  );
  expect(await tell("it", "$")).toMatch(/^bad-number at it: .*defined/);
  const nested = parseExpression(
    "b",
    new Map([
      ["a", "2 +"],
      ["b", "a"],
    ]),
  );
  expect(nested.ok || nested.problems.map(({ message }) => message)).toEqual([
    "Expected a value, found the end (`a` is defined as `2 +`)",
  ]);
  expect(await tell("it", " ")).toMatch(/^empty at it/);
});

test("a misspelt name is told with the nearest", () => {
  const parsed = parseExpression("bougt", new Map([bought]));
  expect(parsed.ok || parsed.problems[0]?.fix).toBe("did you mean `bought`?");
});

test("sound definitions that are used have no problem, used directly or by another", () => {
  expect(
    problemsOf([centers, bought, ["half", "bought / 2"]], "at(custody-centers, half)"),
  ).toEqual([]);
});

test("a definition that is never used is a problem, also when only an unused one uses it", () => {
  expect(problemsOf([bought, ["half", "bought / 2"]], "1 + 1")).toEqual([
    "bought: unused-definition in the name, 0 to 6",
    "half: unused-definition in the name, 0 to 4",
  ]);
});

test.each(["sum", "rising", "lowest", "and", "none", "quarterly"])(
  "a word of the language is no name: %s",
  (name) => {
    expect(problemsOf([[name, "1"]], name)[0]).toContain("bad-name in the name");
  },
);

test.each(["Bought", "a.b", "1a", "a-", "", "a b", "größe", "a--b"])("%j is no name", (name) => {
  expect(problemsOf([[name, "1"]], name)[0]).toContain("bad-name in the name");
});

test("what is wrong in the text of a definition has its place there", () => {
  expect(problemsOf([["a", "1 + summ(1)"]], "a")).toEqual(["a: unknown-word in the text, 4 to 8"]);
  expect(
    problemsOf(
      [
        ["a", "b"],
        ["b", "1"],
      ],
      "a + b",
    ),
  ).toEqual(["a: unknown-word in the text, 0 to 1"]);
});

test("definitions beyond the limit are told once", () => {
  const many = Array.from(
    { length: definitionLimit + 3 },
    (_, index) => [`d${index}`, "1"] as const,
  );
  const texts = many.map(([name]) => name);
  expect(problemsOf(many, ...texts)).toEqual(["d50: too-many-definitions in the name, 0 to 3"]);
});

test("definitions that double one another are refused at once", () => {
  const doubling = Array.from(
    { length: definitionLimit },
    (_, index) => [`d${index}`, index === 0 ? "1 + 1" : `d${index - 1} + d${index - 1}`] as const,
  );
  const spent = startProcessorClock();
  expect(printed("d30", ...doubling)).toBe("too-long");
  expect(printed("d49", ...doubling)).toBe("too-deep");
  expect(checkDefinitions(new Map(doubling), ["d49"]).length).toBeGreaterThan(30);
  expect(spent()).toBeLessThan(10_000);
});

test("no definitions throw, whatever they are, and every problem has a place", () => {
  const words =
    "d0 d1 d-2 ( ) , .. + - = sum quarterly at run rising a.b.c a.{b,c} { } 2025 2025-12 5% $ é".split(
      " ",
    );
  const text = fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((each) => each.join(" "));
  const name = fc.oneof(fc.constantFrom("d0", "d1", "d-2"), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(name, fc.oneof(text, fc.string({ unit: "binary" })))),
      text,
      (list, used) => {
        const definitions = new Map(list);
        for (const { start, end, of, name: own } of checkDefinitions(definitions, [used])) {
          const within = of === "name" ? own : (definitions.get(own) ?? "");
          expect(0 <= start && start <= end && end <= within.length).toBe(true);
        }
        const parsed = parseExpression(used, definitions);
        for (const { start, end } of parsed.ok ? [] : parsed.problems) {
          expect(0 <= start && start <= end && end <= used.length).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
});
