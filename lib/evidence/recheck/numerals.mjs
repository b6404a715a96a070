// Numbers in words and in digits.
import { divide, fraction } from "./numbers.mjs";

const listOf = (text) => text.split(" ");
const ones = listOf(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
);
const tens = listOf("twenty thirty forty fifty sixty seventy eighty ninety");
const ordinals = listOf(
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
);
const months = listOf(
  "january february march april may june july august september october november december",
);
const powers = { "": 0, thousand: 3, million: 6, billion: 9, trillion: 12 };

/** Patterns of the words; the longest first, so that "six" does not take the start of "sixteen". */
export const patterns = {
  digits: String.raw`[\d,]*\d(?:\.\d+)?`,
  scale: listOf("thousand million billion trillion").join("|"),
  one: oneOf(ones.slice(1)),
  ten: oneOf(tens),
  ordinal: oneOf(ordinals.slice(1)),
  part: `half|halves|thirds?|quarters?|(?:${oneOf(ordinals.slice(4))})s?`,
  month: oneOf(months),
};

function oneOf(list) {
  return [...list].sort((one, other) => other.length - one.length).join("|");
}

export function ordinalOf(word) {
  return String(ordinals.indexOf(word));
}

/** The number of "39", "eleven" or "twenty-five", as digits. */
export function countOf(text) {
  if (/^\d+$/.test(text)) return text;
  const [first, second = "zero"] = text.split(/[- ]/);
  const ten = tens.indexOf(first);
  return String(ten < 0 ? ones.indexOf(first) : 20 + 10 * ten + ones.indexOf(second));
}

/** A figure in digits, with half a step of its last digit. */
export function figureOf(sign, digits, scale, unit) {
  const plain = digits.replaceAll(",", "");
  const times = 10n ** BigInt(powers[scale ?? ""]);
  const scaled = ({ top, bottom }) => ({ top: top * times, bottom });
  const decimals = plain.split(".")[1]?.length ?? 0;
  const half = scaled({ top: 1n, bottom: 2n * 10n ** BigInt(decimals) });
  return { size: scaled(fraction(plain)), half, unit, sign: sign === undefined ? 1 : -1 };
}

/** A part or a multiple in words, which has no last digit. */
export function ratioOf(top, bottom) {
  const size = divide(fraction(top), fraction(bottom));
  return { size, half: null, unit: "ratio", sign: 1 };
}

/** "two-thirds" of "two" and "thirds". */
export function partsOf(top, part) {
  const single = part.replace("halves", "half").replace(/s$/, "");
  const bottom = { half: "2", quarter: "4" }[single] ?? ordinalOf(single);
  return ratioOf(/^an?$/.test(top) ? "1" : countOf(top), bottom);
}

/** "2008-09" of "september" and "2008", "2008" of the year alone. */
export function periodOf(month, year) {
  if (month === undefined) return year;
  return `${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}`;
}
