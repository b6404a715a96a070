import { expect, test } from "vitest";
import { parseExpression } from "#lib/expressions/parse";
import { Decimal } from "#lib/series/decimal";
import { exampleSeries } from "#lib/series/example-series";
import { readSayings } from "./read-sayings.ts";
import { fixOfSign, rightVerb } from "./right-verb.ts";

const flow = "at(slt1.total.net.japan, 2025-12)";
const change = "change(mfh.holdings.japan, 2025-12)";

test.each([
  ["$42.9 billion", change, "-42.9", "fell by $42.9 billion"],
  ["$42.9 billion", flow, "-42.9", "sold $42.9 billion"],
  ["-$42.9 billion", change, "42.9", "rose by $42.9 billion"],
  ["$42.9 billion", flow, "42.9", null],
  ["$42.9 billion", "at(mfh.holdings.japan, 2025-12)", "-42.9", null],
  ["fell by $42.9 billion", change, "42.9", null],
])("%s beside %s of %s billion dollars: %s", (words, expression, billions, expected) => {
  const read = readSayings(words);
  const parsed = parseExpression(expression);
  const [saying] = "sayings" in read ? read.sayings : [];
  if (!saying || !parsed.ok) throw new Error(words);
  const amount = new Decimal(billions).times("1e9");
  const value = { type: "quantity", amount, dimension: "USD" } as const;
  expect(rightVerb(saying, parsed.tree, value, exampleOf)).toBe(expected);
});

test.each([
  ["Holdings ", 'write "fell by 3.8 percent"'],
  ["Holdings fell by $5 billion, or ", /^take it into the mark before .*-pct_change\(/],
])("behind %j: %s", (before, expected) => {
  const read = readSayings("3.8 percent");
  const parsed = parseExpression("pct_change(mfh.holdings.japan, 2025-12)");
  const [saying] = "sayings" in read ? read.sayings : [];
  if (!saying || !parsed.ok) throw new Error(before);
  const value = { type: "quantity", amount: new Decimal("-3.8"), dimension: "percent" } as const;
  expect(fixOfSign(saying, parsed.tree, value, exampleOf, before)).toMatch(expected);
});

function exampleOf(key: string) {
  return exampleSeries(key, { kind: key.includes(".net.") ? "flow" : "stock" });
}
