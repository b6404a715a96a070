import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { isPeriod, type Period } from "#lib/series/period";
import { amountInWords, areComparable, differenceOf, formatDifference } from "./data-figures.ts";

test("a difference is exact and shows its sign", () => {
  expect(formatDifference(differenceOf("0.1", "0.3"))).toBe("+0.2");
  expect(formatDifference(differenceOf("1202.7", "1185.5"))).toBe("−17.2");
  expect(formatDifference(differenceOf("5", "5.0"))).toBe("0.0");
  expect(formatDifference(differenceOf(null, "5"))).toBe("—");
});

test("figures are compared with the period before, and never across a break", () => {
  const series = exampleSeries("mfh.holdings.japan", {
    breaks: [{ period: month("2023-02"), text: "Another form." }],
  });
  expect(areComparable(series, month("2023-02"), month("2023-03"))).toBe(true);
  expect(areComparable(series, month("2023-01"), month("2023-02"))).toBe(false);
  expect(areComparable(series, month("2023-01"), month("2023-03"))).toBe(false);
  const sums = { ...series, window: 12 as const };
  expect(areComparable(sums, month("2023-02"), month("2023-03"))).toBe(false);
});

test("an amount is said in dollars, whatever it is published in", () => {
  expect(amountInWords("124905", { multiplier: 6 })).toBe("$124.9 billion");
  expect(amountInWords("9271.0", { multiplier: 9 })).toBe("$9.27 trillion");
  expect(amountInWords("-3", { multiplier: 6 })).toBe("−$3 million");
  expect(amountInWords("0", { multiplier: 6 })).toBe("$0");
});

function month(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}
