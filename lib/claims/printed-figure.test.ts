import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decimal } from "#lib/series/decimal";
import { formatAmount } from "#lib/series/format";
import { startProcessorClock } from "#lib/series/processor-time";
import { findFigures } from "./printed-figure.ts";
import { contains } from "./interval.ts";
import { roundingInterval } from "./rounding-interval.ts";

function amountsOf(text: string): string[] {
  return findFigures(text).map((figure) =>
    figure.type === "period"
      ? figure.period
      : figure.type === "unreadable"
        ? `unreadable ${text.slice(figure.start, figure.end)}`
        : `${figure.amount.toFixed()} ${figure.dimension} ±${figure.step.div(2).toFixed()}`,
  );
}

describe("figures as editors print them", () => {
  test.each([
    ["$1.62 trillion", "1620000000000 USD ±5000000000"],
    ["-$208.1 billion", "-208100000000 USD ±50000000"],
    ["\u2212$208.1 billion", "-208100000000 USD ±50000000"],
    ["$-208.1 billion", "-208100000000 USD ±50000000"],
    ["$683.5bn", "683500000000 USD ±50000000"],
    ["US$5m", "5000000 USD ±500000"],
    ["4.7 percent", "4.7 percent ±0.05"],
    ["4.70%", "4.7 percent ±0.005"],
    ["1,234,567", "1234567 number ±0.5"],
    ["$9.27\u202ftrillion", "9270000000000 USD ±5000000000"],
    ["a $200-billion gap", "200000000000 USD ±500000000"],
    ["12", "12 number ±0.5"],
    ["$12\nbillion", "12000000000 USD ±500000000"],
    ["$12\u00a0\u2003billion", "12000000000 USD ±500000000"],
    ["46\npercent", "46 percent ±0.5"],
    ["$5B", "5000000000 USD ±500000000"],
    ["$1.6T", "1600000000000 USD ±50000000000"],
    ["$100b", "100000000000 USD ±500000000"],
    ["$1.62 trillions", "1620000000000 USD ±5000000000"],
    [".5 percent", "0.5 percent ±0.05"],
    ["$.62 trillion", "620000000000 USD ±5000000000"],
    ["USD 5 billion", "5000000000 USD ±500000000"],
    ["USD5 billion", "5000000000 USD ±500000000"],
    ["US $5 billion", "5000000000 USD ±500000000"],
    ["1.62 trillion dollars", "1620000000000 USD ±5000000000"],
    ["4.7 percentage points", "4.7 percent ±0.05"],
    ["4.7-percent", "4.7 percent ±0.05"],
    ["46 pct", "46 percent ±0.5"],
    ["2.5x", "2.5 number ±0.05"],
    ["2008 bn", "2008000000000 number ±500000000"],
    ...Array.from("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d-").map((sign) => [
      `${sign}$5 billion`,
      "-5000000000 USD ±500000000",
    ]),
    ["stocks\u2014$5 billion", "5000000000 USD ±500000000"],
    ["sold,$5 billion", "5000000000 USD ±500000000"],
    ["HK$5 billion", "unreadable HK$5 billion"],
    ["A$9 billion", "unreadable A$9 billion"],
    ["€5 billion", "unreadable €5 billion"],
    ["5 billion euros", "unreadable 5 billion euros"],
    ["40bps", "0.4 percent ±0.005"],
    ["40 basis points", "0.4 percent ±0.005"],
    ["4\u2030", "unreadable 4\u2030"],
    ["$1,5 billion", "unreadable $1,5 billion"],
    ["$5 percent", "unreadable $5 percent"],
    ["٤٢", "unreadable ٤٢"],
    ["½", "unreadable ½"],
    ["⑤ things", "unreadable ⑤"],
    ["October, 2008", "2008-10"],
    ["Oct. 2008", "2008-10"],
    ["SEPTEMBER\n2008", "2008-09"],
    ["mid-2025", "2025"],
    ["post-2008", "2008"],
    ["In May 31.6 percent", "31.6 percent ±0.05"],
    ["In March 45 percent", "45 percent ±0.5"],
    ["In May 12 countries", "12 number ±0.5"],
    ["May 12 billion", "12000000000 number ±500000000"],
    ["May 9999", "9999 number ±0.5"],
  ])("%s", (text, expected) => {
    expect(amountsOf(text)).toEqual([expected]);
  });

  test("months and years are periods", () => {
    expect(amountsOf("between September 2008 and 2025")).toEqual(["2008-09", "2025"]);
  });

  test.each([
    "June\n18, 2026",
    "Sept. 30",
    "Feb. 18, 2026",
    "On June 18 prices fell",
    "June 18–20",
    "as data stood on June 18, foreigners",
    "18 June",
    "’08",
    "2024/25",
    "2024-25",
  ])("a date is no figure: %s", (text) => {
    expect(amountsOf(text)).toEqual([]);
  });

  test("a day of the calendar is no figure", () => {
    expect(amountsOf("On June 18, 2026 and on 2026-06-18 and in 18 June 2026")).toEqual([]);
  });

  test("a year in front of a scale word is an amount", () => {
    expect(amountsOf("$2008 billion")).toEqual(["2008000000000 USD ±500000000"]);
  });

  test("digits inside names are no figures", () => {
    expect(amountsOf("slt1.total, G7, 13F and v2.0b")).toEqual([]);
  });

  test("the dash of a range is no sign", () => {
    expect(amountsOf("$1–2 billion or 3-4")).toEqual([
      "1 USD ±0.5",
      "2000000000 number ±500000000",
      "3 number ±0.5",
      "4 number ±0.5",
    ]);
  });

  test("several figures come in their order", () => {
    expect(amountsOf("from $1.5 billion to 3 percent")).toEqual([
      "1500000000 USD ±50000000",
      "3 percent ±0.05".replace("0.05", "0.5"),
    ]);
  });

  test("no text makes it slow or throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        for (const { start, end } of findFigures(text)) expect(start).toBeLessThan(end);
      }),
    );
    expect(findFigures("1,".repeat(50_000)).length).toBeGreaterThanOrEqual(0);
    expect(findFigures("9".repeat(100_000))).toMatchObject([{ type: "unreadable" }]);
  }, 60_000);
});

test.each(["5 ", "1,", "$", "-", "May 12 ", "5   ", "½", "Mar. 1 2", "USD"])(
  "an article of nothing but %j is read at once",
  (piece) => {
    const text = piece.repeat(400_000 / piece.length);
    const spent = startProcessorClock();
    findFigures(text);
    // Twenty times what it takes; a pattern that goes back over the text would take hours.
    expect(spent()).toBeLessThan(20_000);
  },
  120_000,
);

describe("rounding intervals", () => {
  test("a figure as printed stands for all that rounds to it, half away from zero", () => {
    const [printed] = findFigures("$1.55 trillion");
    if (printed?.type !== "amount") throw new Error("no amount");
    const interval = roundingInterval(printed);
    expect(contains(interval, new Decimal("1545000000000"))).toBe(true);
    expect(contains(interval, new Decimal("1554999999999.99"))).toBe(true);
    expect(contains(interval, new Decimal("1555000000000"))).toBe(false);
    expect(contains(interval, new Decimal("1544999999999.99"))).toBe(false);
  });

  test("below zero the bounds are mirrored", () => {
    const [printed] = findFigures("-$1.5 billion");
    if (printed?.type !== "amount") throw new Error("no amount");
    const interval = roundingInterval(printed);
    expect(contains(interval, new Decimal("-1450000000"))).toBe(true);
    expect(contains(interval, new Decimal("-1550000000"))).toBe(false);
  });

  test("any amount, printed with any number of decimals, lies in its own interval and not in that of the next digit", () => {
    const cents = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(6, 9, 12),
        (raw, decimals, power) => {
          const amount = new Decimal(raw.toString()).div(100);
          const [printed] = findFigures(formatAmount(amount, "USD", { decimals, power }));
          if (printed?.type !== "amount") throw new Error("no amount");
          if (printed.amount.isZero()) return;
          expect(contains(roundingInterval(printed), amount)).toBe(true);
          const next = { ...printed, amount: printed.amount.plus(printed.step) };
          expect(contains(roundingInterval(next), amount)).toBe(false);
        },
      ),
    );
  });
});
