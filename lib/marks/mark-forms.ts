import { printExpression } from "#lib/expressions/print";
import type { TextSpan } from "#lib/claims/text-span";
import type { FoundFigure, Proposal } from "#lib/suggest/found-figure";

/** Words to put between tags, and the expression to tie them to. */
export interface MarkForm {
  readonly span: TextSpan;
  readonly expression: string;
}

/**
 * The ways in which words can be marked with a proposal, those of the first span first; each also with the sign turned, where
 * the words turn the sign that the series has.
 */
export function formsOf(
  spans: readonly TextSpan[],
  { tree, expression }: Pick<Proposal, "tree" | "expression">,
): MarkForm[] {
  const turned = tree.kind === "negate" ? printExpression(tree.operand) : `-${operand(expression)}`;
  return spans.flatMap((span) => [
    { span, expression },
    { span, expression: turned },
  ]);
}

/** A call or a number stands behind a minus as it is. */
function operand(expression: string): string {
  return /^[\w.-]+\([^()]*\)$/u.test(expression) ? expression : `(${expression})`;
}

/** From here on a proposal that the data support may be written, if the gate accepts it besides. */
const writtenFrom = 0.5;

/** The proposal that a figure can be marked with, or why it has none, in words that follow "left as it is: ". */
export function proposalToWrite({
  outcome,
  proposals,
  note,
}: Pick<FoundFigure, "outcome" | "proposals" | "note">): Proposal | string {
  const [best] = proposals;
  if (outcome !== "supported" || best === undefined) return note;
  if (best.confidence >= writtenFrom) return best;
  return "the words around it do not name one thing; choose a proposal by hand";
}
