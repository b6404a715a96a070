import type { Sentence } from "./mark.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Full stops that do not end a sentence; replaced by a look-alike of the same length while sentences are cut. */
const abbreviations = /\b(?:U\.S|U\.K|e\.g|i\.e|Nos?|vs|Mr|Ms|Dr|St)\./gu;

/**
 * Cuts a block's plain text into sentences, once for all its marks. The function given back finds the sentence around
 * `start..end`, cut at those words.
 */
export function cutSentences(block: string): (start: number, end: number) => Sentence {
  const shadow = block.replace(abbreviations, (match) => match.replaceAll(".", "\u2024"));
  const segments = [...segmenter.segment(shadow)].map(({ index, segment }) => ({
    from: index,
    to: index + segment.length,
  }));
  return (start, end) => {
    const first = segments.findLast(({ from }) => from <= start);
    const last = segments.find(({ to }) => to >= end);
    return {
      before: block.slice(first?.from ?? 0, start).trimStart(),
      claim: block.slice(start, end),
      after: block.slice(end, last?.to ?? block.length).trimEnd(),
    };
  };
}
