import { claimFigure } from "#lib/claims/claim-figure";
import { judgeFigure, judgeStatement, type Judgement } from "#lib/claims/judgement";
import { findStatedFigures } from "#lib/claims/stated-figure";
import type { Evaluation } from "#lib/expressions/value";
import type { Problem } from "#lib/series/problem";
import type { ClaimMark } from "./mark.ts";

type Trouble = Omit<Problem, "at">;

/**
 * The judgement of a claim's words against evaluations of its expressions, at whatever vintage they were made; or why the
 * two cannot be held against each other.
 */
export function judgeClaim(
  { form, text }: Pick<ClaimMark, "form" | "text">,
  evaluations: readonly Evaluation[],
): { judgements: readonly Judgement[] } | { trouble: Trouble } {
  const [evaluation] = evaluations;
  if (!evaluation || evaluations.length > 1) throw new Error("not yet");
  if (form === "statement") {
    const trouble = checkStatement(text);
    return trouble ? { trouble } : judgementOf(judgeStatement(evaluation));
  }
  const printed = claimFigure(text, evaluation.value.type === "period");
  return "trouble" in printed ? printed : judgementOf(judgeFigure(printed.figure, evaluation));
}

function judgementOf(
  judged: Judgement | Trouble,
): { judgements: readonly Judgement[] } | { trouble: Trouble } {
  return "verdict" in judged ? { judgements: [judged] } : { trouble: judged };
}

/** A figure in words that are only true or not would be ticked without having been held against anything. */
function checkStatement(text: string): Trouble | null {
  const [figure] = findStatedFigures(text);
  if (!figure) return null;
  return {
    kind: "figure-in-statement",
    message: `"${text}" prints ${text.slice(figure.start, figure.end)}, which holds="…" does not check`,
    fix: 'put the figure in a claim of its own with of="…"',
  };
}
