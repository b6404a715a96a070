import { rememberTexts } from "#lib/series/remember-texts";
import type { TextSpan } from "#lib/claims/text-span";
import type { Noun, NounMention } from "./noun.ts";
import { outside } from "./outside.ts";
import { wordsOf, type Word } from "./words.ts";

/** Finds the nouns of a text, in time that grows with its length alone. */
export interface NounFinder {
  /** In the order of the text; within a dimension none overlaps another. */
  find(text: string): readonly NounMention[];
}

interface Entry {
  readonly words: readonly Word[];
  /** Null for a name. */
  readonly noun: Noun | null;
  readonly next: readonly (readonly Word[])[] | null;
  readonly notNext: readonly (readonly Word[])[];
}

/** Phrases that are no nouns: `names` in which nothing is one, and words `excluding` what is named behind them. */
export interface Silencers {
  readonly names: readonly string[];
  readonly excluding: readonly string[];
}

export function createNounFinder(nouns: readonly Noun[], silencers: Silencers): NounFinder {
  const names = silencers.names.map(nameEntry);
  const excluding = silencers.excluding.map(wordsOf);
  const [areas, classes, measures] = (["area", "class", "measure"] as const).map((dimension) =>
    indexOf([...nouns.filter((noun) => noun.dimension === dimension).map(entryOf), ...names]),
  );
  return {
    find: rememberTexts((text) => {
      const words = wordsOf(text);
      const isExcluded = excludedIn(words, excluding);
      const look = (index: Index = new Map<string, Entry[]>()) =>
        findIn(words, index).filter(({ start }) => !isExcluded(start));
      const ofAreas = look(areas);
      // "Official holders" says who, and not that they hold: they may have bought. "Net U.S. purchases" says both.
      const tails = ofAreas.map(({ start, end }) => ({ start: start + 1, end }));
      return [...ofAreas, ...look(classes), ...outside(look(measures), tails)].sort(
        (left, right) => left.start - right.start,
      );
    }),
  };
}

type Index = ReadonlyMap<string, readonly Entry[]>;

/** Whether an offset stands just behind excluding words, with at most an article between. */
function excludedIn(
  words: readonly Word[],
  excluding: readonly (readonly Word[])[],
): (start: number) => boolean {
  const starts = new Set<number>();
  for (const at of words.keys()) {
    for (const phrase of excluding.filter((candidate) => isAt(candidate, words, at))) {
      const next = words[at + phrase.length];
      if (next) starts.add(next.start);
      const behind = words[at + phrase.length + 1];
      if (behind && /^(?:the|all|its|their)$/u.test(next?.lower ?? "")) starts.add(behind.start);
    }
  }
  return (start) => starts.has(start);
}

function entryOf(noun: Noun): Entry {
  return {
    words: wordsOf(noun.words),
    noun,
    next: noun.next?.map(wordsOf) ?? null,
    notNext: noun.notNext.map(wordsOf),
  };
}

function nameEntry(name: string): Entry {
  return { words: wordsOf(name), noun: null, next: null, notNext: [] };
}

/** By the first word in lower case, the longest first; of equals, a name, then what stands earlier in the file. */
function indexOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    const first = entry.words[0]?.lower ?? "";
    index.set(first, [...(index.get(first) ?? []), entry]);
  }
  for (const list of index.values()) {
    list.sort((left, right) => right.words.length - left.words.length || rank(left) - rank(right));
  }
  return index;
}

function rank({ noun }: Entry): number {
  return noun === null ? 0 : 1;
}

function findIn(words: readonly Word[], index: Index): NounMention[] {
  const found: NounMention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const entry = index
      .get(words[at]?.lower ?? "")
      ?.find((candidate) => stands(candidate, words, at));
    if (entry === undefined) continue;
    const last = at + entry.words.length - 1;
    if (entry.noun !== null) found.push({ ...spanFrom(words, at, last), noun: entry.noun });
    at = last;
  }
  return found;
}

function stands({ words, next, notNext }: Entry, text: readonly Word[], at: number): boolean {
  const after = at + words.length;
  return (
    isAt(words, text, at) &&
    (next === null || next.some((phrase) => follows(phrase, text, after))) &&
    !notNext.some((phrase) => follows(phrase, text, after))
  );
}

function follows(phrase: readonly Word[], text: readonly Word[], at: number): boolean {
  return text[at]?.joint === " " && isAt(phrase, text, at);
}

/** A word with a capital must stand as it is, one without may have any. */
function isAt(phrase: readonly Word[], text: readonly Word[], at: number): boolean {
  return phrase.every((word, step) => {
    const found = text[at + step];
    if (found === undefined || (step > 0 && found.joint !== word.joint)) return false;
    return word.text === word.lower ? found.lower === word.text : found.text === word.text;
  });
}

function spanFrom(words: readonly Word[], first: number, last: number): TextSpan {
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 };
}
