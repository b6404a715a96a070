import type { PeriodMention } from "#lib/nouns/period-mention";
import type { FigureMonths } from "./named-periods.ts";
import type { FigurePlace, NearMention } from "./near-mentions.ts";
import { spansOf } from "./period-spans.ts";
import type { ReadSentence } from "./read-text.ts";
import type { Anchor } from "./time-anchors.ts";

export const yearBack =
  /\b(?:year[- ](?:earlier|ago|before|on[- ]year|over[- ]year)|(?:over|in|during|for|from) the (?:past |last |previous |prior )?(?:year|12 months|twelve months)|annual(?:ly)?|12[- ]month|twelve[- ]month|on the year)\b/iu;
export const monthBack =
  /\b(?:month[- ](?:earlier|ago|before|on[- ]month|over[- ]month)|(?:previous|prior|preceding|last) month|that month|on the month|in the month)\b/iu;
const mean = /\b(?:averag(?:e|ed|ing)|on average|a month on average|monthly average)\b/iu;

/** What the words round a figure say that a change is from, and over how long; and whether it is of a mean. */
export function originsOf(
  near: readonly NearMention<PeriodMention>[],
  anchors: readonly Anchor[],
  sentence: ReadSentence,
  { said }: FigurePlace,
): Omit<FigureMonths, "months"> {
  const clause = sentence.clauses.find(({ start, end }) => start <= said.start && said.start < end);
  const words = sentence.text.slice(
    (clause?.start ?? sentence.start) - sentence.start,
    (clause?.end ?? sentence.end) - sentence.start,
  );
  const origins = near
    .filter(({ mention, nearness }) => mention.isOrigin && nearness !== "before")
    .flatMap(({ mention, weight }) =>
      spansOf(mention, anchors).map(([{ to }, fit]) => ({ month: to, weight: weight * fit })),
    );
  const saysYear = yearBack.test(words) || yearBack.test(sentence.text);
  const saysMonth = monthBack.test(words);
  const counted = near
    .filter(({ nearness }) => nearness === "clause" || nearness === "tied")
    .flatMap(({ mention }) => (mention.type === "length" ? [mention.length] : []))
    .filter((length) => length > 0);
  const lengths = [
    { length: 1, weight: saysMonth ? 1 : saysYear ? 0.35 : 0.8 },
    { length: 12, weight: saysYear ? 1 : 0.25 },
    ...counted.map((length) => ({ length, weight: 1 })),
  ];
  return { origins, lengths, isMean: mean.test(words) };
}
