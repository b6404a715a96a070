import type { CheckedPart } from "#lib/articles/check-claim";
import { describeSeries } from "#lib/articles/describe-series";
import { isSupported } from "#lib/claims/judgement";
import { rightVerb } from "#lib/claims/right-verb";
import type { SeriesReader } from "#lib/series/reader";
import { valueInWords } from "./value-in-words.ts";

/** Words of a claim that a vintage contradicts, and what it says of them. */
export interface Mend {
  readonly text: string;
  /** Where they stand in the claim. */
  readonly from: number;
  readonly to: number;
  /** What can be put in their place; null when the sentence is to be written anew. */
  readonly instead: string | null;
  /** What is true, to be read behind the words: `reads “sold $7.1 billion”`, `comes to fourth place`, `no longer holds`. */
  readonly said: string;
}

/** What a vintage contradicts in a claim, in the order of its words. */
export async function findMends(
  words: string,
  parts: readonly CheckedPart[],
  reader: SeriesReader,
): Promise<Mend[]> {
  const wrong = parts.filter(({ judgement }) => !isSupported(judgement));
  const mends = await Promise.all(wrong.map((part) => toMend(words, part, reader)));
  return mends
    .filter((mend, at) => !mends.slice(0, at).some(({ from }) => from === mend.from))
    .map((mend) => joinAlike(mends.filter(({ from }) => from === mend.from)) ?? mend)
    .sort((left, right) => left.from - right.from);
}

async function toMend(
  words: string,
  { tree, saying, judgement }: CheckedPart,
  reader: SeriesReader,
): Promise<Mend> {
  const { instead, evaluation } = judgement;
  const value = evaluation.value;
  const place = saying ?? { text: words, start: 0, end: words.length };
  const at = { text: place.text, from: place.start, to: place.end };
  // The verb stands outside the mark, and "fell by" cannot be left before a rise.
  const verb = saying && rightVerb(saying, tree, value, await describeSeries(tree, reader));
  if (verb !== null) return { ...at, instead: null, said: `reads “${verb}”` };
  if (instead !== null) return { ...at, instead, said: `reads “${instead}”` };
  const isPlain = value.type === "truth";
  return {
    ...at,
    instead: null,
    said: isPlain ? "no longer holds" : `comes to ${valueInWords(saying, value)}`,
  };
}

/** Several expressions under the same words: one thing to say, where it is the same of each. */
function joinAlike(mends: readonly Mend[]): Mend | null {
  const [first] = mends;
  if (first === undefined || mends.every(({ said }) => said === first.said)) return first ?? null;
  return { ...first, instead: null, said: mends.map(({ said }) => said).join(", and ") };
}
