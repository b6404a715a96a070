// Reads the words of a claim by itself: which values they stand for. What is not in the list of words is not read.
import { fraction, zero } from "./numbers.mjs";
import { itemsOf } from "./lexicon.mjs";
import { months } from "./periods.mjs";
import {
  between,
  exactly,
  inPercent,
  lessOne,
  mirrored,
  ofPercent,
  plusOne,
  rangeOf,
  side,
} from "./ranges.mjs";

/**
 * What a part of a text, from `start` to `end`, stands for in the unit of the value computed: `{ range }`, or `{ period }` (its
 * months, or null for none on record). Null when it cannot be read.
 */
export function readWords(text, { said, start, end }, unit) {
  const items = itemsOf(said)?.filter(({ kind }) => kind !== "glue");
  if (items === undefined || isTurned(text, said, end)) return null;
  const words = new Map(items.map(({ kind, value }) => [kind, value]));
  const kinds = items.map(({ kind }) => kind).join(" ");
  if (kinds === "end on-record") return { period: null };
  if (kinds === "end since") return { period: months(words.get("since")) };
  const range = rangeIn(kinds, words, unit, carriedWay(text.slice(0, start)));
  return range && { range };
}

/** Whether other words make something else of these: gross sales are above 0, "$3" of "from $3 to $5 billion" is in billions. */
function isTurned(text, said, end) {
  return (
    /\bgross\b/i.test(text) || (/\$[\d.,]+$/.test(said) && /^ (?:to|and) \$/.test(text.slice(end)))
  );
}

/** The way of "fell by $4.56 trillion, or", which "16 percent" behind it shares. */
function carriedWay(before) {
  if (!/, or $/.test(before)) return undefined;
  return itemsOf(before.slice(0, -", or ".length))?.find(({ kind }) => kind === "way")?.value;
}

function rangeIn(kinds, words, unit, carried) {
  const isNumber = unit === "number";
  switch (kinds) {
    case "way":
      return isNumber ? null : side(words.get("way").sign);
    case "more-than":
      return isNumber ? null : side(words.get("more-than"));
    case "comparison":
      return isNumber ? null : side(words.get("comparison"));
    case "unchanged":
      return isNumber ? null : exactly(zero);
    case "size":
    case "hedge size":
    case "more-than size":
    case "way size":
    case "way hedge size":
    case "way more-than size":
      return sized(words.get("size"), hedgeIn(words), words.get("way") ?? carried, unit);
    case "size comparison":
    case "hedge size comparison":
    case "more-than size comparison": {
      const way = { sign: words.get("comparison"), isChange: true };
      return sized(words.get("size"), hedgeIn(words), way, unit);
    }
    case "multiplied":
    case "hedge multiplied":
    case "more-than multiplied":
      return multiplied(words.get("multiplied"), hedgeIn(words), unit);
    case "most":
      return share(between("0.5", "0.9", false, false), unit);
    case "nearly-all":
      return share(between("0.9", "1", true, false), unit);
    case "all":
      return share(between("0.995", "1.005", true, false), unit);
    case "among end":
      return isNumber ? between("1", words.get("among"), true, true) : null;
    case "end":
      return isNumber ? exactly(fraction("1")) : null;
    case "place":
    case "place end":
    case "place end on-record":
      return isNumber ? exactly(fraction(words.get("place"))) : null;
    case "count":
    case "count times":
    case "count out-of times":
      return isNumber ? exactly(fraction(words.get("count"))) : null;
    default:
      return null;
  }
}

function hedgeIn(words) {
  if (!words.has("more-than")) return words.get("hedge") ?? null;
  return words.get("more-than") > 0 ? "more" : "less";
}

/** A size with its sign, in the unit of the value: a part in percent too, a change also as what it is a change to. */
function sized(size, hedge, way, unit) {
  if (size.sign < 0 && way !== undefined) return null;
  const range = rangeOf(size, hedge);
  const signed = size.sign * (way?.sign ?? 1) < 0 ? mirrored(range) : range;
  const isChange = way?.isChange === true;
  switch (`${size.unit} of ${unit}`) {
    case "USD of USD":
      return signed;
    case "percent of percent":
      // Points are of a difference, and a bare figure does not say whether it is one.
      return size.isPoints && way === undefined ? null : signed;
    case "percent of number":
      return isChange && !size.isPoints ? plusOne(ofPercent(signed)) : null;
    case "ratio of number":
      return isChange ? plusOne(signed) : way === undefined ? signed : null;
    case "ratio of percent":
      return isChange || way === undefined ? inPercent(signed) : null;
    default:
      return null;
  }
}

/** "doubled": what something came to, as a multiple of what it was. "More than halved" counts otherwise, and is not read. */
function multiplied(size, hedge, unit) {
  if (size.bottom !== 1n && hedge !== null && hedge !== "near") return null;
  const range = rangeOf({ size, half: null, unit: "ratio" }, hedge);
  if (unit === "number") return range;
  return unit === "percent" ? inPercent(lessOne(range)) : null;
}

function share(range, unit) {
  if (unit === "number") return range;
  return unit === "percent" ? inPercent(range) : null;
}
