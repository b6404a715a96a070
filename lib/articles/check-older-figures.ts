import { isSupported } from "#lib/claims/judgement";
import { monthNumber, monthWord } from "#lib/claims/printed-period";
import { evaluateExpression } from "#lib/expressions/evaluate";
import type { Evaluation } from "#lib/expressions/value";
import { sentencesOf } from "#lib/nouns/text-units";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { CheckedClaim } from "./check-claim.ts";
import { readsFirstPrints, vintageOf, withoutVintages } from "./claim-vintage.ts";
import { judgeClaim, worstOf } from "./judge-claim.ts";
import { isOfMonth, saysDay } from "./said-day.ts";

/** Words that say that a figure is an older one. */
const older =
  /\b(?:(?:first|initially|originally|previously|earlier) (?:\p{L}+ )?(?:print|report|publish|releas|estimat|account|announce|put|giv|show|said|table|figure|count|reading|number|vintage)\w*|initial(?:ly)?|original(?:ly)?|preliminary|then|back then|at (?:the|that) time|at first|vintages?|outdated|superseded|before (?:it was |they were |the |any |later )?revis\w+|(?:since|later|subsequently|afterwards?) (?:been )?(?:revised|corrected)|(?:revised|corrected) (?:up |down )?from)\b/iu;

/** Words that say that a figure is a first print. */
const first =
  /\b(?:(?:first|initial|original) (?:\p{L}+ )?(?:print|report|publish|releas|estimat|account|announce|figure|put)\w*|initially|originally|preliminary)\b/iu;

/** "February", "February 2026", and the noun of what was printed then. */
const months = new RegExp(
  String.raw`\b(?<month>${monthWord})\b\.?(?! \d{1,2}(?:\D|$))(?:,? (?<year>\d{4})\b)?(?<noun>(?:['\u2019]s?)? (?:figures?|tables?|releases?|prints?|data|reports?))?`,
  "gu",
);

/**
 * A figure that an older vintage gives, and that the newest does not bear out, needs words that say so: in its sentence or the
 * one before, the heads of its cell, or the heading; so does a first print. Problem: `wrong-vintage`.
 */
export async function checkOlderFigures(
  claims: readonly CheckedClaim[],
  articleAsOf: VintageDate,
  reader: SeriesReader,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const checked of claims) {
    const { claim, parts } = checked;
    if (parts.some(({ tree }) => readsFirstPrints(tree, "too"))) {
      if (!textsNear(claim).some((text) => first.test(text))) problems.push(unsaidFirst(claim));
      continue;
    }
    const day = vintageOf(checked);
    if (day === null || day >= articleAsOf || claim.source !== null) continue;
    const isSaid = claim.asOf === null && checked.isPinned;
    if (isSaid || saysVintage(checked, day) || (await isStillSo(checked, articleAsOf, reader)))
      continue;
    problems.push({
      kind: "wrong-vintage",
      message: `"${claim.text}" is read as of ${day} and does not hold as of ${articleAsOf}; no word near it says that it is an older figure`,
      at: claim.at,
      fix: 'say so ("first reported", "in the table of February 18"), or leave out asOf and print the newest figure',
    });
  }
  return problems;
}

async function isStillSo(
  { claim, parts }: CheckedClaim,
  asOf: VintageDate,
  reader: SeriesReader,
): Promise<boolean> {
  const evaluations: Evaluation[] = [];
  for (const { tree } of parts) {
    const result = await evaluateExpression(withoutVintages(tree), reader, asOf);
    if (!result.ok) return false;
    evaluations.push(result.evaluation);
  }
  const judged = judgeClaim(claim, evaluations);
  return "parts" in judged && isSupported({ verdict: worstOf(judged.parts) });
}

function unsaidFirst({ text, at }: CheckedClaim["claim"]): Problem {
  return {
    kind: "wrong-vintage",
    message: `"${text}" is of first prints, and no word near it says so`,
    at,
    fix: 'say so ("first printed", "the first prints"), or leave out first_printed',
  };
}

function saysVintage({ claim, cells }: CheckedClaim, day: VintageDate): boolean {
  const periods = cells.map(({ period }) => period);
  return textsNear(claim).some(
    (text) => older.test(text) || saysDay(text, day) || saysMonth(text, day, periods),
  );
}

/** The sentence of a claim and the one before, the heads of its cell, and its heading. */
function textsNear({ block, from }: CheckedClaim["claim"]): string[] {
  const sentences = sentencesOf(block.text);
  const own = sentences.findIndex(({ end }) => from < end);
  const near = sentences
    .slice(Math.max(0, own - 1), own + 1)
    .map(({ start, end }) => block.text.slice(start, end));
  return [...near, ...block.leads.map(({ text }) => text), ...block.headings.slice(0, 1)];
}

/** Whether a text names the month of a vintage. A month alone that the figure is about names none. */
function saysMonth(text: string, day: VintageDate, periods: readonly string[]): boolean {
  const [year, month = 0] = day.split("-").map(Number);
  return [...text.matchAll(months)].some(
    ({ groups = {} }) =>
      monthNumber(groups["month"] ?? "") === month &&
      Number(groups["year"] ?? year) === year &&
      (groups["noun"] !== undefined || !isOfMonth(periods, month)),
  );
}
