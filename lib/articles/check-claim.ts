import { conditionsOf } from "#lib/claims/conditions";
import { findEmptyBasis, findPeriodMismatch } from "#lib/claims/claim-basis";
import { claimFigure } from "#lib/claims/claim-figure";
import { findStatedFigures } from "#lib/claims/stated-figure";
import { judgeFigure, judgeStatement, type Judgement, type Mismatch } from "#lib/claims/judgement";
import { evaluateExpression } from "#lib/expressions/evaluate";
import { parseExpression } from "#lib/expressions/parse";
import { printExpression } from "#lib/expressions/print";
import type { ExpressionProblem } from "#lib/expressions/problem";
import type { Expression } from "#lib/expressions/tree";
import type { Evaluation } from "#lib/expressions/value";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { IdentifiedClaim } from "./identify-claims.ts";

/** A claim that could be decided, with all that a receipt needs. */
export interface CheckedClaim {
  readonly claim: IdentifiedClaim;
  readonly tree: Expression;
  readonly asOf: VintageDate;
  readonly judgement: Judgement;
}

/** Decides one claim at the vintage it names, else the article's. A contradicted claim is given back with its problem. */
export async function checkClaim(
  claim: IdentifiedClaim,
  articleAsOf: VintageDate,
  reader: SeriesReader,
): Promise<{ checked: CheckedClaim | null; problems: Problem[] }> {
  const asOf = claim.asOf ?? articleAsOf;
  const parsed = parseExpression(claim.expression);
  if (!parsed.ok) return { checked: null, problems: placeProblems(claim, parsed.problems) };
  const evaluated = await evaluateExpression(parsed.tree, reader, asOf);
  if (!evaluated.ok) return { checked: null, problems: placeProblems(claim, evaluated.problems) };
  const { evaluation } = evaluated;
  const judgement = judgeClaim(claim, evaluation);
  const trouble =
    ("verdict" in judgement ? null : judgement) ??
    findEmptyBasis(parsed.tree, evaluation) ??
    (claim.form === "figure" && evaluation.value.type !== "period"
      ? findPeriodMismatch(claim.text, parsed.tree, evaluation)
      : null);
  if (trouble || !("verdict" in judgement)) {
    return { checked: null, problems: trouble ? [{ ...trouble, at: claim.at }] : [] };
  }
  const checked: CheckedClaim = { claim, tree: parsed.tree, asOf, judgement };
  if (isSupported(judgement)) return { checked, problems: [] };
  return { checked, problems: [await contradiction(checked, reader)] };
}

/** The judgement of a claim's words against an evaluation of its expression, at whatever vintage that was made. */
export function judgeClaim(
  claim: IdentifiedClaim,
  evaluation: Evaluation,
): Judgement | Mismatch | Omit<Problem, "at"> {
  if (claim.form === "statement") return checkStatement(claim.text) ?? judgeStatement(evaluation);
  const printed = claimFigure(claim.text, evaluation.value.type === "period");
  return "trouble" in printed ? printed.trouble : judgeFigure(printed.figure, evaluation);
}

/** Whether the data bear a claim out. */
export function isSupported({ verdict }: Judgement): boolean {
  return verdict === "holds" || verdict === "holds-rounded";
}

/** A figure in words that are only true or not would be ticked without having been held against anything. */
function checkStatement(text: string): Omit<Problem, "at"> | null {
  const [figure] = findStatedFigures(text);
  if (!figure) return null;
  return {
    kind: "figure-in-statement",
    message: `"${text}" prints ${text.slice(figure.start, figure.end)}, which holds="…" does not check`,
    fix: 'put the figure in a claim of its own with of="…"',
  };
}

async function contradiction(
  { claim, tree, asOf, judgement }: CheckedClaim,
  reader: SeriesReader,
): Promise<Problem> {
  const expression = printExpression(tree);
  const { computed, instead } = judgement;
  if (claim.form === "statement") {
    const sides = (await conditionsOf(tree, reader, asOf))
      .flatMap(({ left, right }) => [left, right])
      .flatMap(({ expression: side, words, value }) =>
        words === null ? [] : `${side} is ${value}`,
      )
      .join(", ");
    return {
      kind: "statement-contradicted",
      message: `"${claim.text}" is not true as of ${asOf}: ${expression} does not hold${sides === "" ? "" : `; ${sides}`}`,
      at: claim.at,
      fix: "say what the data say, or correct the expression",
    };
  }
  return {
    kind: "figure-contradicted",
    message: `"${claim.text}" is contradicted: ${expression} is ${computed} as of ${asOf}`,
    at: claim.at,
    fix: instead === null ? "correct the words or the expression" : `write "${instead}"`,
  };
}

/** Expression problems count from the start of the expression; an attribute stands on one line unless it was broken. */
function placeProblems(
  { expression, expressionAt }: IdentifiedClaim,
  problems: readonly ExpressionProblem[],
): Problem[] {
  return problems.map(({ kind, message, start, fix }) => {
    const lines = expression.slice(0, start).split("\n");
    const last = lines.at(-1) ?? "";
    const line = expressionAt.line + lines.length - 1;
    const column = lines.length === 1 ? expressionAt.column + start : last.length + 1;
    return { kind, message, at: { ...expressionAt, line, column }, fix };
  });
}
