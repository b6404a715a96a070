import { printExpression } from "#lib/expressions/print";
import { unturned, withoutVintage } from "#lib/expressions/bare";
import { parseExpression } from "#lib/expressions/parse";
import type { Expression } from "#lib/expressions/tree";
import type { TextSpan } from "#lib/claims/text-span";
import type { Outcome } from "#lib/suggest/found-figure";

/** A figure that somebody labelled by hand. */
export interface Label extends TextSpan {
  readonly text: string;
  /** What it rests on: expressions that say the same of the same thing, as `questionOf` prints them. Empty where no table has it. */
  readonly rests: readonly string[];
  /** What a reader should be told of it as the data stand. */
  readonly outcome: Outcome;
}

/** A text and all that it says in figures. */
export interface LabelledText {
  readonly name: string;
  readonly text: string;
  /** The part that was labelled: figures outside it are not counted. */
  readonly labelled: TextSpan;
  readonly labels: readonly Label[];
}

/** What an expression asks, whatever its sign and vintage: "-at(K, 2022-05)" and "at(K, 2022-05)" ask the same. */
export function questionOf(tree: Expression): string {
  const bare = unturned(withoutVintage(tree));
  return bare === tree ? printExpression(tree) : questionOf(bare);
}

/** The tree of an expression that a label names. Throws for one that cannot be read: the label is wrong. */
export function readRests(text: string): Expression {
  const parsed = parseExpression(text);
  if (parsed.ok) return parsed.tree;
  throw new Error(
    `Expected an expression, found "${text}": ${parsed.problems.map(({ message }) => message).join("; ")}`,
  );
}
