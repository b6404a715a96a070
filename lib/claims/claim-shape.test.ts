import { describe, expect, test } from "vitest";
import { parseExpression } from "#lib/expressions/parse";
import { exampleSeries } from "#lib/series/example-series";
import { findShapeTrouble } from "./claim-shape.ts";
import { readSayings } from "./read-sayings.ts";

/** The trouble of words beside an expression, by its kind; null when they fit. */
function troubleOf(words: string, expression: string): string | null {
  return shapeTrouble(words, expression)?.kind ?? null;
}

function shapeTrouble(words: string, expression: string) {
  const read = readSayings(words);
  const parsed = parseExpression(expression);
  if ("trouble" in read || !parsed.ok) throw new Error(`${words}: ${expression}`);
  const [saying] = read.sayings;
  if (!saying) throw new Error(`${words} says nothing`);
  return findShapeTrouble(saying, parsed.tree, seriesOf);
}

/** Line 16 counts sales as positive, as the Treasury does; line 29 is a change by itself. */
function seriesOf(key: string) {
  if (key === "press.line-16") {
    const signConvention = "A positive value means that U.S. residents sold more than they bought.";
    return exampleSeries(key, { measure: "net", kind: "flow", signConvention });
  }
  if (key === "press.line-29") return exampleSeries(key, { measure: "change", kind: "flow" });
  return exampleSeries(key);
}

const stock = "mfh.holdings.japan";
const flow = "slt1.total.net.japan";

function gross(measure: "purchases" | "sales"): string {
  return `at(s1.treasuries.${measure}.japan, 2020-03)`;
}

describe("words that fit the shape of their expression", () => {
  test.each([
    ["fell", `change(${stock}, 2025-12)`],
    ["rose", `sum(${flow}, 2025) - sum(${flow}, 2024)`],
    ["rose", `asOf(at(${stock}, 2025-12), 2026-06-18) - asOf(at(${stock}, 2025-12), 2026-02-18)`],
    ["doubled", `sum(${flow}, 2025) / sum(${flow}, 2024)`],
    ["$5 billion lower", `at(${stock}, 2025-12) - at(first_printed(${stock}), 2025-12)`],
    ["sold $5 billion", `sum(first_printed(${flow}), 2025)`],
    ["unchanged", `at(${stock}, 2025-12) - asOf(at(${stock}, 2025-12), 2026-02-18)`],
    ["sold $5 billion", `sum(${flow}, 2025)`],
    ["bought", `at(${flow}, 2025-12) - at(slt1.total.net.canada, 2025-12)`],
    ["third-largest", `rank(${stock}, 2025-12)`],
    ["smallest", `rank(${stock}, 2025-12, lowest)`],
    ["lowest since 2008", `lowest_since(${stock}, 2025-12)`],
    ["second-highest on record", `record_rank(${stock}, 2025-12)`],
    ["ten of the twelve months", `count(negative, ${flow}, 2025)`],
    ["more than", `sum(${flow}, 2025) - sum(slt1.total.net.canada, 2025)`],
    ["more than four times as much", `-at(${flow}, 2025-05) / at(${flow}, 2025-04)`],
    [
      "4 percentage points",
      `share(${flow}, slt1.total.net.canada, 2025) - share(${flow}, slt1.total.net.canada, 2024)`,
    ],
    ["$5 billion", `-sum(${flow}, 2025)`],
    ["bought a net $1.6 billion", "-at(press.line-16, 2025-11)"],
    ["fell by $1.7 billion", "at(press.line-29, 2025-11)"],
    ["sold a gross $5 billion", gross("sales")],
    ["gross sales of $5 billion", gross("sales")],
    ["bought $5 billion", gross("purchases")],
    ["sold a net $5 billion", `${gross("purchases")} - ${gross("sales")}`],
    ["every year since 2019", `count(falling, yearly(${stock}), 2020..2025)`],
    ["every year since 2019", `run(falling, yearly(${stock}), 2025)`],
    ["four months running", `run(rising, ${stock}, 2025-12)`],
  ])("%s: %s", (words, expression) => {
    expect(troubleOf(words, expression)).toBeNull();
  });
});

test("a count beside a direction is of periods that went that way", () => {
  const read = readSayings("rose for four months running");
  const count = "sayings" in read ? read.sayings[1] : undefined;
  const kindOf = (expression: string) => {
    const parsed = parseExpression(expression);
    return count && parsed.ok && findShapeTrouble(count, parsed.tree, seriesOf)?.kind;
  };
  expect(kindOf(`run(rising, ${stock}, 2025-12)`)).toBeUndefined();
  expect(kindOf(`run(falling, ${stock}, 2025-12)`)).toBe("wrong-shape");
  expect(kindOf("run(positive, press.line-29, 2025-12)")).toBeUndefined();
});

describe("words that are said of something else", () => {
  test.each([
    ["a level does not rise", "rose", `at(${stock}, 2025-12)`],
    ["the earlier less the later", "rose", `sum(${flow}, 2024) - sum(${flow}, 2025)`],
    [
      "an older vintage less a newer",
      "rose",
      `asOf(at(${stock}, 2025-12), 2026-02-18) - at(${stock}, 2025-12)`,
    ],
    [
      "the first print less the last",
      "rose",
      `at(first_printed(${stock}), 2025-12) - at(${stock}, 2025-12)`,
    ],
    [
      "a distance has no direction",
      "fell by $5 billion",
      `mean_distance(${flow}, first_printed(${flow}), 2025)`,
    ],
    ["a turned sign", "fell by $5 billion", `-change(${stock}, 2025-12)`],
    ["a size without its sign", "sold", `abs(sum(${flow}, 2025))`],
    ["a fall in holdings is no sale", "sold", `change(${stock}, 2025-12)`],
    [
      "two series are no change",
      "rose",
      `at(${stock}, 2025-12) - at(mfh.holdings.china-mainland, 2025-11)`,
    ],
    ["the smallest by the rank from the top", "smallest", `rank(${stock}, 2025-12)`],
    ["the lowest by the highest", "lowest since 2008", `highest_since(${stock}, 2025-12)`],
    ["the mean of a year is not what was sold", "sold", `mean(${flow}, 2025)`],
    ["a sum beside a mean", "more than", `sum(${flow}, 2025) - mean(slt1.total.net.canada, 2025)`],
    ["ten of twelve of a quarter", "ten of the twelve months", `count(negative, ${flow}, 2025-Q4)`],
    [
      "a percentage in points",
      "4 percentage points",
      `share(${flow}, slt1.total.net.canada, 2025)`,
    ],
    [
      "a quotient is above 0 either way",
      "more than",
      `at(${stock}, 2025-12) / at(${stock}, 2024-12)`,
    ],
    [
      "a difference of shares is no share",
      "a fifth",
      `share(${flow}, slt1.total.net.canada, 2025) - share(${flow}, slt1.total.net.canada, 2024)`,
    ],
    ["a count is no flow", "net buyers", `count(positive, ${flow}, 2025)`],
    ["another first year", "every year since 2019", `count(falling, yearly(${stock}), 2019..2025)`],
    ["months for years", "every year since 2019", `count(falling, ${stock}, 2020..2025)`],
    ["a count is no run", "four months running", `count(rising, ${stock}, 2025)`],
    ["gross sales are no net ones", "sold $5 billion", gross("sales")],
    ["gross sales are no purchases", "bought $5 billion", gross("sales")],
    ["gross purchases are no sales", "gross sales of $5 billion", gross("purchases")],
    [
      "sales less purchases",
      "bought a net $5 billion",
      `${gross("sales")} - ${gross("purchases")}`,
    ],
    ["a rank is no part of a whole", "most", `rank(${stock}, 2025-12)`],
    ["net sales counted as positive", "sold a net $1.6 billion", "at(press.line-16, 2025-11)"],
  ])("%s: %s", (_, words, expression) => {
    expect(troubleOf(words, expression)).toMatch(/wrong-shape|unit-mismatch/);
  });
});

test.each([
  ["shed $17.2 billion", `change(${stock}, 2025-12)`, "fell by"],
  ["sold", `change(${stock}, 2025-12)`, "fell by"],
  ["bought $5 billion", `change(${stock}, 2025-12)`, "rose by"],
  ["more than", `rank(${stock}, 2025-12)`, "largest"],
  ["less than", `rank(${stock}, 2025-12, lowest)`, "smallest"],
  ["more than", `record_rank(${stock}, 2025-12)`, "the most in any month"],
  ["third-highest month", `record_rank(${stock}, 2025-12)`, "third-highest on record"],
])("%s of %s could be %j", (words, expression, other) => {
  expect(shapeTrouble(words, expression)?.fix).toContain(`"${other}"`);
});

test.each([
  ["$135.0 billion", `sum(${flow}, 2025) / 12`, /mean\(/],
  ["$5 billion more than", `-(at(${flow}, 2025-05) - at(${flow}, 2025-04))`, /B - A/],
])("%s of %s could be tied otherwise", (words, expression, other) => {
  expect(shapeTrouble(words, expression)?.fix).toMatch(other);
});
