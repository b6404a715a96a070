import { printExpression } from "#lib/expressions/print";
import type { TextSpan } from "#lib/claims/text-span";
import type { FoundFigure, Proposal } from "#lib/suggest/found-figure";

/** Words to put between tags, and the expression to tie them to. */
export interface MarkForm {
  readonly span: TextSpan;
  readonly expression: string;
}

/**
 * The ways in which a figure can be marked with a proposal, the fullest first: with the word that compares, which needs a
 * claim as well, then alone; and each with the sign turned, where words turn the sign that the series has.
 */
export function formsOf(
  { start, end }: TextSpan,
  { said, tree, expression }: Pick<Proposal, "said" | "tree" | "expression">,
): MarkForm[] {
  const spans = [said, { start, end }];
  const turned = tree.kind === "negate" ? printExpression(tree.operand) : `-${operand(expression)}`;
  const forms = spans.flatMap((span) => [
    { span, expression },
    { span, expression: turned },
  ]);
  return forms.filter(
    (form, index) =>
      forms.findIndex(
        (other) =>
          other.expression === form.expression &&
          other.span.start === form.span.start &&
          other.span.end === form.span.end,
      ) === index,
  );
}

/** A call or a number stands behind a minus as it is. */
function operand(expression: string): string {
  return /^[\w.-]+\([^()]*\)$/u.test(expression) ? expression : `(${expression})`;
}

/** From here on a proposal is taken for what is meant. */
export const sureFrom = 0.8;

/** The proposal that a figure can be marked with, or why it has none, in words that follow "left as it is: ". */
export function proposalToWrite({
  outcome,
  proposals,
  note,
}: Pick<FoundFigure, "outcome" | "proposals" | "note">): Proposal | string {
  const [best] = proposals;
  if (outcome !== "supported" || best === undefined) return note;
  if (best.confidence >= sureFrom) return best;
  return "the words around it do not name one thing; choose a proposal by hand";
}
