import type { Place, Problem } from "#lib/series/problem";

/**
 * Characters that a reader does not see, or takes for others: they would hide a figure or a word from the gate. Invisible ones,
 * marks laid over letters, letters that are no plain Latin (`\u0430` looks like a), and digits of other scripts.
 */
const strange =
  /[\p{Cf}\p{Mn}\p{Me}\p{Co}]|(?!\p{Script=Latin})\p{L}|[\uff00-\uffef]|(?![0-9])\p{Nd}/u;

/** The first such character of a text, which says enough. Problem: `strange-character`. */
export function findStrangeCharacter(text: string, placeOf: (offset: number) => Place): Problem[] {
  const found = strange.exec(text);
  if (!found) return [];
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return [
    {
      kind: "strange-character",
      message: `the character U+${code} is not seen, or is taken for another`,
      at: placeOf(found.index),
      fix: "write it with plain letters and digits, and without invisible characters",
    },
  ];
}
