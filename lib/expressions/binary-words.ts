import { describePeriod } from "./period-words.ts";
import { precedence } from "./precedence.ts";
import { literalPeriod, type BinaryNode, type BinaryOperator, type Expression } from "./tree.ts";
import type { Describe } from "./words.ts";

const operatorWords = {
  "+": "plus",
  "-": "minus",
  "*": "times",
  "/": "divided by",
  "=": "equals",
  "!=": "differs from",
  "<": "is less than",
  "<=": "is at most",
  ">": "is more than",
  ">=": "is at least",
  and: "and",
  or: "or",
} as const satisfies Record<BinaryOperator, string>;

const periodWords = {
  ...operatorWords,
  "=": "is in",
  "!=": "is not in",
  "<": "is before",
  "<=": "is not later than",
  ">": "is after",
  ">=": "is not earlier than",
} as const satisfies Record<BinaryOperator, string>;

/** What stands between the two sides: "is more than"; between periods "is after". */
export function relationWords(operator: BinaryOperator, ofPeriods: boolean): string {
  return ofPeriods ? periodWords[operator] : operatorWords[operator];
}

/** "X, divided by Y", "X, is not later than 2008", "X: there is none on record". */
export function describeBinary({ operator, left, right }: BinaryNode, within: Describe): string {
  const isNone = [left, right].some(({ kind }) => kind === "none");
  const other = left.kind === "none" ? right : left;
  if (isNone && (operator === "=" || operator === "!=")) {
    return `${within(other)}: there is ${operator === "=" ? "none" : "one"} on record`;
  }
  const level = precedence[operator];
  const ofPeriods = givesPeriod(left) || givesPeriod(right);
  const start = ofPeriods ? describePeriodSide(left, within) : describeOperand(left, level, within);
  const end = ofPeriods
    ? describePeriodSide(right, within)
    : describeOperand(right, level + 1, within);
  const words = relationWords(operator, ofPeriods);
  // A phrase with a comma of its own ("…, in December 2025") is closed by another; a bare figure is not.
  const comma =
    operator === "and" || operator === "or" || /^“|, /.test(start.replace(/\(.*\)/g, ""))
      ? ","
      : "";
  return `${start}${comma} ${words} ${end}`;
}

/** The words of an operand, in parentheses when it binds more loosely than `least`. */
export function describeOperand(node: Expression, least: number, within: Describe): string {
  const words = within(node);
  return node.kind === "binary" && precedence[node.operator] < least ? `(${words})` : words;
}

function describePeriodSide(node: Expression, within: Describe): string {
  const literal = literalPeriod(node);
  return literal === null ? describeOperand(node, Infinity, within) : describePeriod(literal);
}

function givesPeriod(node: Expression): boolean {
  if (node.kind === "asOf") return givesPeriod(node.operand);
  return (
    node.kind === "period" ||
    node.kind === "record" ||
    node.kind === "latest" ||
    node.kind === "first" ||
    node.kind === "none"
  );
}
