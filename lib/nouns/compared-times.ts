/** What stands before the time that a multiple is of: "twice as large as in", "triple what they were at". */
export const comparedBefore =
  /\bas (?:large|big|much|many|high|great)(?: [\p{L}.'\u2019]+){0,4} as(?: (?:it|they) (?:was|were|had been|did|held|had))?(?: in| at| on| by)?(?: the)? $|\b(?:twice|double|triple|treble|quadruple|half|times|third|quarter) (?:what|the size)(?: \p{L}+){0,2} (?:held|bought|sold|owned|had|was|were)(?: in| at| on| by)?(?: the)? $/iu;

/** A month of a year, where other words say which: "in the same month of 2025". */
export const sameMonthShape = String.raw`\bthe same (?:month|quarter) (?:of |in )?(?<year>(?:19|20)\d\d)(?!\d)`;
