import { formatAmount, formatPeriod } from "#lib/series/format";
import type { Evaluation, Value } from "#lib/expressions/value";

/**
 * What the data say of a claim. A contradiction is `drifted` when only the digits no longer round to the text, and
 * `flipped` when the meaning is wrong: the sign, the period, or a statement that is not true.
 */
export type Verdict = "holds" | "holds-rounded" | "drifted" | "flipped";

/** Whether the data bear a claim out. */
export function isSupported({ verdict }: { readonly verdict: Verdict }): boolean {
  return verdict === "holds" || verdict === "holds-rounded";
}

/** A claim held against one evaluation. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly evaluation: Evaluation;
  /** The value computed, as text. */
  readonly computed: string;
  /** The values that the words stand for; null for statements, periods and records. */
  readonly interval: string | null;
  /** What the text could say instead; null when it holds, or when only an editor can tell. */
  readonly instead: string | null;
}

/** Why words and a value cannot be compared at all. */
export interface Mismatch {
  readonly kind: "unit-mismatch";
  readonly message: string;
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

function mismatch(message: string): Mismatch {
  return { kind: "unit-mismatch", message };
}
