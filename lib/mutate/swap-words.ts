import type { SwapTable } from "./word-swaps.ts";

/** A word found in a text, and what to put in its place. */
export interface Swap {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

interface Form {
  readonly set: readonly string[];
  readonly position: number;
  /** Written with a capital wherever it stands: "may" is not the month. */
  readonly isName: boolean;
}

/** Every change of a text by a table of words: the longest word that is known, whole words only, in the case it stands in. */
export function createSwapper({ sets, most, before, behind }: SwapTable): (text: string) => Swap[] {
  const forms = new Map<string, Form[]>();
  for (const set of sets) {
    for (const [position, meaning] of set.entries()) {
      for (const form of meaning.split("|")) {
        const name = form.toLowerCase();
        const isName = /^\p{Lu}/u.test(form);
        forms.set(name, [...(forms.get(name) ?? []), { set, position, isName }]);
      }
    }
  }
  const longestFirst = [...forms.keys()].sort((left, right) => right.length - left.length);
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}-])${before === undefined ? "" : `(?<=${before})`}` +
      String.raw`(?:${longestFirst.join("|")})(?![\p{L}\p{N}]|-\p{L})` +
      (behind === undefined ? "" : `(?=${behind})`),
    "giu",
  );
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [start, end] = [match.index, match.index + match[0].length];
      const read = forms.get(match[0].toLowerCase()) ?? [];
      const fitting = read.filter(({ isName }) => !isName || /^\p{Lu}/u.test(match[0]));
      return fitting.flatMap((form) =>
        othersOf(form, most).map((other) => ({
          start,
          end,
          replacement: form.isName ? other : inCaseOf(match[0], other),
        })),
      );
    });
}

/** The first forms of the meanings that come after, round to the beginning. */
function othersOf({ set, position }: Form, most: number): string[] {
  return [...set.slice(position + 1), ...set.slice(0, position)]
    .slice(0, most)
    .flatMap((meaning) => meaning.split("|")[0] ?? []);
}

/** A capital at the start of what was found is one of what replaces it. */
function inCaseOf(found: string, other: string): string {
  const first = found.charAt(0);
  return first === first.toUpperCase() ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}
