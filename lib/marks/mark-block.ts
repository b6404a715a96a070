import type { TextSpan } from "#lib/claims/text-span";
import type { FoundFigure } from "#lib/suggest/found-figure";
import { overlap, type Edit } from "./edits.ts";

/** A claim that may be put round words: what becomes of the source, and what it says. */
export interface MarkEdit extends Edit {
  readonly words: string;
  readonly expression: string;
}

/** A figure with the ways in which it may be marked, the best first. */
export interface Markable {
  readonly figure: FoundFigure;
  readonly forms: readonly MarkEdit[];
}

/** What the gate says against a block with these claims in it, and did not say before. */
export type Trial = (edits: readonly Edit[]) => Promise<readonly string[]>;

/** A figure with the way in which it is marked, or why it is not. */
export type Marked = { readonly figure: FoundFigure } & (
  | { readonly edit: MarkEdit; readonly reason: null }
  | { readonly edit: null; readonly reason: string }
);

/** More are tried one by one: of so many, each would be tried with all others left out in turn. */
const mostTogether = 12;

/**
 * The claims of one block that the gate accepts together. A figure is often refused alone for what the sentence says of its
 * neighbour ("$742.5 billion, more than the $308.3 billion of 2024"), so all are tried first, and the one without which
 * least is wrong is left out until nothing is; then those left out are tried again, in every form.
 */
export async function markBlock(markable: readonly Markable[], trial: Trial): Promise<Marked[]> {
  const kept = new Map<FoundFigure, MarkEdit>();
  const refusals = new Map<FoundFigure, string>();
  const editsWith = (edit: MarkEdit | null, without: FoundFigure | null) => [
    ...[...kept].flatMap(([figure, own]) => (figure === without ? [] : [own])),
    ...(edit === null ? [] : [edit]),
  ];
  const isFree = (span: TextSpan) => ![...kept.values()].some((edit) => overlap(edit, span));

  const together = markable.length <= mostTogether ? markable : [];
  for (const { figure, forms } of together) {
    const best = await leastRefused(forms.filter(isFree), (edit) => trial([edit]));
    if (best !== null) kept.set(figure, best);
  }
  for (let wrong = await trial(editsWith(null, null)); wrong.length > 0 && kept.size > 0;) {
    const left = await leastRefused([...kept.keys()], (figure) => trial(editsWith(null, figure)));
    if (left === null) break;
    kept.delete(left);
    refusals.set(left, `the gate refuses it: ${wrong[0]}`);
    wrong = await trial(editsWith(null, null));
  }
  for (const { figure, forms } of markable) {
    if (kept.has(figure)) continue;
    for (const edit of forms.filter(isFree)) {
      const [problem] = await trial(editsWith(edit, null));
      if (problem === undefined) {
        kept.set(figure, edit);
        break;
      }
      if (!refusals.has(figure)) refusals.set(figure, `the gate refuses it: ${problem}`);
    }
  }
  return markable.map(({ figure }): Marked => {
    const edit = kept.get(figure);
    if (edit !== undefined) return { figure, edit, reason: null };
    const reason = refusals.get(figure) ?? "its words stand on both sides of a tag or of emphasis";
    return { figure, edit: null, reason };
  });
}

/** The first of those that least is said against; null of none. */
async function leastRefused<T>(
  choices: readonly T[],
  refusalsOf: (choice: T) => Promise<readonly string[]>,
): Promise<T | null> {
  let best: { readonly choice: T; readonly count: number } | null = null;
  for (const choice of choices) {
    const { length: count } = await refusalsOf(choice);
    if (best === null || count < best.count) best = { choice, count };
    if (count === 0) break;
  }
  return best && best.choice;
}
