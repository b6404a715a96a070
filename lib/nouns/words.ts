import type { TextSpan } from "#lib/claims/text-span";

/** A word of a text, without the ’s of a possessive. */
export interface Word extends TextSpan {
  readonly text: string;
  readonly lower: string;
  /** What stands between it and the word before: a space or a hyphen, or a comma, and no more; null for anything else. */
  readonly joint: " " | "," | null;
}

const shape = /U\.[KS]\.|\p{L}[\p{L}\p{M}]*|\d+/gu;
const spaced = /^(?:\s{1,3}|[-\u2010\u2011])$/u;
const comma = /^,\s{1,3}$/u;
const possessive = /^['\u2019](?:s(?![\p{L}\p{N}]))?/u;

/** The words of a text. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(shape)) {
    const [word] = match;
    const start = match.index;
    const isTail = word === "s" && /^['\u2019]$/u.test(text.slice(end, start));
    end = start + word.length;
    if (isTail) continue;
    const before = words.at(-1);
    const between = before ? text.slice(before.end, start).replace(possessive, "") : "";
    words.push({
      text: word,
      lower: word.toLowerCase(),
      start,
      end,
      joint: spaced.test(between) ? " " : comma.test(between) ? "," : null,
    });
  }
  return words;
}
