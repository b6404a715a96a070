import { formatAmount, formatPeriod } from "#lib/series/format";
import type { Evaluation, Value } from "#lib/expressions/value";
import type { PrintedFigure } from "./printed-figure.ts";
import { amountWriter, contains, describeInterval } from "./interval.ts";
import { roundingInterval } from "./rounding-interval.ts";

/**
 * What the data say of a claim. A contradiction is `drifted` when only the digits no longer round to the text, and
 * `flipped` when the meaning is wrong: the sign, the period, or a statement that is not true.
 */
export type Verdict = "holds" | "holds-rounded" | "drifted" | "flipped";

/** A claim held against one evaluation. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly evaluation: Evaluation;
  /** The value computed, as text. */
  readonly computed: string;
  /** The values that would round to the text; null for statements and periods. */
  readonly interval: string | null;
  /** What the text could say instead; null when it holds, or when only an editor can tell. */
  readonly instead: string | null;
}

/** Why a printed figure and a value cannot be compared at all. */
export interface Mismatch {
  readonly kind: "unit-mismatch";
  readonly message: string;
}

/** Holds the one figure printed in a claim against the value computed for it. */
export function judgeFigure(printed: PrintedFigure, evaluation: Evaluation): Judgement | Mismatch {
  const { value } = evaluation;
  const computed = describeValue(value);
  if (printed.type === "period" || value.type === "period") {
    return judgePeriod(printed, evaluation, computed);
  }
  if (value.type === "truth") {
    return mismatch(
      `the expression says whether something is true; use holds="…" for it, or an expression that gives an amount`,
    );
  }
  if (printed.dimension !== value.dimension) {
    return mismatch(
      `the text prints ${dimensionName[printed.dimension]}, the expression gives ${dimensionName[value.dimension]}`,
    );
  }
  const interval = roundingInterval(printed);
  const style = { decimals: printed.decimals, power: printed.power };
  const fits = contains(interval, value.amount);
  const sameSign =
    value.amount.isNegative() === printed.amount.isNegative() || value.amount.isZero();
  return {
    verdict: fits
      ? value.amount.eq(printed.amount)
        ? "holds"
        : "holds-rounded"
      : sameSign
        ? "drifted"
        : "flipped",
    evaluation,
    computed,
    interval: describeInterval(interval, amountWriter(printed.dimension, { power: printed.power })),
    instead: fits ? null : formatAmount(value.amount, value.dimension, style),
  };
}

/** A statement holds when its expression is true. */
export function judgeStatement(evaluation: Evaluation): Judgement | Mismatch {
  const { value } = evaluation;
  if (value.type !== "truth") {
    return mismatch(
      `holds="…" needs an expression that is true or false; this one gives ${describeValue(value)}. Compare it with something, or use of="…"`,
    );
  }
  return {
    verdict: value.truth ? "holds" : "flipped",
    evaluation,
    computed: describeValue(value),
    interval: null,
    instead: null,
  };
}

/** A value as text: "$1.619896 trillion", "September 2008", "true". */
export function describeValue(value: Value): string {
  switch (value.type) {
    case "quantity":
      return formatAmount(value.amount, value.dimension);
    case "period":
      return value.period === null ? "no earlier period on record" : formatPeriod(value.period);
    case "truth":
      return value.truth ? "true" : "not true";
  }
}

const dimensionName = { USD: "dollars", percent: "percent", number: "a plain number" } as const;

function judgePeriod(
  printed: PrintedFigure,
  evaluation: Evaluation,
  computed: string,
): Judgement | Mismatch {
  const { value } = evaluation;
  if (printed.type !== "period")
    return mismatch(`the expression gives a period (${computed}), the text an amount`);
  if (value.type !== "period")
    return mismatch(`the text prints a period, the expression gives ${computed}`);
  // "2008" is right for September 2008: a year printed covers its months.
  const fits = value.period !== null && value.period.startsWith(printed.period);
  const exact = value.period === printed.period;
  return {
    verdict: fits ? (exact ? "holds" : "holds-rounded") : "flipped",
    evaluation,
    computed,
    interval: null,
    instead: fits || value.period === null ? null : formatPeriod(value.period),
  };
}

function mismatch(message: string): Mismatch {
  return { kind: "unit-mismatch", message };
}
