import type { Run } from "./word-places.ts";
import { wordTokens, type WordToken } from "./word-token.ts";

/** A piece of a text, and whether it is what was looked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isFound: boolean;
}

/** Letters of an excerpt, about: before what was found, and from there on. */
const lead = 40;
const excerptLength = 160;

/** A text cut at the words that were looked for. */
export function markWords(text: string, runs: readonly Run[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const { start, end: to } of spansOf(text, runs)) {
    if (start > end) pieces.push({ text: text.slice(end, start), isFound: false });
    pieces.push({ text: text.slice(start, to), isFound: true });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isFound: false });
  return pieces;
}

/** The part of a text that has most of what was looked for, marked; its beginning when it has nothing of it. */
export function excerptOf(text: string, runs: readonly Run[]): MarkedPiece[] {
  if (text.length <= excerptLength) return markWords(text, runs);
  const spans = spansOf(text, runs);
  const counts = spans.map(({ start }) => {
    const near = spans.filter(
      (other) => other.start >= start && other.end <= start + excerptLength,
    );
    // The same word again and again says less than each once.
    return new Set(near.map(({ stems }) => stems)).size + near.length / 1000;
  });
  const best = spans[counts.indexOf(Math.max(...counts))]?.start ?? 0;
  const from = best <= lead ? 0 : wordStart(text, best - lead);
  const to = wordEnd(text, best + excerptLength);
  const cut = `${from > 0 ? "… " : ""}${text.slice(from, to).trim()}${to < text.length ? " …" : ""}`;
  return markWords(cut, runs);
}

function wordStart(text: string, near: number): number {
  return text.indexOf(" ", near) + 1;
}

function wordEnd(text: string, near: number): number {
  const end = text.indexOf(" ", near);
  return end === -1 ? text.length : end;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly stems: string;
}

/** Where runs of words stand; the longest from each word on. */
function spansOf(text: string, runs: readonly Run[]): Span[] {
  const tokens = wordTokens(text);
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length;) {
    const lengths = runs
      .filter((run) => standsAt(run, tokens, at))
      .map(({ stems }) => stems.length);
    const length = Math.max(0, ...lengths);
    const [first, last] = [tokens[at], tokens[at + length - 1]];
    if (length > 0 && first && last) {
      const stems = tokens.slice(at, at + length).map(({ stem }) => stem);
      spans.push({ start: first.start, end: last.end, stems: stems.join(" ") });
    }
    at += Math.max(1, length);
  }
  return spans;
}

function standsAt({ stems, isBeginning }: Run, tokens: readonly WordToken[], at: number): boolean {
  return stems.every((stem, offset) => {
    const token = tokens[at + offset];
    if (token === undefined) return false;
    return isBeginning && offset === stems.length - 1
      ? token.plain.startsWith(stem)
      : token.stem === stem;
  });
}
