import type { CheckedClaim } from "#lib/articles/check-claim";
import { worstOf, type JudgedPart } from "#lib/articles/judge-claim";
import { answerClaimAt } from "#lib/articles/read-claim-at";
import { isSameValue } from "#lib/articles/same-value";
import { describeValue, isSupported } from "#lib/claims/judgement";
import type { Value } from "#lib/expressions/value";
import type { Saying } from "#lib/claims/saying";
import type { Decimal } from "#lib/series/decimal";
import { formatAmount, type Dimension } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";

/** What the newest vintage does to a claim, the least first. Pinned claims name their own vintage and are not judged. */
export const nowOutcomes = [
  "same",
  "rounds",
  "drifted",
  "flipped",
  "unanswered",
  "pinned",
] as const;

export type NowOutcome = (typeof nowOutcomes)[number];

/** A claim then and now. Texts are ready to print. */
export interface NowClaim {
  readonly id: string;
  /** Its words as written. */
  readonly words: string;
  readonly outcome: NowOutcome;
  /** The value when it was written and the newest; of `unanswered`, why there is none. */
  readonly then: string;
  readonly now: string;
  /** What stands in the text beside words that are no longer true: the value rounded as they print it. */
  readonly beside: string | null;
}

/** Puts the question of a claim to the newest vintage. */
export async function readClaimNow(
  checked: CheckedClaim,
  reader: SeriesReader,
  newest: VintageDate,
): Promise<NowClaim> {
  const { claim, parts, asOf, isPinned } = checked;
  const asWritten = textsOf(parts, parts).join("; ");
  const about = { id: claim.id, words: claim.text, then: asWritten, now: asWritten, beside: null };
  if (isPinned) return { ...about, outcome: "pinned" };
  if (asOf === newest) return { ...about, outcome: "same" };
  const answer = await answerClaimAt(checked, reader, newest);
  if ("why" in answer) {
    return { ...about, outcome: "unanswered", now: answer.why, beside: "no longer published" };
  }
  const verdict = worstOf(answer.parts);
  const values = {
    ...about,
    then: textsOf(parts, answer.parts).join("; "),
    now: textsOf(answer.parts, parts).join("; "),
  };
  if (verdict === "drifted" || verdict === "flipped") {
    return { ...values, outcome: verdict, beside: besideWords(answer.parts) };
  }
  const isSame = parts.every((part, at) => isSameValue(valueOf(part), valueOf(answer.parts[at])));
  return { ...values, outcome: isSame ? "same" : "rounds" };
}

/** What the words that are no longer true would have to say: in their own style where they have one. */
function besideWords(parts: readonly JudgedPart[]): string {
  const said = parts
    .filter(({ judgement }) => !isSupported(judgement))
    .map(
      ({ saying, judgement }) => judgement.instead ?? inShort(judgement.evaluation.value, saying),
    );
  return [...new Set(said)].join("; ");
}

/** A value where the words have no style for it. Three digits are what a reader keeps; the receipt has all. */
function inShort(value: Value, saying: Saying | null): string {
  if (value.type === "truth") return "no longer true";
  if (value.type === "period") return describeValue(value);
  const { dimension } = value;
  const amount = value.amount.toSignificantDigits(3);
  const of = saying?.accepts.type === "values" ? saying.accepts.dimension : dimension;
  if (dimension === "number" && of === "growth") return upOrDown(percentOf(amount), "percent");
  if (dimension === "number" && of === "ratio") return `${formatAmount(amount, dimension)} times`;
  return saying?.sense === "change" ? upOrDown(amount, dimension) : formatAmount(amount, dimension);
}

/** A quotient of 1.94 is 94 percent more. */
function percentOf(quotient: Decimal): Decimal {
  return quotient.minus(1).times(100);
}

function upOrDown(amount: Decimal, dimension: Dimension): string {
  if (amount.isZero()) return "unchanged";
  return `${amount.isPositive() ? "up" : "down"} ${formatAmount(amount.abs(), dimension)}`;
}

/** The values of parts as text, beside those of another reading. */
function textsOf(
  parts: readonly JudgedPart[],
  others: readonly (JudgedPart | undefined)[],
): string[] {
  return parts.map((part, at) => toldApart(part, valueOf(others[at])));
}

/** A value as text; a quotient that never ends is cut behind the digit that tells it from the other reading. */
function toldApart(part: JudgedPart, other: Value | undefined): string {
  const value = part.judgement.evaluation.value;
  if (value.type !== "quantity" || value.amount.decimalPlaces() <= 12) {
    return part.judgement.computed;
  }
  const cut = [4, 5, 6, 7, 8].find((digits) => {
    const amount = value.amount.toSignificantDigits(digits);
    return (
      isSameValue(value, other) ||
      other?.type !== "quantity" ||
      !other.amount.toSignificantDigits(digits).eq(amount)
    );
  });
  if (cut === undefined) return part.judgement.computed;
  const decimals = value.dimension === "USD" ? undefined : Math.max(0, cut - 1 - value.amount.e);
  return formatAmount(value.amount.toSignificantDigits(cut), value.dimension, { decimals });
}

function valueOf(part: JudgedPart | undefined): Value | undefined {
  return part?.judgement.evaluation.value;
}
