/** American English as Hunspell has it. */
export interface Speller {
  knows(word: string): boolean;
  /** At most three words that are meant, the likeliest first. */
  suggest(word: string): readonly string[];
}

const mostRemembered = 2000;

let loading: Promise<Speller> | undefined;

/**
 * The dictionary, read once and when first needed: it takes a tenth of a second and some 15 MB. What was asked is remembered, since
 * a suggestion takes some milliseconds.
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
  const suggested = new Map<string, readonly string[]>();
  return {
    knows: (word) => speller.correct(word),
    suggest(word) {
      const known = suggested.get(word);
      if (known !== undefined) return known;
      const found = speller.suggest(word).slice(0, 3);
      if (suggested.size >= mostRemembered) suggested.clear();
      suggested.set(word, found);
      return found;
    },
  };
}
