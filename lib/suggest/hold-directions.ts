import { describeValue } from "#lib/claims/judgement";
import { formatPeriod } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import { shiftPeriod } from "#lib/series/period";
import { rangeText, yearOf, type Candidate } from "./candidate.ts";
import type { FoundFigure, Proposal } from "./found-figure.ts";
import { governingWords } from "./governing-words.ts";
import { originOf } from "./level-origin.ts";
import type { Held } from "./named-reading.ts";
import { readCandidate } from "./propose.ts";
import type { ReadFigure } from "./record-anchor.ts";
import type { ReadPart, ReadSentence } from "./read-text.ts";
import { unsure } from "./unsure.ts";
import { subjectOf } from "./weigh.ts";

/** Between a direction and what was reached: "rose from $809.4 billion in May to a record ". */
const reaching =
  /\b(?:to|reaching|hitting|touching)(?: an?| the)?(?: (?:record|all-time|high|low|of|total|net|about|around|nearly|almost|roughly|some|just|over|under))* $/u;

/** Between what was reached and what it is counted from, and in front of the latter. */
const from = /\bfrom(?: (?:an?|the|about|around|some|nearly|almost|roughly|revised|record))* $/u;

/** Which way an amount went, said behind it and without another amount. */
const behindWords =
  /^(?<between>.*?)(?<said>\b(?:(?:was|were|is|are|being)(?: \p{L}+ly| still| also)? (?:higher|lower|up|down|larger|bigger|smaller)|(?:has|have|had) (?:risen|fallen|grown|shrunk|increased|decreased|climbed|dropped|declined))\b)(?! (?:by|to|\p{L}+ (?:by|to))\b)(?!.*\d (?:percent|billion|million|trillion))/iu;

/** Words for what was done to holdings that say a direction of nothing else. */
const moved =
  /\b(?:(?<up>lifted|lifts|added to|adds to|built up|topped up)|ran down|whittled away at)(?: (?:its|their|the|\p{L}+['’]s?))?(?: \p{L}+){0,3} (?:holdings|stockpile|portfolio|pile)\b/iu;

const otherClause = /[;:]|\b(?:while|whereas|but|and)\b/iu;

/** Between an amount and such words: they are said of something else, or of another figure. */
const otherThing =
  /[;:()]|\d (?:percent|billion|million|trillion)|\b(?:while|whereas|but|which|who|when|where|that|as)\b/iu;

/** More letters than these between two words, and they are no one saying. */
const mostBetween = 120;

/** A direction that is said of an amount, and the words that say it. */
interface Said {
  readonly isUp: boolean;
  readonly words: string;
  /** What the amount is counted from; null where the text does not say. */
  readonly origin: ReadFigure | null;
  /** What stands in front of the figure in its clause, and behind it in its sentence. */
  readonly before: string;
  readonly behind: string;
  /** Where the figure that they stand beside is what was before: "down from $308.3 billion". */
  readonly isOfOrigin: boolean;
}

/** The figures of a part, held against the words that say which way they went: "rose to", "fell from", "down from". */
export async function holdDirections(
  read: readonly ReadFigure[],
  part: ReadPart,
  held: Held,
): Promise<FoundFigure[]> {
  const figures: FoundFigure[] = [];
  for (const [at, one] of read.entries()) {
    const sentence = part.sentences.find(({ said }) => said.includes(one.said));
    const said = isGiven(one) && sentence ? directionOf(read, at, sentence) : null;
    figures.push(said === null || !sentence ? one.figure : await holdDirection(one, said, held));
  }
  return figures;
}

function isGiven({ figure: { outcome } }: ReadFigure): boolean {
  return outcome === "supported" || outcome === "drifted";
}

function directionOf(
  read: readonly ReadFigure[],
  at: number,
  { text, start, clauses, said: inSentence }: ReadSentence,
): Said | null {
  const { figure } = read[at]?.said ?? {};
  if (figure === undefined) return null;
  const clause = clauses.find((one) => one.start <= figure.start && figure.start < one.end);
  const before = text.slice((clause?.start ?? start) - start, figure.start - start);
  const { direction } = governingWords(before);
  const behind = text.slice(figure.end - start);
  const later = saidBehind(behind, before);
  if (later !== null) return later;
  const done =
    read[at]?.best?.series.series.kind === "stock"
      ? moved.exec(text.slice(0, figure.start - start))
      : null;
  const since = done && text.slice(done.index + done[0].length, figure.start - start);
  if (direction === null && done !== null && !otherClause.test(since ?? "")) {
    const isUp = done.groups?.["up"] !== undefined;
    return { isUp, words: done[0], origin: null, before, behind, isOfOrigin: false };
  }
  if (direction === null) return null;
  const isUp = direction.way === "up";
  const word = before.slice(direction.start, direction.end);
  const between = before.slice(direction.end);
  const [last, next] = [read[at - 1], read[at + 1]].map((one) =>
    one !== undefined && inSentence.includes(one.said) ? one : null,
  );
  if (/^(?:up|down)$/iu.test(word) && last && from.test(between) && between.length < 40) {
    return { isUp, words: `${word} from`, origin: last, before, behind, isOfOrigin: true };
  }
  if (!reaching.test(between) || between.length > mostBetween) return null;
  const isFrom = (gap: string) => gap.length < mostBetween && from.test(gap);
  const isBefore = last && isFrom(text.slice(0, last.said.figure.start - start));
  const isBehind = next && isFrom(text.slice(figure.end - start, next.said.figure.start - start));
  const origin =
    isBefore && last.said.figure.start > (clause?.start ?? start) ? last : isBehind ? next : null;
  return { isUp, words: `${word} to`, origin, before, behind, isOfOrigin: false };
}

/** What is said of a figure after it: "$5 billion, were lower than in March", "At $5 billion, holdings were down". */
function saidBehind(text: string, before: string): Said | null {
  const found = behindWords.exec(text.slice(0, 2 * mostBetween))?.groups;
  const { between = "", said = "" } = found ?? {};
  if (found === undefined || otherThing.test(between)) return null;
  const isOfNext = between.includes(",") && !/\b(?:at|with) (?:\p{L}+ ){0,2}$/iu.test(before);
  if (isOfNext && !/^[^,]*, $/u.test(between)) return null;
  const isUp = /(?:higher|up|larger|bigger|risen|grown|increased|climbed)$/iu.test(said);
  return {
    ...{ isUp, words: said, origin: null, isOfOrigin: false },
    ...{ before: "", behind: text.slice(between.length + said.length) },
  };
}

async function holdDirection(
  one: ReadFigure,
  { isUp, words, origin, before, behind, isOfOrigin }: Said,
  held: Held,
): Promise<FoundFigure> {
  const { figure } = one;
  if (origin !== null) {
    const [later, earlier] = isOfOrigin ? [origin, one] : [one, origin];
    const [now, then] = [sizeOf(later), sizeOf(earlier)];
    if (now === null || then === null || (isUp ? now > then : now < then)) return figure;
    const done = `The words say “${words}”, and it ${doneOf(now, then)}`;
    const change = isGiven(later) && isGiven(earlier) ? changeOf(later.best, earlier.best) : null;
    const days = { asOf: held.days.written ?? held.days.asked, asked: held.days.asked };
    const proposal = change && (await readCandidate(change, () => figure.said, held.reader, days));
    if (change === null || proposal === null) return unsure(figure, done);
    const note = `${done}${byHowMuch(proposal)}: “${proposal.reasons.at(-1) ?? ""}” (as of ${proposal.asOf}).`;
    return { ...figure, outcome: "contradicted", isRight: true, proposals: [proposal], note };
  }
  const [proposal] = figure.proposals;
  if (one.best?.form !== "level" || proposal?.expression !== one.best.expression) return figure;
  const back = originOf(one.best, before, behind);
  const ends = back === null ? null : endsOf(one, one.best, { back, day: proposal.asOf, held });
  if (ends === null) {
    // The first month of a table has none before it: that is no word against the text.
    if (back === 1) return figure;
    return unsure(figure, `The words say “${words}”, and what it was before is not held`);
  }
  const { period, now, then } = ends;
  if (isUp ? now > then : now < then) return figure;
  return unsure(
    figure,
    `The words say “${words}”, and from ${formatPeriod(period)} on it ${doneOf(now, then)}`,
  );
}

/** How large a level was so many months back, and is, as the words count it; null where that is not held. */
function endsOf(
  { figure: { text } }: ReadFigure,
  { terms, months: { from: first, to } }: Candidate,
  { back, day, held: { table } }: { back: number; day: VintageDate; held: Held },
) {
  const earlier = terms.flatMap((term) => {
    const step = term.period.length === 4 ? back / 12 : back;
    return Number.isInteger(step) ? [{ ...term, period: shiftPeriod(term.period, -step) }] : [];
  });
  const now = table.sumAt(terms, day);
  const then = earlier.length < terms.length ? null : table.sumAt(earlier, day);
  if (now === null || then === null) return null;
  const sign = now < 0 && !isSigned(text) ? -1 : 1;
  const last = shiftPeriod(to, -back);
  const period = yearOf(shiftPeriod(first, -back), last) ?? last;
  return { period, now: sign * now, then: sign * then };
}

function doneOf(now: number, then: number): string {
  return now === then ? "did not change" : now < then ? "fell" : "rose";
}

/** " by $5 billion": the size of a change, which the words beside it say the way of. */
function byHowMuch({ evaluation: { value } }: Proposal): string {
  if (value.type !== "quantity" || value.amount.isZero()) return "";
  return ` by ${describeValue({ ...value, amount: value.amount.abs() })}`;
}

/** What a figure comes to; without its sign where the words say the side and the figure has none: "net sales rose to $5 billion". */
function sizeOf({ figure: { proposals, text } }: ReadFigure): number | null {
  const value = proposals[0]?.evaluation.value;
  if (value?.type !== "quantity" || value.dimension !== "USD") return null;
  const amount = value.amount.toNumber();
  return isSigned(text) ? amount : Math.abs(amount);
}

function isSigned(text: string): boolean {
  return /[-\u2212]|\b(?:minus|negative)\b/iu.test(text);
}

/** The change between two levels of one thing; null where they are not of one. */
function changeOf(later: Candidate | null, earlier: Candidate | null): Candidate | null {
  if (later?.form !== "level" || earlier?.form !== "level") return null;
  if (subjectOf(later.series) !== subjectOf(earlier.series)) return null;
  const rangeOf = ({ months: { from: first, to } }: Candidate) =>
    later.series.series.kind === "stock" ? to : rangeText(first, to);
  const [turned, wasTurned] = [later, earlier].map((one) =>
    one.expression.startsWith("-") ? "-" : "",
  );
  if (turned === undefined || turned !== wasTurned) return null;
  const range = `${rangeOf(later)}, ${rangeOf(earlier)}`;
  return {
    ...later,
    form: "change",
    expression: `${turned}change(${later.series.series.key}, ${range})`,
  };
}
