import { expect, test } from "vitest";
import { Decimal } from "#lib/series/decimal";
import { holdsAlike } from "./holds-alike.ts";

test.each([
  ["about $320 billion", "about $330 billion", "324", true],
  ["about $320 billion", "about $390 billion", "324", false],
  ["about $320 billion", "nearly $330 billion", "324", false],
  ["nearly $330 billion", "nearly $340 billion", "324", true],
  ["$324 billion", "$325 billion", "324", false],
  ["rose by about $320 billion", "fell by about $320 billion", "324", false],
  ["about $320 billion", "about 320 things €5", "324", false],
])("%s and %s of $%s billion: %s", (before, after, billions, expected) => {
  const amount = new Decimal(billions).times("1e9");
  const evaluation = { value: { type: "quantity", amount, dimension: "USD" }, cells: [] } as const;
  expect(holdsAlike(before, after, [evaluation])).toBe(expected);
});
