interface FunctionEntry {
  readonly signature: string;
  /** Fewest and most arguments. */
  readonly least: number;
  readonly most: number;
}

/** Every function of the language. RANGE is a year, a quarter, or `FROM..TO`. */
export const functionTable = {
  at: { signature: "at(KEY, PERIOD)", least: 2, most: 2 },
  sum: { signature: "sum(KEY, RANGE)", least: 2, most: 2 },
  mean: { signature: "mean(KEY, RANGE)", least: 2, most: 2 },
  min: { signature: "min(KEY, RANGE)", least: 2, most: 2 },
  max: { signature: "max(KEY, RANGE)", least: 2, most: 2 },
  change: { signature: "change(KEY, PERIOD or RANGE, EARLIER)", least: 2, most: 3 },
  pct_change: { signature: "pct_change(KEY, PERIOD or RANGE, EARLIER)", least: 2, most: 3 },
  share: { signature: "share(PART, WHOLE, PERIOD or RANGE)", least: 3, most: 3 },
  rank: { signature: "rank(KEY, PERIOD)", least: 2, most: 2 },
  lowest_since: { signature: "lowest_since(KEY, PERIOD)", least: 2, most: 2 },
  highest_since: { signature: "highest_since(KEY, PERIOD)", least: 2, most: 2 },
  latest: { signature: "latest(KEY)", least: 1, most: 1 },
  abs: { signature: "abs(EXPRESSION)", least: 1, most: 1 },
  asOf: { signature: "asOf(EXPRESSION, DATE)", least: 2, most: 2 },
} as const satisfies Record<string, FunctionEntry>;

export type FunctionName = keyof typeof functionTable;

/** Whether a word is the name of a function. */
export function isFunctionName(word: string): word is FunctionName {
  return Object.hasOwn(functionTable, word);
}
