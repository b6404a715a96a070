import { conditionsOf } from "#lib/claims/conditions";
import { fixOfSign } from "#lib/claims/right-verb";
import { printExpression } from "#lib/expressions/print";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { isSupported, type CheckedClaim, type CheckedPart } from "./check-claim.ts";
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

async function describeWrong(
  { claim, asOf }: CheckedClaim,
  { tree, saying, judgement }: CheckedPart,
  reader: SeriesReader,
): Promise<Problem> {
  const { computed, instead, evaluation } = judgement;
  const seriesOf = await describeSeries(tree, reader);
  const { before } = claim.sentence;
  const ofSign = saying && fixOfSign(saying, tree, evaluation.value, seriesOf, before);
  return {
    kind: "figure-contradicted",
    message: `"${claim.text}" is contradicted: ${printExpression(tree)} is ${computed} as of ${asOf}`,
    at: claim.at,
    fix:
      ofSign ?? (instead === null ? "correct the words or the expression" : `write "${instead}"`),
  };
}

async function describeUntrue(
  { claim, asOf }: CheckedClaim,
  { tree }: CheckedPart,
  reader: SeriesReader,
): Promise<Problem> {
  const sides = (await conditionsOf(tree, reader, asOf))
    .flatMap(({ left, right }) => [left, right])
    .flatMap(({ expression, words, value }) => (words === null ? [] : `${expression} is ${value}`))
    .join(", ");
  const detail = sides === "" ? "" : `; ${sides}`;
  return {
    kind: "statement-contradicted",
    message: `"${claim.text}" is not true as of ${asOf}: ${printExpression(tree)} does not hold${detail}`,
    at: claim.at,
    fix: "say what the data say, or correct the expression",
  };
}
