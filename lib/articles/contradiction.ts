import { conditionsOf } from "#lib/claims/conditions";
import { isSupported } from "#lib/claims/judgement";
import { fixOfSign } from "#lib/claims/right-verb";
import { printExpression } from "#lib/expressions/print";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { CheckedClaim, CheckedPart } from "./check-claim.ts";
import { describeSeries } from "./describe-series.ts";

/** What contradicts a claim, a problem for each of its parts that the data do not bear out. */
export async function describeContradiction(
  checked: CheckedClaim,
  reader: SeriesReader,
): Promise<Problem[]> {
  const wrong = checked.parts.filter(({ judgement }) => !isSupported(judgement));
  const describe = checked.claim.form === "figure" ? describeWrong : describeUntrue;
  return Promise.all(wrong.map((part) => describe(checked, part, reader)));
}

/** A longer expression tells an editor less than the words do; it stands in the text at the place of the problem. */
const longest = 160;

function brief(expression: string): string {
  return expression.length > longest ? "its expression" : expression;
}

async function describeWrong(
  { claim, asOf }: CheckedClaim,
  part: CheckedPart,
  reader: SeriesReader,
): Promise<Problem> {
  const of = `${brief(printExpression(part.tree))} is ${part.judgement.computed}`;
  return {
    kind: "figure-contradicted",
    message: `"${claim.text}" is contradicted: ${of} as of ${asOf}`,
    at: claim.at,
    fix: (await fixOfPart(claim, part, reader)) ?? "correct the words or the expression",
  };
}

/** What to write where a part is contradicted; null where only an editor can tell. */
export async function fixOfPart(
  { sentence: { before } }: Pick<CheckedClaim["claim"], "sentence">,
  { tree, saying, judgement: { instead, evaluation } }: CheckedPart,
  reader: SeriesReader,
): Promise<string | null> {
  const seriesOf = await describeSeries(tree, reader);
  const ofSign = saying && fixOfSign(saying, tree, evaluation.value, seriesOf, before);
  return ofSign ?? (instead === null ? null : `write "${instead}"`);
}

async function describeUntrue(
  { claim, asOf }: CheckedClaim,
  { tree }: CheckedPart,
  reader: SeriesReader,
): Promise<Problem> {
  const sides = (await conditionsOf(tree, reader, asOf))
    .flatMap(({ left, right }) => [left, right])
    .flatMap(({ expression, words, value }) =>
      words === null ? [] : `${brief(expression)} is ${value}`,
    )
    .join(", ");
  const detail = sides === "" ? "" : `; ${sides}`;
  return {
    kind: "statement-contradicted",
    message: `"${claim.text}" is not true as of ${asOf}: ${brief(printExpression(tree))} does not hold${detail}`,
    at: claim.at,
    fix: "say what the data say, or correct the expression",
  };
}
