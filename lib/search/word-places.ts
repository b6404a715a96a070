import { distance } from "fastest-levenshtein";
import type { SearchDocument } from "./search-document.ts";
import { wordTokens } from "./word-token.ts";

export type Field = "title" | "name" | "text";

/** Where a word stands: the number of its document, in what of it, and as which word. */
export interface WordPlace {
  readonly document: number;
  readonly field: Field;
  readonly position: number;
}

/** Stems that stand together; of the last word its beginning, as typed, is enough when `isBeginning`. */
export interface Run {
  readonly stems: readonly string[];
  readonly isBeginning: boolean;
}

/** Where the words of documents stand, and how they are written. */
export interface WordPlaces {
  /** Where a run of words stands, by its first. */
  of(run: Run): readonly WordPlace[];
  /** Whether some document has the word, or one that begins with it. */
  has(word: string): boolean;
  /** The word most like a misspelt one; null when none is. */
  nearest(word: string): string | null;
}

/** Names are kept so far apart that no run of words reaches from one into the next. */
const apart = 100;

/** A shorter word is seldom the beginning of another ("UK" is not Ukraine), and is too like others to be mended. */
export const shortestBeginning = 4;

export function placeWords(documents: readonly SearchDocument[]): WordPlaces {
  const places = new Map<string, WordPlace[]>();
  const spellings = new Map<string, { word: string; stem: string; count: number }>();
  const add = (text: string, document: number, field: Field, from = 0) => {
    for (const [position, { stem, plain, start, end }] of wordTokens(text).entries()) {
      const known = places.get(stem) ?? [];
      places.set(stem, known);
      known.push({ document, field, position: from + position });
      const spelling = spellings.get(plain) ?? { word: text.slice(start, end), stem, count: 0 };
      spellings.set(plain, spelling);
      spelling.count += 1;
    }
  };
  for (const [number, { title, names, text }] of documents.entries()) {
    add(title, number, "title");
    for (const [order, name] of names.entries()) add(name, number, "name", order * apart);
    add(text, number, "text");
  }
  const written = [...spellings.keys()].sort();

  /** The stems of the words that begin so. */
  function stemsFrom(beginning: string): Set<string> {
    const found = new Set<string>();
    for (let at = firstFrom(written, beginning); at < written.length; at += 1) {
      const plain = written[at] ?? "";
      if (!plain.startsWith(beginning)) break;
      found.add(spellings.get(plain)?.stem ?? plain);
    }
    return found;
  }

  function of({ stems, isBeginning }: Run): WordPlace[] {
    const at = (position: number) => {
      const stem = stems[position] ?? "";
      const begins = isBeginning && position === stems.length - 1;
      return [...(begins ? stemsFrom(stem) : [stem])].flatMap((one) => places.get(one) ?? []);
    };
    let found = at(0);
    for (let offset = 1; offset < stems.length; offset += 1) {
      const next = new Set(at(offset).map(keyOf));
      found = found.filter((place) =>
        next.has(keyOf({ ...place, position: place.position + offset })),
      );
    }
    return found;
  }

  function has(word: string): boolean {
    const [token] = wordTokens(word);
    if (token === undefined || places.has(token.stem)) return true;
    return token.plain.length >= shortestBeginning && stemsFrom(token.plain).size > 0;
  }

  function nearest(word: string): string | null {
    const [{ plain: wanted } = { plain: "" }] = wordTokens(word);
    if (wanted.length < shortestBeginning || !/^\p{L}+$/u.test(wanted)) return null;
    const slips = wanted.length < 6 ? 1 : wanted.length < 10 ? 2 : 3;
    const [best] = [...spellings]
      .filter(([plain]) => Math.abs(plain.length - wanted.length) <= slips)
      .map(([plain, spelling]) => ({ ...spelling, away: distance(plain, wanted) }))
      .filter(({ away }) => away <= slips)
      .sort((left, right) => left.away - right.away || right.count - left.count);
    return best?.word ?? null;
  }

  return { of, has, nearest };
}

/** The place of the first of sorted words that is not before this one. */
function firstFrom(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((sorted[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function keyOf({ document, field, position }: WordPlace): string {
  return `${document} ${field} ${position}`;
}
