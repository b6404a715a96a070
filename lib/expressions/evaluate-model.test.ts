import fc from "fast-check";
import { expect, test } from "vitest";
import { Decimal } from "#lib/series/decimal";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { evaluateText } from "./evaluate.ts";
import { conditions } from "./functions.ts";
import {
  naiveBefore,
  naiveCount,
  naiveDistance,
  naivePercent,
  naivePeriodic,
  naiveRank,
  naiveRecordRank,
  naiveRun,
  naiveSince,
  naiveSpan,
  naiveSum,
  total,
  whole,
  type NaiveSeries,
  type NaiveValue,
} from "./naive-model.ts";

const asOf = "2026-06-18";
const areas = ["japan", "canada", "belgium"] as const;
const monthsOnRecord = ["2024", "2025"].flatMap((year) =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`),
);

/** A figure of a month as published; few of them are missing, and many are equal. */
const figure = fc.oneof(
  { arbitrary: fc.integer({ min: -3, max: 3 }), weight: 12 },
  { arbitrary: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), weight: 12 },
  { arbitrary: fc.constant(null), weight: 1 },
);

interface World {
  readonly flows: readonly NaiveSeries[];
  readonly stocks: readonly NaiveSeries[];
}

/** Three flows and three stocks of two years, with the reader that has them; Canada is published in billions. */
const world = fc
  .array(fc.array(figure, { minLength: 24, maxLength: 24 }), { minLength: 6, maxLength: 6 })
  .map((columns) => {
    const described = ["slt1.total.net", "mfh.holdings"].flatMap((table) =>
      areas.map((area) =>
        exampleSeries(`${table}.${area}`, { multiplier: area === "canada" ? 9 : 6 }),
      ),
    );
    const published = described.map(({ key }, index) => {
      const rows = monthsOnRecord.map(
        (month, row) => [month, columns[index]?.[row] ?? null] as const,
      );
      return { key, rows };
    });
    const figuresOf = (release: string): Record<string, Record<string, string>> =>
      Object.fromEntries(
        published
          .filter(({ key }) => key.startsWith(release))
          .map(({ key, rows }) => [
            key,
            Object.fromEntries(
              rows.map(([month, value]) => [month, value === null ? "n.a." : String(value)]),
            ),
          ]),
      );
    const naive = described.map(({ key, kind, multiplier }, index): NaiveSeries => {
      const values = (published[index]?.rows ?? []).flatMap(([month, value]): [string, bigint][] =>
        value === null ? [] : [[month, BigInt(value) * 10n ** BigInt(multiplier)]],
      );
      return { text: key, isStock: kind === "stock", values: new Map(values) };
    });
    const date = isVintageDate(asOf) ? asOf : null;
    if (date === null) throw new TypeError("Expected a date");
    const reader = createMemoryReader({
      series: described,
      vintages: ["slt1", "mfh"].map((release) => ({ release, date, figures: figuresOf(release) })),
    });
    return { flows: naive.slice(0, 3), stocks: naive.slice(3), reader, date };
  });

/** How a series is made of those of the world: which areas, and by which periods. */
const recipe = fc.record({
  isStock: fc.boolean(),
  chosen: fc.subarray([0, 1, 2], { minLength: 1 }),
  by: fc.constantFrom("months" as const, "quarterly" as const, "yearly" as const),
});

type Recipe = typeof recipe extends fc.Arbitrary<infer Made> ? Made : never;

function makeSeries({ flows, stocks }: World, { isStock, chosen, by }: Recipe): NaiveSeries {
  const all = isStock ? stocks : flows;
  const parts = chosen.flatMap((index) => all[index] ?? []);
  const table = isStock ? "mfh.holdings" : "slt1.total.net";
  const names = chosen.flatMap((index) => areas[index] ?? []);
  const [only] = parts;
  const sum = parts.length === 1 && only ? only : naiveSum(`${table}.{${names.join(",")}}`, parts);
  return by === "months" ? sum : naivePeriodic(by, sum);
}

const periodsBy = {
  months: ["2023-12", ...monthsOnRecord, "2026-01"],
  quarterly: ["2024", "2025"].flatMap((year) =>
    ["Q1", "Q2", "Q3", "Q4"].map((each) => `${year}-${each}`),
  ),
  yearly: ["2024", "2025"],
} as const;

const question = fc.record({
  made: recipe,
  whole: fc.subarray([0, 1, 2], { minLength: 1 }),
  picks: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  condition: fc.constantFrom(...conditions),
  lowest: fc.boolean(),
});

type Question = typeof question extends fc.Arbitrary<infer Asked> ? Asked : never;

function asJson(value: object | null): string {
  return JSON.stringify(value);
}

test("every function gives what a plain model of its definition gives, exactly, or a problem where that has none", async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.array(question, { minLength: 8, maxLength: 8 }),
      async (made, questions) => {
        for (const each of questions) {
          for (const asked of ask(made, each)) {
            const result = await evaluateText(asked.text, made.reader, made.date);
            const found = result.ok ? result.evaluation.value : null;
            expect([asked.text, asJson(found)]).toEqual([asked.text, asJson(valueOf(asked))]);
          }
        }
      },
    ),
    { numRuns: 25 },
  );
});

interface Asked {
  readonly text: string;
  readonly dimension: "USD" | "percent" | "number";
  readonly expected: NaiveValue | "none";
}

/** A call of every function about one series, with what the model gives. */
function ask(world: World, { made, whole: inWhole, picks, condition, lowest }: Question): Asked[] {
  const { isStock, by } = made;
  const own = makeSeries(world, made);
  const of = own.text;
  const all = makeSeries(world, { isStock, by, chosen: inWhole });
  const single = [0, 1, 2].map((index) => makeSeries(world, { isStock, by, chosen: [index] }));
  const line: readonly string[] = periodsBy[by];
  const [at = "", one = "", other = ""] = picks.map((pick) => line[pick % line.length] ?? "");
  const [from, to] = one <= other ? [one, other] : [other, one];
  const within = naiveSpan(own, from, to);
  const beside = naiveSpan(all, from, to);
  const [before, after, base] = [own.values.get(from), own.values.get(to), all.values.get(from)];
  const isKnown = before !== undefined && after !== undefined && from < to;
  const [sign, place] = lowest ? [-1n, ", lowest"] : [1n, ""];
  const peers = inWhole.flatMap((index) => single[index] ?? []);
  const named = `${isStock ? "mfh.holdings" : "slt1.total.net"}.{${inWhole.map((index) => areas[index]).join(",")}}`;
  const isStep = condition === "rising" || condition === "falling";
  const counted = isStep ? naiveSpan(own, naiveBefore(from), to) : within && [0n, ...within];
  const atWhole = all.values.get(at);
  const atOwn = own.values.get(at);
  const inRange = (name: string, give: (values: bigint[]) => NaiveValue): Asked => ({
    text: `${name}(${of}, ${from}..${to})`,
    dimension: "USD",
    expected: within && give(within),
  });
  const number = (text: string, expected: NaiveValue): Asked => ({
    text,
    dimension: "number",
    expected,
  });
  const percent = (text: string, expected: NaiveValue): Asked => ({
    text,
    dimension: "percent",
    expected,
  });
  const dollars = (text: string, expected: NaiveValue | "none"): Asked => ({
    text,
    dimension: "USD",
    expected,
  });
  const [first, last] = [[...own.values].at(0), [...own.values].at(-1)];
  return [
    dollars(`at(${of}, ${at})`, whole(atOwn)),
    inRange("sum", (values) => (isStock ? null : whole(total(values)))),
    inRange("mean", (values) => ({ top: total(values), bottom: BigInt(values.length) })),
    inRange("min", (values) =>
      whole(values.reduce((least, value) => (value < least ? value : least))),
    ),
    inRange("max", (values) =>
      whole(values.reduce((most, value) => (value > most ? value : most))),
    ),
    dollars(
      `mean_distance(${of}, ${all.text}, ${from}..${to})`,
      within && beside && naiveDistance(within, beside),
    ),
    dollars(`change(${of}, ${to}, ${from})`, isKnown ? whole(after - before) : null),
    percent(
      `pct_change(${of}, ${to}, ${from})`,
      isKnown ? naivePercent(after - before, before) : null,
    ),
    percent(
      `share(${of}, ${all.text}, ${at})`,
      atOwn === undefined || atWhole === undefined ? null : naivePercent(atOwn, atWhole),
    ),
    percent(
      `contribution(${of}, ${all.text}, ${to}, ${from})`,
      isKnown && base !== undefined ? naivePercent(after - before, base) : null,
    ),
    number(
      `rank(${of}, ${at}${place})`,
      made.chosen.length === 1 ? naiveRank(own, single, at, sign) : null,
    ),
    number(
      `rank(${of}, ${at}, ${named}${place})`,
      peers.every(({ values }) => values.has(at)) ? naiveRank(own, peers, at, sign) : null,
    ),
    number(`record_rank(${of}, ${at}${place})`, naiveRecordRank(own, at, sign)),
    dollars(`lowest_since(${of}, ${at})`, naiveSince(own, at, 1n)),
    dollars(`highest_since(${of}, ${at})`, naiveSince(own, at, -1n)),
    number(`run(${condition}, ${of}, ${at})`, naiveRun(condition, own, at)),
    number(`count(${condition}, ${of}, ${from}..${to})`, counted && naiveCount(condition, counted)),
    dollars(
      `at(${of}, latest(${of})) - at(${of}, first(${of}))`,
      first && last ? whole(last[1] - first[1]) : null,
    ),
  ];
}

/** What the language gives, as JSON, for what the model gave. */
function valueOf({ expected, dimension }: Asked): object | null {
  if (expected === null) return null;
  if (expected === "none") return { type: "period", period: null };
  if ("period" in expected) return { type: "period", period: expected.period };
  const amount = new Decimal(String(expected.top)).div(String(expected.bottom));
  return { type: "quantity", amount, dimension };
}
