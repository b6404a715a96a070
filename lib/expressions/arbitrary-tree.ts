import fc from "fast-check";
import { monthPeriod, isPeriod } from "#lib/series/period";
import { isVintageDate } from "#lib/series/observation";
import { conditions } from "./functions.ts";
import { readBraces } from "./braces.ts";
import type { KeyNode, KeysNode, SeriesNode } from "./series-node.ts";
import type { BinaryOperator, Expression, RangeNode, RankEnd } from "./tree.ts";

const nowhere = { start: 0, end: 0 };

const plainKey: fc.Arbitrary<KeyNode> = fc
  .stringMatching(/^[a-z][a-z0-9]{0,3}(-[a-z0-9]{1,3})?(\.[a-z0-9]{1,4}(-[a-z0-9]{1,3})?){1,3}$/)
  .map((text) => ({ kind: "key", key: text, ...nowhere }));

const alternatives = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,3})?$/), {
  minLength: 1,
  maxLength: 4,
});

const segment = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9]{0,3}$/),
  alternatives.map((names) => `{${names.join(",")}}`),
);

const bracesKey: fc.Arbitrary<KeysNode> = fc
  .tuple(fc.array(segment, { minLength: 1, maxLength: 2 }), alternatives)
  .map(([segments, names]) => {
    const read = readBraces(`${segments.join(".")}.{${names.join(",")}}`, 0, nowhere);
    if (!read.ok) throw new TypeError(read.problems[0]?.message);
    return read.value;
  });

const { series: key } = fc.letrec<{ series: SeriesNode }>((tie) => ({
  series: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { arbitrary: plainKey, weight: 4 },
    { arbitrary: bracesKey, weight: 1 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom("quarterly" as const, "yearly" as const), tie("series"))
        .map(([name, of]): SeriesNode => ({ kind: "periodic", name, of, ...nowhere })),
      weight: 1,
    },
    {
      arbitrary: fc
        .oneof(plainKey, bracesKey)
        .map((of): SeriesNode => ({ kind: "firstPrinted", of, ...nowhere })),
      weight: 1,
    },
  ),
}));

const condition = fc.constantFrom(...conditions);
const end = fc.constantFrom<RankEnd>("highest", "lowest");

const digits = fc.stringMatching(/^[0-9]{1,6}(\.[0-9]{1,4})?$/);

const number: fc.Arbitrary<Expression> = fc.oneof(
  digits.map((text) => ({
    kind: "number" as const,
    digits: text,
    dimension: "number" as const,
    power: 0 as const,
    ...nowhere,
  })),
  digits.map((text) => ({
    kind: "number" as const,
    digits: text,
    dimension: "percent" as const,
    power: 0 as const,
    ...nowhere,
  })),
  fc.record({
    kind: fc.constant("number" as const),
    digits,
    dimension: fc.constant("USD" as const),
    power: fc.constantFrom(0 as const, 3 as const, 6 as const, 9 as const, 12 as const),
    start: fc.constant(0),
    end: fc.constant(0),
  }),
);

const month = fc
  .tuple(fc.integer({ min: 1000, max: 2999 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, of]) => monthPeriod(year, of));
const period: fc.Arbitrary<Expression> = fc
  .oneof(month, fc.constantFrom(...["2025-Q1", "2025-Q4"].filter(isPeriod)))
  .map((text) => ({ kind: "period", period: text, ...nowhere }));

const date = fc.constantFrom(...["2026-02-18", "2024-02-29"].filter(isVintageDate));

const operators: readonly BinaryOperator[] = [
  "+",
  "-",
  "*",
  "/",
  "=",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "and",
  "or",
];

/** Any tree that can be written down, sensible or not; its places in the text are all 0. For property tests. */
export const { tree: arbitraryTree } = fc.letrec<{ tree: Expression; range: RangeNode }>((tie) => ({
  range: fc.record({
    kind: fc.constant("range" as const),
    from: tie("tree"),
    to: fc.option(tie("tree")),
    start: fc.constant(0),
    end: fc.constant(0),
  }),
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    number,
    period,
    fc.constant<Expression>({ kind: "none", ...nowhere }),
    fc
      .tuple(fc.constantFrom("latest" as const, "first" as const), key)
      .map(([kind, one]): Expression => ({ kind, key: one, ...nowhere })),
    fc
      .tuple(fc.constantFrom(...operators), tie("tree"), tie("tree"))
      .map(([operator, left, right]): Expression => ({
        kind: "binary",
        operator,
        left,
        right,
        ...nowhere,
      })),
    fc
      .tuple(fc.constantFrom("negate" as const, "abs" as const), tie("tree"))
      .map(([kind, operand]): Expression => ({ kind, operand, ...nowhere })),
    fc
      .tuple(tie("tree"), date)
      .map(([operand, day]): Expression => ({ kind: "asOf", operand, date: day, ...nowhere })),
    fc
      .tuple(key, tie("tree"))
      .map(([one, when]): Expression => ({ kind: "at", key: one, period: when, ...nowhere })),
    fc
      .tuple(key, tie("tree"), fc.option(bracesKey), end)
      .map(([one, when, peers, from]): Expression => ({
        kind: "rank",
        key: one,
        period: when,
        peers,
        from,
        ...nowhere,
      })),
    fc.tuple(key, tie("tree"), end).map(([one, when, from]): Expression => ({
      kind: "recordRank",
      key: one,
      period: when,
      from,
      ...nowhere,
    })),
    fc.tuple(condition, key, tie("tree")).map(([each, one, when]): Expression => ({
      kind: "run",
      condition: each,
      key: one,
      period: when,
      ...nowhere,
    })),
    fc.tuple(condition, key, tie("range")).map(([each, one, range]): Expression => ({
      kind: "count",
      condition: each,
      key: one,
      range,
      ...nowhere,
    })),
    fc.tuple(key, tie("tree"), tie("tree")).map(([one, when, earlier]): Expression => ({
      kind: "growth",
      key: one,
      period: when,
      earlier,
      ...nowhere,
    })),
    fc
      .tuple(key, key, tie("range"), fc.option(tie("range")))
      .map(([part, whole, range, earlier]): Expression => ({
        kind: "contribution",
        part,
        whole,
        range,
        earlier,
        ...nowhere,
      })),
    fc
      .tuple(fc.constantFrom("lowest_since" as const, "highest_since" as const), key, tie("tree"))
      .map(([name, one, when]): Expression => ({
        kind: "record",
        name,
        key: one,
        period: when,
        ...nowhere,
      })),
    fc
      .tuple(
        fc.constantFrom("sum" as const, "mean" as const, "min" as const, "max" as const),
        key,
        tie("range"),
      )
      .map(([name, one, range]): Expression => ({
        kind: "aggregate",
        name,
        key: one,
        range,
        ...nowhere,
      })),
    fc
      .tuple(
        fc.constantFrom("change" as const, "pct_change" as const),
        key,
        tie("range"),
        fc.option(tie("range")),
      )
      .map(([name, one, range, earlier]): Expression => ({
        kind: "change",
        name,
        key: one,
        range,
        earlier,
        ...nowhere,
      })),
    fc.tuple(key, key, tie("range")).map(([one, other, range]): Expression => ({
      kind: "distance",
      key: one,
      other,
      range,
      ...nowhere,
    })),
    fc.tuple(key, key, tie("range")).map(([part, whole, range]): Expression => ({
      kind: "share",
      part,
      whole,
      range,
      ...nowhere,
    })),
  ),
}));
