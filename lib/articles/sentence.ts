import { hideAbbreviations } from "#lib/nouns/text-units";
import type { Sentence } from "./mark.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Where one sentence may end and another start, for sure enough to cut a long text there. */
const likelyEnd = /[.!?][”’")\]]*\s+(?=\p{Lu})/gu;

/** The segmenter copies its whole text for each sentence, so it is given a few pages at a time. */
const longestChunk = 4000;

/**
 * Cuts a block's plain text into sentences, when first asked and once for all its marks. The function given back finds the
 * sentence around `start..end`, cut at those words.
 */
export function cutSentences(block: string): (start: number, end: number) => Sentence {
  let kept: readonly number[] | undefined;
  return (start, end) => {
    const starts = (kept ??= sentenceStarts(block));
    const from = starts[countUpTo(starts, start) - 1] ?? 0;
    const to = starts[countUpTo(starts, end - 1)] ?? block.length;
    return {
      before: block.slice(from, start).trimStart(),
      claim: block.slice(start, end),
      after: block.slice(end, to).trimEnd(),
    };
  };
}

/** The offsets at which sentences start, in rising order. */
function sentenceStarts(block: string): number[] {
  const shadow = hideAbbreviations(block);
  const starts: number[] = [];
  for (let from = 0; from < shadow.length;) {
    const to = endOfChunk(shadow, from);
    for (const { index } of segmenter.segment(shadow.slice(from, to))) starts.push(from + index);
    from = to;
  }
  return starts;
}

function endOfChunk(text: string, from: number): number {
  if (text.length - from <= longestChunk) return text.length;
  const last = [...text.slice(from, from + longestChunk).matchAll(likelyEnd)].at(-1);
  return last ? from + last.index + last[0].length : from + longestChunk;
}

/** How many of `sorted` are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
