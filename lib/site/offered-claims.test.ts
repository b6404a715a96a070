import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { monthPeriod, periodsBetween } from "#lib/series/period";
import { offeredClaims } from "./offered-claims.ts";

const december = monthPeriod(2025, 12);

/** Values up to December 2025, given oldest first. */
function upTo(values: readonly (string | null)[], violated: readonly number[] = []) {
  const months = periodsBetween(monthPeriod(2020, 1), december).slice(-values.length);
  return months
    .map((period, index) => ({
      period,
      value: values[index] ?? null,
      violated: violated.includes(index),
    }))
    .reverse();
}

const stock = exampleSeries("mfh.holdings.japan");
const flow = exampleSeries("slt1.total.net.japan");
const mdxOf = (...args: Parameters<typeof offeredClaims>) =>
  offeredClaims(...args).map(({ mdx }) => mdx);

test("of a stock: the newest figure, its change, and the change since the record began", () => {
  expect(offeredClaims(stock, upTo(["900", "1202.7", "1185.5"]))).toEqual([
    {
      what: "December 2025",
      mdx: '<Claim of="at(mfh.holdings.japan, 2025-12)">$1.19 trillion</Claim>',
    },
    {
      what: "Change from November 2025 to December 2025",
      mdx: '<Claim of="change(mfh.holdings.japan, 2025-12)">fell by $17.2 billion</Claim>',
    },
    {
      what: "Change from October 2025 to December 2025",
      mdx: '<Claim of="change(mfh.holdings.japan, 2025-12, 2025-10)">rose by $285.5 billion</Claim>',
    },
  ]);
});

test("of a flow: sums, of the last whole year and of the record", () => {
  const values = ["-5", ...Array.from({ length: 12 }, () => "-1.5")];
  expect(mdxOf(flow, upTo(values))).toEqual([
    '<Claim of="at(slt1.total.net.japan, 2025-12)">minus $1.5 billion</Claim>',
    '<Claim of="sum(slt1.total.net.japan, 2025)">minus $18.0 billion</Claim>',
    '<Claim of="sum(slt1.total.net.japan, 2024-12..2025-12)">minus $23.0 billion</Claim>',
  ]);
});

test("nothing is measured across a break", () => {
  const breaks = [{ period: december, text: "A new survey" }];
  expect(mdxOf({ ...stock, breaks }, upTo(["900", "1202.7", "1185.5"]))).toHaveLength(1);
  const year = Array.from({ length: 12 }, () => "1.5");
  expect(mdxOf({ ...flow, breaks }, upTo(year))).toHaveLength(1);
});

test("a figure that does not add up is offered to nobody, nor one that is missing or nothing", () => {
  expect(mdxOf(stock, upTo(["900", "1185.5"], [1]))).toEqual([
    '<Claim of="at(mfh.holdings.japan, 2025-11)">$900.0 billion</Claim>',
  ]);
  expect(mdxOf(stock, upTo([null, "0"]))).toEqual([]);
  expect(mdxOf(flow, upTo([...Array.from({ length: 11 }, () => "1"), null]))).toHaveLength(2);
  expect(mdxOf(stock, [])).toEqual([]);
});
