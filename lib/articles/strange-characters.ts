import type { Place, Problem } from "#lib/series/problem";

/**
 * Characters that a reader does not see, or takes for others: they would hide a figure or a word from the gate. Invisible and
 * control characters, marks laid over letters, letters that are no plain Latin (`\u0430` looks like a) or Latin only to
 * phoneticians and printers (small capitals, long s, ligatures), numerals and digits that are none of 0 to 9.
 */
const strange = new RegExp(
  [
    String.raw`(?![\t\n\r])[\p{C}\p{Zl}\p{Zp}\p{Mn}\p{Me}\u2800\ufff9-\uffff]`,
    String.raw`(?!\p{Script=Latin})\p{L}|[\uff00-\uffef]`,
    String.raw`[\u017f\u0250-\u02af\u02b0-\u02b8\u02e0-\u02e4\u1d00-\u1dbf\u1e9b-\u1e9d\u2071\u207f\u2090-\u209c\ua720-\ua7ff\uab30-\uab6f\ufb00-\ufb06]`,
    String.raw`(?![0-9])\p{Nd}|\p{Nl}|[\u2070-\u2089\u2460-\u24ff\u2776-\u2793]`,
    String.raw`[\u{1f100}-\u{1f189}]`,
    // Latin letters that pass for plain ones, those of Vietnamese, pinyin and Romanian left out, and florins.
    String.raw`[\u0131\u0138\u0149\u0180-\u0191\u0193-\u019f\u01a2-\u01ae\u01b1-\u01cc\u01dd\u0220-\u0225\u0234-\u024f]`,
    // "soId", "s0ld" and a dot within a word.
    String.raw`(?<=\p{Ll})[I01\u00b7\u2027](?=\p{Ll})`,
  ].join("|"),
  "u",
);

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
