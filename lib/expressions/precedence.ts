import type { Token } from "./tokens.ts";
import type { BinaryOperator } from "./tree.ts";

/** Level of the comparisons, which do not chain. */
export const comparisonPrecedence = 3;

/** How tightly each operator binds: the higher, the tighter. Operators of one level group from the left. */
export const precedence: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  "=": comparisonPrecedence,
  "!=": comparisonPrecedence,
  "<": comparisonPrecedence,
  "<=": comparisonPrecedence,
  ">": comparisonPrecedence,
  ">=": comparisonPrecedence,
  "+": 4,
  "-": 4,
  "*": 5,
  "/": 5,
};

/** The operator a token is, with its level; null for a token that is none. */
export function precedenceOf(token: Token): { operator: BinaryOperator; level: number } | null {
  const text = token.kind === "symbol" ? token.symbol : token.kind === "word" ? token.word : "";
  return isOperator(text) ? { operator: text, level: precedence[text] } : null;
}

function isOperator(text: string): text is BinaryOperator {
  return Object.hasOwn(precedence, text);
}
