import { endOfNumber } from "./figure-words.ts";
import { spanOf, type TextSpan } from "./text-span.ts";

/**
 * Digits that name a thing or a time and are no data: "Table 1", "lines 22 and 23", "S&P 500", "COVID-19", "10-year",
 * "24/7", "16:00", "4 pm". Never with a unit behind them: "line 5 billion" and "part 30 percent" are amounts. Also the
 * precision of a rounding, "rounded to a tenth of a billion".
 */
const shape = new RegExp(
  [
    String.raw`(?<!\p{L})(?:tables?|lines?|forms?|series|sections?|parts?|notes?|footnotes?|pages?|chapters?|figures?|charts?|articles?|items?|rules?|nos?\.) {1,3}\d{1,6}(?:[-\u2013]\d{1,6}|(?:, {1,3}\d{1,6}){0,20},? {1,3}and {1,3}\d{1,6})?`,
    String.raw`(?<!\p{L})(?:S&P|Nasdaq|Russell|FTSE|Nikkei|Fortune) {1,3}\d{2,4}`,
    String.raw`(?<!\p{L})COVID[-\u2010\u2011]19`,
    String.raw`(?<![\p{L}\p{N}.,\p{Sc}])\d{1,3}[-\u2010\u2011](?:year|month|week|day|hour|minute)s?(?!\p{L})`,
    String.raw`(?<![\p{L}\p{N}.,\p{Sc}])(?:24/7|\d{1,2}:\d{2})`,
    String.raw`(?<![\p{L}\p{N}.,\p{Sc}])(?:1[0-2]|[1-9]) {0,3}[ap](?:\.m\.|m(?!\p{L}))`,
    String.raw`(?<!\p{L})(?:rounded to|to the nearest)(?: {1,3}(?:an?|the|nearest|tenth|hundredth|thousandth|of)){0,5} {1,3}(?:trillion|billion|million|thousand)`,
  ]
    .map((name) => name + endOfNumber)
    .join("|"),
  "giu",
);

/** The numbered names of a text read by `plainSpaces`. */
export function findNumberedNames(text: string): TextSpan[] {
  return [...text.matchAll(shape)].map(spanOf);
}
