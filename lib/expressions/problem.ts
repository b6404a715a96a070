import type { SeriesNode } from "./series-node.ts";
import type { TextRange } from "./tree.ts";

/** What can be wrong with an expression; the README lists them with an example each. */
export type ExpressionProblemKind =
  | "empty"
  | "too-long"
  | "too-deep"
  | "unexpected-text"
  | "bad-number"
  | "bad-period"
  | "bad-date"
  | "bad-braces"
  | "bad-name"
  | "unused-definition"
  | "too-many-definitions"
  | "repeated-series"
  | "too-many-series"
  | "unknown-word"
  | "wrong-arguments"
  | "bare-key"
  | "chained-comparison"
  | "unknown-key"
  | "unit-mismatch"
  | "frequency-mismatch"
  | "type-mismatch"
  | "stock-over-time"
  | "overlapping-values"
  | "unlike-series"
  | "overlapping-areas"
  | "overlapping-classes"
  | "not-a-country"
  | "no-vintage"
  | "no-first-print"
  | "no-period"
  | "reversed-range"
  | "unequal-ranges"
  | "outside-series"
  | "missing-observation"
  | "incomplete-range"
  | "incomplete-record"
  | "before-the-record"
  | "division-by-zero"
  | "negative-base";

/** An expected failure, with its place in the text: UTF-16 offsets from 0, `end` not included. */
export interface ExpressionProblem extends TextRange {
  readonly kind: ExpressionProblemKind;
  /** What was expected and what was found. */
  readonly message: string;
  /** What to do. */
  readonly fix?: string | undefined;
  /** The series that stands where a value is wanted: which of its periods there are only the store knows (`newest-value.ts`). */
  readonly alone?: SeriesNode;
}

/** All problems found, at least one. */
export interface Failure {
  readonly ok: false;
  readonly problems: readonly ExpressionProblem[];
}

/** The outcome of a step inside the evaluation. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Failure;

/** A step that went well. */
export function success<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A step with one problem. */
export function failure(
  { start, end }: TextRange,
  kind: ExpressionProblemKind,
  message: string,
  fix?: string,
): Failure {
  return { ok: false, problems: [{ kind, message, start, end, fix }] };
}

/** The values of all steps in order, or the problems of all that failed. */
export function collect<T>(outcomes: readonly Outcome<T>[]): Outcome<T[]> {
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  if (problems.length > 0) return { ok: false, problems };
  return success(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])));
}
