import type { TextSpan } from "#lib/claims/text-span";
import { createNounFit } from "#lib/nouns/fit";
import { findNounProblems, type NounClaim, type NounContext } from "#lib/nouns/find-noun-problems";
import type { NounProblem } from "#lib/nouns/noun-problem";
import type { Nouns } from "#lib/nouns/nouns";
import { subjectOf, type Subject } from "#lib/nouns/subject";
import type { Series } from "#lib/series/series";
import type { FoundFigure } from "./found-figure.ts";
import type { ReadPart, ReadSentence } from "./read-text.ts";
import { unsure } from "./unsure.ts";

/** What a part is read in: the parts before it, the nearest first, and what is known of its series. */
export interface PartSetting {
  readonly above: readonly string[];
  readonly written: string | null;
  readonly nouns: Nouns;
  readonly seriesOf: (key: string) => Series | undefined;
}

/** "After including adjustments, such as payments on asset-backed securities, …" */
const aside = /\bsuch as [^,;]*$/iu;

/** "Short-term U.S. securities and other custody liabilities": one name, whose parts are all of it. */
const joined = /^,? and other $/u;

/**
 * The figures of a part, held together against the words around them, as the claims of an article are. One whose words name
 * something else than what gives it is not known: that a number is right says nothing of its sentence.
 */
export function holdNouns(
  figures: readonly FoundFigure[],
  part: ReadPart,
  { above, written, nouns, seriesOf }: PartSetting,
): FoundFigure[] {
  const { readable, sentences } = part;
  const placeOf = (span: TextSpan) => ({
    start: readable.fromSource(span.start - part.start),
    end: readable.fromSource(span.end - part.start),
  });
  const claims = figures.flatMap((figure): (NounClaim & { figure: FoundFigure })[] => {
    const [best] = figure.proposals;
    if (best === undefined) return [];
    const subject = subjectOf(best.tree, seriesOf);
    return [{ ...placeOf(figure.said), figure, subject, vintage: best.asOf }];
  });
  const unread = figures.filter(({ proposals }) => proposals.length === 0).map(placeOf);
  const context = { headings: above, headline: "", about: "", published: written ?? undefined };
  const { text } = readable;
  const words = new Map<FoundFigure, string>();
  const problems = groupsOf(claims, sentences).flatMap((group) =>
    problemsOf(group, text, context, nouns),
  );
  for (const { claim, problem } of problems) {
    const sentence = sentences.find(({ start, end }) => start <= claim.start && claim.start < end);
    if (sentence === undefined || words.has(claim.figure)) continue;
    const mention = mentionThatCounts(problem, claim, sentence, claims, unread);
    if (mention === null || aside.test(text.slice(sentence.start, mention.start))) continue;
    words.set(claim.figure, text.slice(mention.start, mention.end));
  }
  for (const { figure, subject } of claims) {
    const tied = tiedMention(placeOf(figure), subject, part);
    if (tied !== null) words.set(figure, text.slice(tied.start, tied.end));
  }
  return figures.map((figure) => {
    const word = words.get(figure);
    if (word === undefined || figure.outcome === "unknown") return figure;
    const title = figure.proposals[0]?.reasons.at(-1) ?? "";
    return unsure(
      figure,
      figure.outcome === "contradicted"
        ? `The words say “${word}”, and nothing is sure to be what they mean`
        : `The words say “${word}”, and what gives the figure is something else: “${title}”`,
    );
  });
}

/**
 * The words of a problem that are said of a figure: in its sentence, nearer to it than to a figure that nothing gives, and
 * nearer than what names the right thing. An article says each thing once; a release says "decreased their holdings, with
 * net sales of $22.8 billion".
 */
function mentionThatCounts(
  { kind, mention, dimension }: NounProblem,
  claim: NounClaim,
  sentence: ReadSentence,
  claims: readonly TextSpan[],
  unread: readonly TextSpan[],
): TextSpan | null {
  if (kind === "missing-noun" || mention === null) return null;
  if (mention.start < sentence.start || mention.end > sentence.end) return null;
  // Holders that no table counts were looked for before: "data released by the Treasury" are not theirs.
  const { start, end } = mention;
  const isUncounted = sentence.nouns.some(
    (one) => one.start === start && one.end === end && one.noun.fits.size === 0,
  );
  if (isUncounted) return null;
  const others = [...claims, ...unread].filter((one) => one.start !== claim.start);
  const from = Math.max(
    sentence.start,
    ...others.filter((one) => one.end <= claim.start).map((one) => one.end),
  );
  const to = Math.min(
    sentence.end,
    ...others.filter((one) => one.start >= claim.end).map((one) => one.start),
  );
  const isBeside = (span: TextSpan) => from <= span.start && span.end <= to;
  if (dimension === "area") {
    const isOfUnread = unread.some((one) =>
      mention.start >= claim.end
        ? mention.end <= one.start && one.start < sentence.end
        : mention.end <= one.start && one.end <= claim.start,
    );
    return isOfUnread ? null : mention;
  }
  if (!isBeside(mention)) return null;
  const own = distance(claim, mention);
  if (dimension === "period") {
    return sentence.periods.some((one) => isBeside(one) && distance(claim, one) < own)
      ? null
      : mention;
  }
  const fits = claim.subject.parts.map((part) => createNounFit({ ...part, isAbroad: false }));
  const isOneName = sentence.nouns.some(
    (one) =>
      one.noun.dimension === dimension &&
      one.start > mention.end &&
      joined.test(sentence.text.slice(mention.end - sentence.start, one.start - sentence.start)),
  );
  if (isOneName) return mention;
  const isNamedNearer = sentence.nouns.some(
    (one) =>
      one.noun.dimension === dimension &&
      isBeside(one) &&
      distance(claim, one) < own &&
      fits.some((fit) => fit(one.noun) === "fits"),
  );
  return isNamedNearer ? null : mention;
}

/** What stands behind a figure, "$5 billion of stocks", is nearer than what stands as far before it. */
function distance(claim: TextSpan, { start, end }: TextSpan): number {
  return start >= claim.end ? (start - claim.end) / 2 : claim.start - end;
}

/** What is tied to a figure and names something else: "stocks ($428.6 billion)", "$428.6 billion of stocks". */
function tiedMention(
  figure: TextSpan,
  { parts }: Subject,
  { readable: { text }, sentences }: ReadPart,
): TextSpan | null {
  const fits = parts.map((part) => createNounFit({ ...part, isAbroad: true }));
  const tied = sentences
    .flatMap(({ nouns }) => nouns)
    .find(({ start, end, noun }) => {
      if (noun.dimension === "measure" || noun.fits.size === 0) return false;
      const isTied =
        end <= figure.start
          ? /^ ?\($/u.test(text.slice(end, figure.start))
          : start > figure.end &&
            /^ (?:of|worth of|in)(?: the)? $/u.test(text.slice(figure.end, start));
      return isTied && fits.length > 0 && fits.every((fit) => fit(noun) === "contradicts");
    });
  return tied ?? null;
}

/** A run of sentences with the claims in it. */
interface Group<C extends NounClaim> {
  readonly span: TextSpan;
  readonly claims: readonly C[];
}

/** So many claims are held together: the time that it takes grows faster than their number. */
const mostTogether = 16;

function groupsOf<C extends NounClaim>(
  claims: readonly C[],
  sentences: readonly ReadSentence[],
): Group<C>[] {
  const groups: Group<C>[] = [];
  for (const { start, end } of sentences) {
    const own = claims.filter((claim) => start <= claim.start && claim.start < end);
    const last = groups.at(-1);
    if (last !== undefined && last.claims.length + own.length <= mostTogether) {
      const span = { start: last.span.start, end };
      groups[groups.length - 1] = { span, claims: [...last.claims, ...own] };
    } else groups.push({ span: { start, end }, claims: own });
  }
  return groups;
}

function problemsOf<C extends NounClaim>(
  { span, claims }: Group<C>,
  text: string,
  context: NounContext,
  nouns: Nouns,
): { claim: C; problem: NounProblem }[] {
  const shift = <S extends TextSpan>(one: S, by: number): S => ({
    ...one,
    start: one.start + by,
    end: one.end + by,
  });
  const block = {
    text: text.slice(span.start, span.end),
    claims: claims.map((claim) => shift(claim, -span.start)),
  };
  return findNounProblems(block, context, nouns).flatMap((problem) => {
    const claim = claims[problem.claim];
    const mention = problem.mention && shift(problem.mention, span.start);
    return claim === undefined ? [] : [{ claim, problem: { ...problem, mention } }];
  });
}
