import type { SeriesReader } from "./reader.ts";

/** A longest article asks for some hundred. */
const keptAtOnce = 2000;

const fixed = new WeakSet<SeriesReader>();

/** Takes down that what a reader answers never changes, as of one that remembers: what is worked out over it may be kept. */
export function fixedReader(reader: SeriesReader): SeriesReader {
  fixed.add(reader);
  return reader;
}

export function isFixed(reader: SeriesReader): boolean {
  return fixed.has(reader);
}

/**
 * The same question over the same figures, worked out once: an editor who saves an article asks for hundreds of claims, of which one
 * changed. `name` says all that the answer rests on besides the reader. Over a reader that is not fixed each is worked out anew.
 */
export function rememberOver<Answer extends object>(): (
  reader: SeriesReader,
  name: string,
  work: () => Answer | Promise<Answer>,
) => Promise<Answer> {
  const kept = new WeakMap<SeriesReader, Map<string, Answer>>();
  return async (reader, name, work) => {
    if (!isFixed(reader)) return work();
    const known = kept.get(reader) ?? new Map<string, Answer>();
    kept.set(reader, known);
    const answer = known.get(name) ?? (await work());
    if (known.size >= keptAtOnce) known.clear();
    known.set(name, answer);
    return answer;
  };
}
