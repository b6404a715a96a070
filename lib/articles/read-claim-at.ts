import type { Verdict } from "#lib/claims/judgement";
import { evaluateExpression } from "#lib/expressions/evaluate";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { CheckedClaim, CheckedPart } from "./check-claim.ts";
import { judgeSayings, worstOf, type JudgedPart } from "./judge-claim.ts";

/** Against another vintage. `unanswered`: it does not have, or no longer gives, the figures that the claim rests on. */
export type Standing = Verdict | "unanswered";

/** One vintage's answer to the question of a claim. */
export interface VintageReading {
  readonly vintage: VintageDate;
  /** The value as text, "$1,619.896 billion"; why there is none when the vintage cannot answer. */
  readonly computed: string;
  readonly standing: Standing;
}

/** The expressions of a claim at a vintage, judged, or why that vintage cannot answer. */
export type ClaimAnswer = { readonly parts: readonly CheckedPart[] } | { readonly why: string };

/** Puts the question of a claim to a vintage other than its own, and gives all that the answer rests on. */
export async function answerClaimAt(
  { parts }: Pick<CheckedClaim, "parts">,
  reader: SeriesReader,
  vintage: VintageDate,
): Promise<ClaimAnswer> {
  const results = await Promise.all(
    parts.map(({ tree }) => evaluateExpression(tree, reader, vintage)),
  );
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  const evaluations = results.flatMap((result) => (result.ok ? [result.evaluation] : []));
  if (problems.length > 0) return { why: problems[0]?.message ?? "" };
  const sayings = parts.map(({ saying }) => saying);
  const judged = judgeSayings(sayings, evaluations);
  if ("trouble" in judged) return { why: judged.trouble.message };
  return {
    parts: judged.parts.flatMap((part, at) => {
      const tree = parts[at]?.tree;
      return tree ? [{ ...part, tree }] : [];
    }),
  };
}

/** The same in short: its value and how the words stand. */
export async function readClaimAt(
  claim: Pick<CheckedClaim, "parts">,
  reader: SeriesReader,
  vintage: VintageDate,
): Promise<VintageReading> {
  const answer = await answerClaimAt(claim, reader, vintage);
  return "why" in answer
    ? { vintage, computed: answer.why, standing: "unanswered" }
    : { vintage, computed: computedOf(answer.parts), standing: worstOf(answer.parts) };
}

/** The values of the parts of a claim as text, unrounded. */
export function computedOf(parts: readonly JudgedPart[]): string {
  return parts.map(({ judgement }) => judgement.computed).join("; ");
}
