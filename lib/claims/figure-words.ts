/**
 * The words and signs that figures are printed with, as sources of patterns. All are read after `plainSpaces`, with the
 * flags `iu`, and each gap is bounded, so that no text makes a pattern slow.
 */

/** The power of ten a scale word stands for. */
export const scalePowers: Readonly<Record<string, number>> = {
  trillion: 12,
  trillions: 12,
  trn: 12,
  tn: 12,
  t: 12,
  billion: 9,
  billions: 9,
  bn: 9,
  b: 9,
  million: 6,
  millions: 6,
  mn: 6,
  mm: 6,
  m: 6,
  thousand: 3,
  thousands: 3,
  k: 3,
};

/** Nothing, spaces, or a hyphen: what may stand between the parts of one figure. */
export const joint = String.raw`(?: {0,3}|[-\u2010\u2011])`;

export const scaleWord = String.raw`(?:${Object.keys(scalePowers).join("|")})(?![\p{L}\p{N}])`;

export const percentWord = String.raw`(?:(?:percentage[- ]points?|percentage|percent|per[- ]cent|pct|pp)(?!\p{L})|[%\uff05\ufe6a])`;

export const pointsWord = String.raw`(?:(?:bps?|basis[- ]points?)(?!\p{L})|\u2030)`;

export const dollarWord = String.raw`(?:(?:US |U\.S\. )?dollars?|USD)(?!\p{L})`;

export const foreignWord = String.raw`(?:euros?|yen|yuan|renminbi|pounds?|sterling|francs?|won|rupees?|EUR|GBP|JPY|CNY|RMB|CHF)(?!\p{L})`;

/** Any word that makes the digits before it an amount. */
const unitWord = `(?:${[scaleWord, percentWord, pointsWord, dollarWord, foreignWord].join("|")})`;

/** Digits end here: no digit, decimals, group or unit follows. */
export const endOfNumber = String.raw`(?![\p{L}\p{N}_]|[.,]\d|${joint}${unitWord})`;

/** Hyphen, dashes and minus signs, those of other widths included. */
export const minusClass = String.raw`\-\u2010-\u2015\u2212\ufe63\uff0d`;

/**
 * The text with every space, line break and invisible character as a plain space, so that `$12\nbillion` reads as one
 * figure. Each is replaced by as many spaces as it is long: offsets stay the same.
 */
export function plainSpaces(text: string): string {
  return text.replace(/[\s\p{Z}\p{Cf}]/gu, (space) => " ".repeat(space.length));
}
