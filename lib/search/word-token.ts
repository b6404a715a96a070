import { stemOf } from "./stem.ts";

/** A word of a text, where it stands, and what it is compared by. */
export interface WordToken {
  readonly stem: string;
  /** In small letters, without marks on them. */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
}

/** Words with full points in them ("U.S."), numbers as printed ("1,185.5"), and runs of letters and digits. */
const words = /(?:\p{L}\.){2,}|\d+(?:[.,]\d+)+|[\p{L}\p{N}]+(?:\p{M}[\p{L}\p{N}]*)*/gu;

/** The words of a text in order. The s of a genitive is none: "Japan’s" is "Japan". */
export function wordTokens(text: string): WordToken[] {
  return [...text.matchAll(words)].flatMap(({ 0: found, index }): WordToken[] => {
    if (/^s$/i.test(found) && /[\p{L}][’']$/u.test(text.slice(0, index))) return [];
    const plain = plainOf(found);
    return [{ stem: stemOf(plain), plain, start: index, end: index + found.length }];
  });
}

/** "U.S." is "us", "Türkiye" "turkiye", "1,185.5" "1185.5". */
function plainOf(word: string): string {
  const bare = word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return /^\d/.test(bare) ? bare.replaceAll(",", "") : bare.replaceAll(".", "");
}
