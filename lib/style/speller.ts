import { z } from "zod";
import { createSuggester } from "./suggester.ts";

/** American English as Hunspell has it. */
export interface Speller {
  knows(word: string): boolean;
  /** At most three words that are meant, the likeliest first. */
  suggest(word: string): readonly string[];
}

const mostRemembered = 2000;

/** Every form of every word, with its flags: nspell has it, and its own suggestions take a second for a word that is like none. */
const withForms = z.object({ data: z.custom<object>((data) => typeof data === "object") });

let loading: Promise<Speller> | undefined;

/**
 * The dictionary, read once and when first needed: it takes some tenths of a second and 15 MB, and the first suggestion another. What
 * was asked is remembered: the same words are asked for at each save.
 */
export function loadSpeller(): Promise<Speller> {
  loading ??= readSpeller();
  return loading;
}

async function readSpeller(): Promise<Speller> {
  const [{ default: create }, { default: dictionary }] = await Promise.all([
    import("nspell"),
    import("dictionary-en"),
  ]);
  const speller = create({
    aff: Buffer.from(dictionary.aff),
    dic: Buffer.from(dictionary.dic),
  });
  const { data } = withForms.parse(speller);
  let find: ((word: string) => string[]) | undefined;
  const suggested = new Map<string, readonly string[]>();
  return {
    knows: (word) => speller.correct(word),
    suggest(word) {
      const known = suggested.get(word);
      if (known !== undefined) return known;
      find ??= createSuggester(Object.keys(data).filter((form) => !isUnsaid(data, form)));
      const found = find(word).slice(0, 3);
      if (suggested.size >= mostRemembered) suggested.clear();
      suggested.set(word, found);
      return found;
    },
  };
}

/** Slurs are words, and are proposed to nobody. */
function isUnsaid(data: object, form: string): boolean {
  const flags: unknown = Reflect.get(data, form);
  return Array.isArray(flags) && flags.includes("!");
}
