import type { Verdict } from "#lib/claims/judgement";
import { evaluateExpression } from "#lib/expressions/evaluate";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import { worstOf, type CheckedClaim } from "./check-claim.ts";
import { judgeClaim, type JudgedPart } from "./judge-claim.ts";

/** Against another vintage. `unanswered`: it does not have, or no longer gives, the figures that the claim rests on. */
export type Standing = Verdict | "unanswered";

/** One vintage's answer to the question of a claim. */
export interface VintageReading {
  readonly vintage: VintageDate;
  /** The value as text, "$1,619.896 billion"; why there is none when the vintage cannot answer. */
  readonly computed: string;
  readonly standing: Standing;
}

/** Puts the question of a claim to a vintage other than its own. */
export async function readClaimAt(
  { claim, parts }: Pick<CheckedClaim, "claim" | "parts">,
  reader: SeriesReader,
  vintage: VintageDate,
): Promise<VintageReading> {
  const results = await Promise.all(
    parts.map(({ tree }) => evaluateExpression(tree, reader, vintage)),
  );
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  const evaluations = results.flatMap((result) => (result.ok ? [result.evaluation] : []));
  if (problems.length > 0) {
    return { vintage, computed: problems[0]?.message ?? "", standing: "unanswered" };
  }
  const judged = judgeClaim(claim, evaluations);
  if ("trouble" in judged) {
    return { vintage, computed: judged.trouble.message, standing: "unanswered" };
  }
  return { vintage, computed: computedOf(judged.parts), standing: worstOf(judged.parts) };
}

/** The values of the parts of a claim as text, unrounded. */
export function computedOf(parts: readonly JudgedPart[]): string {
  return parts.map(({ judgement }) => judgement.computed).join("; ");
}
