/**
 * The stem that forms of an English word share: "purchases" and "purchased" are "purchas". Plurals go by Harman's rules
 * ("How effective is suffixing?", JASIS 42, 1991), then -ing, -ed and a silent e. Good enough to compare by, never shown.
 */
export function stemOf(word: string): string {
  const single = singularOf(word);
  const bare = /^.{3,}?(?=(?:ing|ed)$)/.exec(single)?.[0];
  // "king" and "red" are not forms of anything; what is left needs a vowel.
  const root = bare !== undefined && /[aeiouy]/.test(bare) ? bare : single;
  const plain = root.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
  return plain.length > 3 ? plain.replace(/e$/, "") : plain;
}

function singularOf(word: string): string {
  if (word.length < 4) return word;
  if (/[^ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
  if (/[^us]s$/.test(word)) return word.slice(0, -1);
  return word;
}
