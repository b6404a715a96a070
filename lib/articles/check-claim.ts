import { conditionsOf } from "#lib/claims/conditions";
import { findFigures, type PrintedFigure } from "#lib/claims/printed-figure";
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
  const judgement = judgeClaim(claim, evaluated.evaluation);
  if (!("verdict" in judgement)) {
    return { checked: null, problems: [{ ...judgement, at: claim.at }] };
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
  if (claim.form === "statement") return judgeStatement(evaluation);
  const printed = printedFigure(claim.text, evaluation.value.type === "period");
  return "kind" in printed ? printed : judgeFigure(printed, evaluation);
}

/** Whether the data bear a claim out. */
export function isSupported({ verdict }: Judgement): boolean {
  return verdict === "holds" || verdict === "holds-rounded";
}

/** The one figure a claim prints: its period when the expression gives one, else its amount (a year beside it is a date). */
function printedFigure(text: string, wantsPeriod: boolean): PrintedFigure | Omit<Problem, "at"> {
  const figures = findFigures(text);
  const wanted = figures.filter((figure) => (figure.type === "period") === wantsPeriod);
  const [only] = wanted.length > 0 ? wanted : figures;
  if (only && wanted.length <= 1) return only;
  return only === undefined
    ? {
        kind: "no-figure",
        message: `"${text}" prints no figure to hold against the expression`,
        fix: 'put the figure between the tags, or use holds="…" for words that are true or not',
      }
    : {
        kind: "several-figures",
        message: `"${text}" prints ${wanted.length} figures; a claim is tied to one`,
        fix: "give each figure a claim of its own",
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
