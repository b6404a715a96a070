import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Value } from "#lib/expressions/value";
import { Decimal } from "#lib/series/decimal";
import { formatAmount } from "#lib/series/format";
import { isVintageDate, type Cell } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import { readCaseLines } from "./case-lines.ts";
import { judgeSaying } from "./judge-saying.ts";
import { findFigures } from "./printed-figure.ts";
import { readSayings } from "./read-sayings.ts";
import type { Saying } from "./saying.ts";

const cases = readCaseLines(readFileSync(new URL("judgements.txt", import.meta.url), "utf8")).map(
  ({ left, right }) => {
    const [value = "", words = ""] = left.split(" | ");
    return { value, words, expected: right };
  },
);

function valueOf(text: string): Value {
  if (text === "true") return { type: "truth", truth: true };
  if (text === "none") return { type: "period", period: null };
  if (isPeriod(text)) return { type: "period", period: text };
  const [figure] = findFigures(text);
  if (figure?.type !== "amount") throw new Error(`no value: ${text}`);
  return { type: "quantity", amount: figure.amount, dimension: figure.dimension };
}

function sayingIn(words: string): Saying {
  const read = readSayings(words);
  const [saying] = "trouble" in read ? [] : read.sayings;
  if (saying === undefined) throw new Error(`nothing is read in "${words}"`);
  return saying;
}

/** The last cell that a record or a run was told by. */
function cellOf(period: string): Cell {
  const knownFrom = "2026-06-18";
  if (!isPeriod(period) || !isVintageDate(knownFrom)) throw new TypeError(period);
  const place = { key: "mfh.holdings.japan", line: 1, column: 1 };
  return { ...place, period, knownFrom, value: "1", status: "normal" };
}

function judge(words: string, value: Value) {
  return judgeSaying(sayingIn(words), { value, cells: [] });
}

function verdictOn(words: string, value: Value): string {
  const judgement = judge(words, value);
  return "kind" in judgement ? "mismatch" : judgement.verdict;
}

test.each(cases)("$value | $words", ({ value, words, expected }) => {
  const judgement = judge(words, valueOf(value));
  if ("kind" in judgement) {
    expect("mismatch").toBe(expected);
    return;
  }
  const { verdict, instead } = judgement;
  expect(instead === null ? verdict : `${verdict}: ${instead}`).toBe(expected);
});

test.each([
  ["lowest in five years", "2020-11", "holds-rounded"],
  ["lowest in five years", "2021-02", "flipped"],
  ["lowest in five years", "2019-11", "flipped"],
  ["40-month high", "2022-08", "holds-rounded"],
  ["40-month high", "2022-09", "flipped"],
  ["most since November", "2025-11", "holds"],
  ["most since November", "2025-10", "flipped"],
  ["most since November", "2024-11", "flipped"],
  ["most since December", "2024-12", "flipped"],
])("%s, told in December 2025 of a record since %s: %s", (words, since, verdict) => {
  if (!isPeriod(since)) throw new Error(since);
  const cells = [cellOf("2025-12")];
  const value = { type: "period", period: since } as const;
  expect(judgeSaying(sayingIn(words), { value, cells })).toMatchObject({ verdict });
});

test.each([
  ["every year since 2019", "6", "holds"],
  ["every year since 2019", "5", "flipped"],
  ["every month since May 2025", "7", "holds"],
  ["every month since May 2025", "6", "flipped"],
])("%s, of %s up to December 2025: %s", (words, count, verdict) => {
  const value = valueOf(count);
  const judgement = judgeSaying(sayingIn(words), { value, cells: [cellOf("2025-12")] });
  expect(judgement).toMatchObject({ verdict });
});

test.each([
  ["46 percent", "$5 billion", /pct_change\(.*share\(/],
  ["$46", "46 percent", /change\(/],
  ["half", "$5 billion", /share\(/],
  ["doubled", "$5 billion", /pct_change\(/],
])("%s beside %s: the message names what gives such a value", (words, value, named) => {
  const judged = judge(words, valueOf(value));
  expect("kind" in judged && judged.message).toMatch(named);
});

describe("what is said instead", () => {
  test.each(cases.filter(({ expected }) => expected.includes(": ")))(
    "is true of the value: $value | $words",
    ({ value, expected }) => {
      const instead = expected.slice(expected.indexOf(": ") + 2);
      expect(verdictOn(instead, valueOf(value))).toMatch(/^holds/);
    },
  );
});

const amounts = fc
  .bigInt({ min: -(10n ** 17n), max: 10n ** 17n })
  .map((raw) => new Decimal(raw.toString()).div(100));

test("every figure as it is written out is true of its own value", () => {
  fc.assert(
    fc.property(
      amounts,
      fc.constantFrom("USD" as const, "percent" as const, "number" as const),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(0, 6, 9, 12),
      (amount, dimension, decimals, power) => {
        const words = formatAmount(amount, dimension, { decimals, power });
        expect(verdictOn(words, { type: "quantity", amount, dimension })).toMatch(/^holds/);
      },
    ),
  );
});

const phrases = [
  "about ",
  "nearly ",
  "more than ",
  "less than ",
  "at least ",
  "at most ",
  "well over ",
  "just over ",
  "well under ",
  "fell by ",
  "sold ",
  "rose by nearly ",
];

test("every hedge refuses values on both sides of those it accepts", () => {
  fc.assert(
    fc.property(
      amounts.filter((amount) => !amount.isZero()),
      fc.constantFrom(...phrases),
      (amount, hedge) => {
        const words = hedge + formatAmount(amount.abs(), "USD", { decimals: 2, power: 0 });
        for (const times of ["-3", "-0.4", "0.4", "3"]) {
          const value = amount.abs().times(times);
          const verdict = verdictOn(words, { type: "quantity", amount: value, dimension: "USD" });
          expect(verdict).toMatch(/drifted|flipped/);
        }
      },
    ),
  );
});

test("no value is both more and less than a figure", () => {
  const contraries = [
    ["more than", "less than"],
    ["at least", "nearly"],
    ["well over", "just over"],
  ];
  fc.assert(
    fc.property(amounts, fc.constantFrom(...contraries), (amount, hedges) => {
      const value: Value = { type: "quantity", amount, dimension: "USD" };
      const held = hedges.filter((hedge) =>
        verdictOn(`${hedge} $500 trillion`, value).startsWith("holds"),
      );
      expect(held.length).toBeLessThan(2);
    }),
  );
});
