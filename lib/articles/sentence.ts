import type { Sentence } from "./mark.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Full stops that do not end a sentence; replaced by a look-alike of the same length while sentences are cut. */
const abbreviations = /\b(?:U\.S|U\.K|e\.g|i\.e|Nos?|vs|Mr|Ms|Dr|St)\./gu;

/** The sentence around `start..end` of a block's plain text, cut at those words. */
export function sentenceAround(block: string, start: number, end: number): Sentence {
  const shadow = block.replace(abbreviations, (match) => match.replaceAll(".", "\u2024"));
  const segments = [...segmenter.segment(shadow)];
  const first = segments.findLast((segment) => segment.index <= start);
  const last = segments.find((segment) => segment.index + segment.segment.length >= end);
  const from = first?.index ?? 0;
  const to = last ? last.index + last.segment.length : block.length;
  return {
    before: block.slice(from, start).trimStart(),
    claim: block.slice(start, end),
    after: block.slice(end, to).trimEnd(),
  };
}
