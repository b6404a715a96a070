import type { PeriodicName } from "./series-node.ts";

interface FunctionEntry {
  readonly signature: string;
  /** Fewest and most arguments. */
  readonly least: number;
  readonly most: number;
}

/** What a period can be asked for by `run` and `count`: more or less than the period before, above or below zero. */
export const conditions = ["rising", "falling", "positive", "negative"] as const;

export type ConditionName = (typeof conditions)[number];

/**
 * Every function of the language. KEY is a series: a key, a key with braces, or `quarterly`, `yearly` or `first_printed` of one. RANGE is a
 * year, a quarter, or `FROM..TO`.
 */
export const functionTable = {
  at: { signature: "at(KEY, PERIOD)", least: 2, most: 2 },
  sum: { signature: "sum(KEY, RANGE)", least: 2, most: 2 },
  mean: { signature: "mean(KEY, RANGE)", least: 2, most: 2 },
  min: { signature: "min(KEY, RANGE)", least: 2, most: 2 },
  max: { signature: "max(KEY, RANGE)", least: 2, most: 2 },
  change: { signature: "change(KEY, PERIOD or RANGE, EARLIER)", least: 2, most: 3 },
  pct_change: { signature: "pct_change(KEY, PERIOD or RANGE, EARLIER)", least: 2, most: 3 },
  compound_growth: { signature: "compound_growth(KEY, PERIOD, EARLIER)", least: 3, most: 3 },
  mean_distance: { signature: "mean_distance(KEY, OTHER, RANGE)", least: 3, most: 3 },
  share: { signature: "share(PART, WHOLE, PERIOD or RANGE)", least: 3, most: 3 },
  contribution: {
    signature: "contribution(PART, WHOLE, PERIOD or RANGE, EARLIER)",
    least: 3,
    most: 4,
  },
  rank: { signature: "rank(KEY, PERIOD, PEERS, lowest)", least: 2, most: 4 },
  record_rank: { signature: "record_rank(KEY, PERIOD, lowest)", least: 2, most: 3 },
  lowest_since: { signature: "lowest_since(KEY, PERIOD)", least: 2, most: 2 },
  highest_since: { signature: "highest_since(KEY, PERIOD)", least: 2, most: 2 },
  run: { signature: "run(CONDITION, KEY, PERIOD)", least: 3, most: 3 },
  count: { signature: "count(CONDITION, KEY, RANGE)", least: 3, most: 3 },
  latest: { signature: "latest(KEY)", least: 1, most: 1 },
  first: { signature: "first(KEY)", least: 1, most: 1 },
  quarterly: { signature: "quarterly(KEY)", least: 1, most: 1 },
  yearly: { signature: "yearly(KEY)", least: 1, most: 1 },
  first_printed: { signature: "first_printed(KEY)", least: 1, most: 1 },
  abs: { signature: "abs(EXPRESSION)", least: 1, most: 1 },
  asOf: { signature: "asOf(EXPRESSION, DATE)", least: 2, most: 2 },
} as const satisfies Record<string, FunctionEntry>;

export type FunctionName = keyof typeof functionTable;

/** Words that stand bare as an argument, by function: the names of conditions, and from which end a rank is counted. */
export const argumentWords: Readonly<Partial<Record<FunctionName, readonly string[]>>> = {
  run: conditions,
  count: conditions,
  rank: ["lowest"],
  record_rank: ["lowest"],
};

/** Words that no definition may have for its name. */
export const reservedWords: readonly string[] = [
  ...Object.keys(functionTable),
  ...Object.values(argumentWords).flat(),
  "highest",
  "and",
  "or",
  "none",
];

/** Whether a word is the name of a function. */
export function isFunctionName(word: string): word is FunctionName {
  return Object.hasOwn(functionTable, word);
}

/** Whether a word is the name of a function that makes a series of a series. */
export function makesSeries(word: string): word is PeriodicName | "first_printed" {
  return word === "quarterly" || word === "yearly" || word === "first_printed";
}

/** Whether a word is the name of a condition. */
export function isConditionName(word: string): word is ConditionName {
  return conditions.some((condition) => condition === word);
}
