import type { Frequency } from "#lib/series/frequency";
import { frequencyOf } from "#lib/series/period";
import { printExpression } from "./print.ts";
import { literalPeriod, type ArithmeticOperator, type Expression } from "./tree.ts";
import type { Dimension } from "#lib/series/format";

/** What an expression gives, known before anything is read. */
export type ExpressionType = Dimension | "period" | "truth";

export type StaticType =
  | { readonly type: Dimension }
  | { readonly type: "truth" }
  /** `literal`: written out, so that a month may be held against it when it is a year. No frequency: `none`. */
  | { readonly type: "period"; readonly frequency: Frequency | null; readonly literal: boolean };

const names = {
  USD: "dollars",
  percent: "a percentage",
  number: "a plain number",
  period: "a period",
  truth: "true or false",
} as const satisfies Record<ExpressionType, string>;

/** "`at(mfh.holdings.japan, 2025-12)` is dollars" */
export function describeNode(node: Expression, { type }: StaticType): string {
  return `${quoteNode(node)} gives ${names[type]}`;
}

/** The canonical text of a node in backticks, cut when it is long. */
export function quoteNode(node: Expression): string {
  const text = printExpression(node);
  return text.length <= 60 ? `\`${text}\`` : `\`${text.slice(0, 59)}\u2026\``;
}

/** A node read as a period where one is expected: a bare `2008` is a year. */
export function asLiteralPeriod(node: Expression): StaticType | null {
  const period = literalPeriod(node);
  return period && { type: "period", frequency: frequencyOf(period), literal: true };
}

/** Whether a node is a plain 0, which compares with any unit. */
export function isPlainZero(node: Expression): boolean {
  return node.kind === "number" && node.dimension === "number" && /^[0.]+$/.test(node.digits);
}

/** The unit of a result, or null where the units do not go together. Percentages are only added and compared. */
export function unitOf(
  operator: ArithmeticOperator,
  left: Dimension,
  right: Dimension,
): Dimension | null {
  switch (operator) {
    case "+":
    case "-":
      return left === right ? left : null;
    case "*":
      if (left === "percent" || right === "percent") return null;
      if (left === "number") return right;
      return right === "number" ? left : null;
    case "/":
      if (left === right) return "number";
      return left === "USD" && right === "number" ? "USD" : null;
  }
}
