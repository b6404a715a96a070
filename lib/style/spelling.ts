import { distance } from "fastest-levenshtein";
import { rememberTexts } from "#lib/series/remember-texts";
import type { StyleFinding } from "./finding.ts";
import type { Speller } from "./speller.ts";

/** A word with its apostrophes; what touches a digit, a sign of addresses or a dot within a name is none. */
const wordShape =
  /(?<![\p{L}\p{M}\p{N}_@/#&]|\p{L}\.)\p{L}[\p{L}\p{M}]*(?:[’'][\p{L}\p{M}]+)*(?![\p{L}\p{M}\p{N}_@/]|\.\p{L}|:\/)/gu;

/** Words that are spelled right besides those of the dictionary, as written; and how to look for one. */
export interface KnownWords {
  has(word: string): boolean;
  /** Those that a word is likely a slip of, the nearest first. */
  near(word: string): readonly string[];
}

/** The words of names and terms: "Cayman Islands" makes two known. */
export function knownWords(texts: Iterable<string>): KnownWords {
  const known = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(wordShape)) known.add(plain(word));
  }
  return {
    has: (word) => known.has(word) || (/^\p{Lu}\p{Ll}/u.test(word) && known.has(lowerFirst(word))),
    near: (word) => slipsOf(word, [...known]),
  };
}

/** A short word is a slip of too many. */
const shortest = 4;

function slipsOf(word: string, known: readonly string[]): string[] {
  const said = word.toLowerCase();
  const most = said.length < 8 ? 1 : 2;
  return known
    .filter((one) => one.length >= shortest && Math.abs(one.length - said.length) <= most)
    .map((one) => ({ one, away: distance(said, one.toLowerCase()) }))
    .filter(({ away }) => away <= most)
    .sort((left, right) => left.away - right.away || left.one.localeCompare(right.one, "en"))
    .map(({ one }) => (startsUpper(word) && !startsUpper(one) ? upperFirst(one) : one));
}

const mostSuggested = 3;

/** Words that neither the dictionary nor anybody here knows. Letters alone and words in capitals are taken for names. */
export function findMisspelt(
  { text }: { readonly text: string },
  speller: Speller,
  known: readonly KnownWords[],
): StyleFinding[] {
  return strangeWords(speller)(text)
    .filter(({ said }) => !known.some((words) => words.has(said)))
    .map(({ word, said, start }) => {
      // Whoever writes here means a country sooner than a word of the whole language.
      const ours = known.flatMap((words) => words.near(said));
      const likely = [...new Set([...ours, ...speller.suggest(said)])].slice(0, mostSuggested);
      const write = likely.length === 0 ? "" : `write ${likely.join(" or ")}; `;
      return {
        rule: "style-spelling" as const,
        start,
        end: start + word.length,
        message: `"${word}" is in neither dictionary, that of American English or that of the house`,
        fix: `${write}if it is right, add it to content/dictionary.yml`,
      };
    });
}

/** A word that the dictionary does not know, as written and as looked for. */
interface StrangeWord {
  readonly word: string;
  readonly said: string;
  readonly start: number;
}

const strange = new WeakMap<Speller, (text: string) => readonly StrangeWord[]>();

/** What finds the words of a text that a dictionary does not know: what the house knows besides may change between two looks. */
function strangeWords(speller: Speller): (text: string) => readonly StrangeWord[] {
  const known =
    strange.get(speller) ??
    rememberTexts((text) =>
      [...text.matchAll(wordShape)].flatMap(({ 0: word, index: start }) => {
        const said = plain(word);
        const isName = /^\p{Lu}*$|^\p{L}$/u.test(said);
        return isName || speller.knows(said) ? [] : [{ word, said, start }];
      }),
    );
  strange.set(speller, known);
  return known;
}

/** As the dictionary has it: a straight apostrophe, and none of a possessive. */
function plain(word: string): string {
  return word.replaceAll("’", "'").replace(/'s?$/u, "");
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function startsUpper(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
