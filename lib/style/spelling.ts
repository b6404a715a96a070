import type { StyleFinding } from "./finding.ts";
import type { Speller } from "./speller.ts";

/** A word with its apostrophes; what touches a digit, a sign of addresses or a dot within a name is none. */
const wordShape =
  /(?<![\p{L}\p{M}\p{N}_@/#&]|\p{L}\.)\p{L}[\p{L}\p{M}]*(?:[’'][\p{L}\p{M}]+)*(?![\p{L}\p{M}\p{N}_@/]|\.\p{L}|:\/)/gu;

/** Words that are spelled right besides those of the dictionary, as written; and how to look for one. */
export interface KnownWords {
  has(word: string): boolean;
}

/** The words of names and terms: "Cayman Islands" makes two known. */
export function knownWords(texts: Iterable<string>): KnownWords {
  const known = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(wordShape)) known.add(plain(word));
  }
  return {
    has: (word) => known.has(word) || (/^\p{Lu}\p{Ll}/u.test(word) && known.has(lowerFirst(word))),
  };
}

/** Words that neither the dictionary nor anybody here knows. Letters alone and words in capitals are taken for names. */
export function findMisspelt(
  { text }: { readonly text: string },
  speller: Speller,
  known: readonly KnownWords[],
): StyleFinding[] {
  return [...text.matchAll(wordShape)].flatMap(({ 0: word, index: start }) => {
    const said = plain(word);
    if (/^\p{Lu}*$|^\p{L}$/u.test(said)) return [];
    if (speller.knows(said) || known.some((words) => words.has(said))) return [];
    const likely = speller.suggest(said);
    const write = likely.length === 0 ? "" : `write ${likely.join(" or ")}; `;
    return [
      {
        rule: "style-spelling" as const,
        start,
        end: start + word.length,
        message: `"${word}" is in neither dictionary, that of American English or that of the house`,
        fix: `${write}if it is right, add it to content/dictionary.yml`,
      },
    ];
  });
}

/** As the dictionary has it: a straight apostrophe, and none of a possessive. */
function plain(word: string): string {
  return word.replaceAll("’", "'").replace(/'s?$/u, "");
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
