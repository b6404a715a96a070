import { percentWord, pointsWord } from "./figure-words.ts";
import { spanOf, type TextSpan } from "./text-span.ts";

const numberWord =
  "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|" +
  "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|dozens?|tens|" +
  "millions?|billions?|an?|half|quarters?|thirds?|few|several|point";
const gap = String.raw`(?:[-\u2010\u2011]| {1,3})`;

/**
 * "two trillion", "twenty-five per cent", "one and a half billion", "hundreds of billions", "a million": number words or
 * an article, up to a scale word or percent. At most twelve words, so that no text is slow.
 */
const shape = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${numberWord})(?:${gap}(?:and {1,3}|of {1,3})?(?:${numberWord})){0,12}?` +
    String.raw`${gap}(?:of {1,3})?` +
    String.raw`(?:(?:trillions?|billions?|millions?|thousands?|trn|tn|bn|mn)(?!\p{L})|${percentWord}|${pointsWord})`,
  "giu",
);

/** The amounts spelled out in a text read by `plainSpaces`. */
export function findSpelledFigures(text: string): TextSpan[] {
  return [...text.matchAll(shape)].map(spanOf);
}
