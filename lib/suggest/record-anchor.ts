import type { Candidate } from "./candidate.ts";
import type { FoundFigure } from "./found-figure.ts";
import type { ReadPart, ReadSentence } from "./read-text.ts";
import type { Said } from "./said-figure.ts";

/** A figure as it was read, with what was found for it. `best` is what gives it; null where nothing does. */
export interface ReadFigure {
  readonly said: Said;
  readonly best: Candidate | null;
  readonly figure: FoundFigure;
}

/** An amount that a record is said of. `isTied`: the two are one saying, "a record $9.4 trillion". */
export interface RecordAnchor {
  readonly amount: ReadFigure;
  readonly isTied: boolean;
}

/** Between a record and the amount that it is: "a record high of about $9.4 trillion". */
const tie =
  /^(?: (?:high|low|peak|level|total|net|monthly|annual|inflow|outflow|sum|of|at|about|around|some|nearly|almost|roughly|over|more than|just over|just under))* $/u;

/** What lies between is told of another time, or of somebody else. */
const parting = /[;:]|\b(?:after|from|than|against|before|while|whereas|but|compared|following)\b/u;

/** In front of an amount that something is counted from, or set against. */
const origin = /\b(?:from|than|against|after)(?: an?| the)? $/u;

/** The amount that a record is of, in its sentence; null where none stands beside it. */
export function anchorOf(
  record: Said,
  figures: readonly ReadFigure[],
  sentence: ReadSentence,
  { readable: { text } }: ReadPart,
): RecordAnchor | null {
  const amounts = figures.filter(
    ({ said }) => (said.sense === "amount" || said.sense === "side") && said !== record,
  );
  const next = amounts.find(({ said }) => said.figure.start >= record.figure.end);
  if (next !== undefined && tie.test(text.slice(record.figure.end, next.said.figure.start))) {
    return { amount: next, isTied: true };
  }
  const last = amounts.findLast(({ said }) => said.figure.end <= record.figure.start);
  for (const amount of [last, next]) {
    if (amount === undefined) continue;
    const { start, end } = amount.said.figure;
    const isBehind = end <= record.figure.start;
    const [from, to] = isBehind ? [end, record.figure.start] : [record.figure.end, start];
    const isOther = sentence.nouns.some(
      (one) => one.noun.dimension === "area" && one.start >= from && one.end <= to,
    );
    const before = text.slice(sentence.start, start);
    const isOrigin = isBehind && origin.test(before);
    if (!isOther && !isOrigin && !parting.test(text.slice(from, to))) {
      return { amount, isTied: false };
    }
  }
  return null;
}
