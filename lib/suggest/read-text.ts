import { plainSpaces } from "#lib/claims/figure-words";
import type { TextSpan } from "#lib/claims/text-span";
import type { NounMention } from "#lib/nouns/noun";
import type { Nouns } from "#lib/nouns/nouns";
import { findPeriodMentions, type PeriodMention } from "#lib/nouns/period-mention";
import { clausesOf, sentencesOf } from "#lib/nouns/text-units";
import { readableText, type ReadableText } from "./readable-text.ts";
import { findSaid, type Said } from "./said-figure.ts";
import type { TextPart } from "./text-part.ts";

/** A sentence with what it says and what it names. All places are in the readable text of its part. */
export interface ReadSentence extends TextSpan {
  readonly text: string;
  readonly clauses: readonly TextSpan[];
  /** Its figures, in order. */
  readonly said: readonly Said[];
  readonly nouns: readonly NounMention[];
  readonly periods: readonly PeriodMention[];
}

/** A part as it is read. */
export interface ReadPart {
  readonly kind: TextPart["kind"];
  readonly readable: ReadableText;
  readonly start: number;
  readonly sentences: readonly ReadSentence[];
}

/** More figures than these are counted, and not looked at. */
export const mostFigures = 400;

/** A text is read so far: ten times as long as the longest article. */
export const longestText = 120_000;

/** Reads the sentences of all parts, up to so many figures. */
export function readText(
  parts: readonly TextPart[],
  nouns: Nouns,
): { readonly parts: readonly ReadPart[]; readonly left: number } {
  const read: ReadPart[] = [];
  let room = mostFigures;
  let left = 0;
  let length = 0;
  for (const part of parts) {
    length += part.text.length;
    if (room === 0 || length > longestText) {
      left += countFigures(part.text);
      continue;
    }
    const one = readPart(part, nouns);
    const count = one.sentences.reduce((sum, { said }) => sum + said.length, 0);
    left += Math.max(0, count - room);
    read.push(count > room ? withFirst(one, room) : one);
    room = Math.max(0, room - count);
  }
  return { parts: read, left };
}

/** The parts that are read. */
export function firstParts(parts: readonly TextPart[]): TextPart[] {
  let length = 0;
  return parts.filter(({ text }) => {
    length += text.length;
    return length <= longestText;
  });
}

function countFigures(text: string): number {
  return text.match(/\d[\d.,]*/gu)?.length ?? 0;
}

function withFirst(part: ReadPart, count: number): ReadPart {
  let room = count;
  const sentences = part.sentences.map((sentence) => {
    const said = sentence.said.slice(0, room);
    room -= said.length;
    return { ...sentence, said };
  });
  return { ...part, sentences };
}

function readPart({ kind, text, start, settled = [] }: TextPart, nouns: Nouns): ReadPart {
  const readable = readableText(text);
  const plain = plainSpaces(readable.text);
  const done = settled.map((span) => ({
    start: readable.fromSource(span.start),
    end: readable.fromSource(span.end),
  }));
  const sentences = sentencesOf(plain).map((span): ReadSentence => {
    const words = plain.slice(span.start, span.end);
    const said = findSaid(words, span.start).filter(
      (one) => !done.some((other) => one.start < other.end && other.start < one.end),
    );
    const moved = <M extends TextSpan>(mention: M): M => ({
      ...mention,
      start: mention.start + span.start,
      end: mention.end + span.start,
    });
    return {
      ...span,
      text: words,
      clauses: clausesOf(plain, span, said),
      said,
      nouns: nouns.finder.find(words).map(moved),
      periods: findPeriodMentions(words).map(moved),
    };
  });
  return { kind, readable, start, sentences };
}
