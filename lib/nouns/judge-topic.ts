import type { TextSpan } from "#lib/claims/text-span";
import type { Fit } from "./fit.ts";
import type { ClaimUnits } from "./mention-units.ts";
import { firstFrom, startingIn } from "./span-index.ts";

/** One thing that a claim is about, in one dimension: every mention of it can be held against it. */
export interface Topic<M extends TextSpan> {
  readonly claim: number;
  readonly fit: (mention: M) => Fit;
}

/** What the words of a block have in one dimension. */
export interface Mentions<M extends TextSpan> {
  readonly text: string;
  readonly claims: readonly TextSpan[];
  readonly units: readonly ClaimUnits[];
  readonly sentences: readonly TextSpan[];
  /** In the order of the text. */
  readonly found: readonly M[];
  /** Whether a mention names something that a claim is about. */
  readonly fitsClaim: (mention: M, claim: number) => boolean;
  /** Whether it names nothing that a claim is about, and cannot stand beside it. */
  readonly contradictsClaim: (mention: M, claim: number) => boolean;
  /** Whether words of a sentence bind all that follow, or only the next sentence. */
  readonly reach: "block" | "next-sentence";
}

/** The claims of a block, and its sentences and clauses: the same in every dimension. */
export type Layout = Pick<Mentions<TextSpan>, "text" | "claims" | "units" | "sentences">;

export type TopicJudgement<M> =
  | { readonly type: "named" }
  | { readonly type: "contradicted"; readonly mention: M }
  /** With what stands beside it and is another claim's, when anything does. */
  | { readonly type: "unnamed"; readonly beside: M | null };

/** So many mentions, claims or sentences are looked at on each side: a text of thousands in one sentence is no prose. */
export const mostLookedAt = 40;

/** Words that tie what follows to the claim before them: "$110.1 billion of Treasury bonds". */
const tie = /^ ?(?:of|in|into|for|by)(?: (?:the|all|its|their|total))? $/u;

/** What stands between a name and the claim that a bracket behind it opens with: "Japan ($1.2 trillion)". */
const bracket = /^['\u2019]?s? ?\((?:(?:at|with|about|now) )?$/u;

/** Holds the words around a claim against one thing it is about; the README has the rule. */
export function judgeTopic<M extends TextSpan>(
  topic: Topic<M>,
  block: Mentions<M>,
): TopicJudgement<M> {
  const claim = block.claims[topic.claim];
  const units = block.units[topic.claim];
  if (claim === undefined || units === undefined) return { type: "unnamed", beside: null };
  return (
    judgeOwnWords(topic, block, claim) ??
    judgeBracket(topic, block, claim) ??
    judgeClause(topic, block, claim, units) ??
    judgeSentence(topic, block, claim, units) ??
    judgeEarlier(topic, block, units) ?? {
      type: "unnamed",
      beside: findBeside(topic, block, claim, units),
    }
  );
}

function findBeside<M extends TextSpan>(
  { fit }: Topic<M>,
  { found }: Mentions<M>,
  claim: TextSpan,
  { clause }: ClaimUnits,
): M | null {
  const near = nearby(startingIn(found, clause), claim);
  const isStrange = (mention: M) => fit(mention) === "contradicts";
  return (
    near.findLast((mention) => mention.start < claim.start && isStrange(mention)) ??
    near.find(isStrange) ??
    null
  );
}

/** Among the words of the claim itself none may name what it is not about at all. */
function judgeOwnWords<M extends TextSpan>(
  topic: Topic<M>,
  { found, fitsClaim }: Mentions<M>,
  claim: TextSpan,
): TopicJudgement<M> | null {
  const own = startingIn(found, claim);
  const { fit } = topic;
  const strange = own.find(
    (mention) => fit(mention) === "contradicts" && !fitsClaim(mention, topic.claim),
  );
  if (strange) return { type: "contradicted", mention: strange };
  return own.some((mention) => fit(mention) === "fits") ? { type: "named" } : null;
}

/** What stands before a bracket that opens with the claim must fit. */
function judgeBracket<M extends TextSpan>(
  topic: Topic<M>,
  { found, text, fitsClaim }: Mentions<M>,
  claim: TextSpan,
): TopicJudgement<M> | null {
  const named = found[firstFrom(found, claim.start) - 1];
  if (named === undefined || !bracket.test(text.slice(named.end, claim.start))) return null;
  const fit = topic.fit(named);
  if (fit === "fits") return { type: "named" };
  return fit === "contradicts" && !fitsClaim(named, topic.claim)
    ? { type: "contradicted", mention: named }
    : null;
}

/**
 * In its clause: what is tied to it must fit; else something must; else what stands before it is not the whole of which it is a
 * part, and what stands beside it is another claim's.
 */
function judgeClause<M extends TextSpan>(
  topic: Topic<M>,
  block: Mentions<M>,
  claim: TextSpan,
  { clause }: ClaimUnits,
): TopicJudgement<M> | null {
  const near = nearby(startingIn(block.found, clause), claim);
  const tied = near.find(
    ({ start }) => start >= claim.end && tie.test(block.text.slice(claim.end, start)),
  );
  if (tied && topic.fit(tied) === "contradicts" && !block.fitsClaim(tied, topic.claim)) {
    return { type: "contradicted", mention: tied };
  }
  if (near.some((mention) => topic.fit(mention) === "fits")) return { type: "named" };
  const whole = near.findLast(
    (mention) => mention.start < claim.start && topic.fit(mention) === "whole",
  );
  if (whole) return { type: "contradicted", mention: whole };
  const [before, after] = [topic.claim - 1, topic.claim + 1];
  const from = block.claims[before]?.end ?? 0;
  const to = block.claims[after]?.start ?? Infinity;
  const strange = near.find((mention) => {
    if (mention.start < from || mention.start >= to) return false;
    const isBefore = mention.start < claim.start;
    const isBetween = isBefore ? from > clause.start : to < clause.end;
    const isOthers = isBetween && block.fitsClaim(mention, isBefore ? before : after);
    return topic.fit(mention) === "contradicts" && !isOthers;
  });
  return strange ? { type: "contradicted", mention: strange } : null;
}

/** In its sentence: something fits, or what stands before it is some other claim's. */
function judgeSentence<M extends TextSpan>(
  topic: Topic<M>,
  block: Mentions<M>,
  claim: TextSpan,
  { sentence, clause, first, last }: ClaimUnits,
): TopicJudgement<M> | null {
  const near = nearby(startingIn(block.found, sentence), claim);
  if (near.some((mention) => topic.fit(mention) === "fits")) return { type: "named" };
  const others = numbersBetween(
    Math.max(first, topic.claim - mostLookedAt),
    Math.min(last, topic.claim + mostLookedAt),
  ).filter((other) => other !== topic.claim);
  const strange = near.findLast(
    (mention) =>
      mention.start < clause.start &&
      topic.fit(mention) === "contradicts" &&
      !others.some((other) => block.fitsClaim(mention, other)),
  );
  return strange ? { type: "contradicted", mention: strange } : null;
}

/** Before its sentence: the nearest sentence of the block that says anything, but of its own claims. */
function judgeEarlier<M extends TextSpan>(
  { fit }: Topic<M>,
  block: Mentions<M>,
  { sentence: own }: ClaimUnits,
): TopicJudgement<M> | null {
  let end = firstFrom(block.found, own.start);
  for (let step = 0; step < mostLookedAt && end > 0; step += 1) {
    const last = block.found[end - 1];
    const sentence = block.sentences[firstFrom(block.sentences, (last?.start ?? 0) + 1) - 1];
    if (last === undefined || sentence === undefined) return null;
    const start = firstFrom(block.found, sentence.start);
    const mentions = block.found.slice(Math.max(start, end - mostLookedAt), end);
    const judged = judgeAll(mentions, fit);
    if (judged?.type === "named") return judged;
    const isHeard = block.reach === "block" || sentence.end === own.start;
    if (judged?.type === "contradicted" && isHeard && isFree(judged.mention, sentence, block)) {
      return judged;
    }
    end = start;
  }
  return null;
}

/** Whether a mention is about no claim of its own sentence. */
function isFree<M extends TextSpan>(
  mention: M,
  sentence: TextSpan,
  { claims, fitsClaim }: Mentions<M>,
): boolean {
  const first = firstFrom(claims, sentence.start);
  const last = Math.min(firstFrom(claims, sentence.end), first + mostLookedAt);
  return !numbersBetween(first, last).some((claim) => fitsClaim(mention, claim));
}

function judgeAll<M>(mentions: readonly M[], fit: (mention: M) => Fit): TopicJudgement<M> | null {
  if (mentions.some((mention) => fit(mention) === "fits")) return { type: "named" };
  const mention = mentions.findLast((candidate) => fit(candidate) === "contradicts");
  return mention === undefined ? null : { type: "contradicted", mention };
}

/** The mentions within reach of a claim on either side, its own words left out. */
function nearby<M extends TextSpan>(mentions: readonly M[], { start, end }: TextSpan): M[] {
  return [
    ...mentions.slice(0, firstFrom(mentions, start)).slice(-mostLookedAt),
    ...mentions.slice(firstFrom(mentions, end)).slice(0, mostLookedAt),
  ];
}

function numbersBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
}
