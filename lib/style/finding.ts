/** What style checks are called, in problems and in waivers, and what each of them is about. */
export const styleRules = {
  "style-article": "“a” before a vowel, “an” before a consonant",
  "style-date": "dates in another form than “June 18, 2026” and “December 2025”",
  "style-heading": "headings that skip a rank, and two that are the same",
  "style-link": "links to pages and headings that are not there",
  "style-number": "“bn”, “%” and the like in the place of words, and figures without commas",
  "style-quotes": "straight quotes among curly ones",
  "style-repeated": "a word that stands twice",
  "style-spacing":
    "two spaces, a space before a comma, dots and hyphens in the place of “…” and “—”",
  "style-spelling": "words in neither dictionary",
  "style-unit": "a unit that is said twice, or not at all as we say it",
} as const;

export type StyleRule = keyof typeof styleRules;

export function isStyleRule(name: string): name is StyleRule {
  return Object.hasOwn(styleRules, name);
}

/** Something in a block of text that an editor would mend. */
export interface StyleFinding {
  readonly rule: StyleRule;
  /** Offsets in the block. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fix: string;
}
