import type { Place } from "#lib/series/problem";
import { createRawPlaces } from "./raw-places.ts";

/** A text that is put together from what a parser read, and where each of its characters stands in the file. */
export interface TextPlaces {
  readonly text: () => string;
  /** Adds text as a reader sees it, with what stands for it in the file. */
  readonly add: (value: string, raw: string, at: Place) => void;
  readonly placeOf: (offset: number) => Place;
}

/** `start` is the place of a text to which nothing was added. */
export function createTextPlaces(start: Place): TextPlaces {
  let text = "";
  const parts: { from: number; placeOf: (offset: number) => Place }[] = [];
  return {
    text: () => text,
    add(value, raw, at) {
      parts.push({ from: text.length, placeOf: createRawPlaces(raw, value, at) });
      text += value;
    },
    placeOf(offset) {
      const part = parts[lastAtMost(parts, offset)];
      return part ? part.placeOf(offset - part.from) : start;
    },
  };
}

/** The last part that begins at an offset or before it; a paragraph may have thousands. */
function lastAtMost(parts: readonly { readonly from: number }[], offset: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((parts[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
