import { directionWords } from "#lib/claims/direction-words";
import { sideWords, type Side } from "#lib/claims/side-words";
import type { TextSpan } from "#lib/claims/text-span";

/** A word that says which way what follows it goes. */
export interface GoverningWord<W> extends TextSpan {
  readonly way: W;
}

/** The last words in front of a figure that say which way it goes: "fell" and "sales" of "fell, with net sales of". */
export interface GoverningWords {
  readonly direction: GoverningWord<"up" | "down"> | null;
  readonly side: GoverningWord<Side> | null;
}

export function governingWords(before: string): GoverningWords {
  let direction: GoverningWords["direction"] = null;
  let side: GoverningWords["side"] = null;
  for (const { 0: printed, index: start } of before.matchAll(/\p{L}+/gu)) {
    const word = printed.toLowerCase();
    const end = start + word.length;
    const way = directionWords.get(word)?.direction;
    if (way === "up" || way === "down") direction = { way, start, end };
    const found = sideWords.get(word);
    // "Positive" is of any value, and "added" of what is held as well.
    if (found && found.form !== "sign" && found.form !== "part") {
      side = { way: found.side, start, end };
    }
  }
  return { direction, side };
}
