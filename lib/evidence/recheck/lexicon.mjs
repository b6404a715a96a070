// The words that are read, and what each says.
import { fraction } from "./numbers.mjs";
import { countOf, figureOf, ordinalOf, partsOf, patterns, periodOf, ratioOf } from "./numerals.mjs";

const { digits, scale, one, ten, ordinal, part, month } = patterns;
const large = "largest|biggest|greatest|most";
const small = "smallest|least|fewest";
const year = String.raw`(?:19|20)\d\d`;
const multiples = { doubled: "2", tripled: "3", quadrupled: "4", halved: "0.5" };

/** A kind of word: its pattern, and what is made of the groups in it. The first that fits at a place is taken. */
const lexicon = [
  entry("size", String.raw`(minus |-)?\$(${digits})(?: (${scale}))?`, (sign, number, power) =>
    figureOf(sign, number, power, "USD"),
  ),
  entry("size", `(minus |-)?(${digits}) percent(age points?)?`, (sign, number, points) => ({
    ...figureOf(sign, number, undefined, "percent"),
    isPoints: points !== undefined,
  })),
  entry("size", `(${digits}) times`, (number) => figureOf(undefined, number, undefined, "ratio")),
  entry("size", `(${one}) times`, (number) => ratioOf(countOf(number), "1")),
  entry("size", "(twice|thrice)", (word) => ratioOf(word === "twice" ? "2" : "3", "1")),
  entry("size", `(an?|${one})[- ](${part})`, partsOf),
  entry("size", `half(?! of ${year})`, () => ratioOf("1", "2")),
  entry("multiplied", "(doubled|tripled|quadrupled|halved)", (word) => fraction(multiples[word])),
  entry("unchanged", "unchanged"),
  entry("nearly-all", "nearly all"),
  entry("all", "all(?! \\w+ (?:months|quarters|years))"),
  // Behind other words it is the end of a list: "the most since 2008".
  entry("most", "^most"),
  entry("among", `among the (${one})(?= (?:${large}))`, countOf),
  entry("place", `(?:the )?(${ordinal})`, ordinalOf),
  entry("end", "[- ]?(?:the )?(highest|lowest)", (end) => ({ end, isSize: false })),
  entry("end", `[- ]?(?:the )?(?:${large})`, () => ({ end: "highest", isSize: true })),
  entry("end", `[- ]?(?:the )?(?:${small})`, () => ({ end: "lowest", isSize: true })),
  entry("on-record", "(?:level |month |month-end )?(?:on record|in any month)"),
  entry("since", `(?:level |month |month-end )?since (?:(${month}) )?(${year})`, periodOf),
  entry("hedge", "about|around|roughly|approximately|close to", () => "near"),
  entry("hedge", "nearly|almost|not quite|just under|just below", () => "nearly"),
  entry("hedge", "just over|just above|slightly more than", () => "just-over"),
  entry("hedge", "well over|well above|far more than", () => "well-over"),
  entry("hedge", "at least|no less than|no fewer than", () => "at-least"),
  entry("hedge", "at most|up to|no more than", () => "at-most"),
  entry("more-than", "more than|over|above", () => 1),
  entry("more-than", "less than|fewer than|under|below", () => -1),
  entry("comparison", "up from|more|higher|larger", () => 1),
  entry("comparison", "down from|less|fewer|lower|smaller", () => -1),
  way(1, true, "rose|rises?|risen|rising|increased?|grew|grows?|grown|growing|climbed|gained|up"),
  way(-1, true, "fell|falls?|fallen|falling|decreased?|declined?|dropped|drops?|lost|down"),
  way(1, false, "bought|buyers?|buying|purchased|purchases|added|inflows?"),
  way(-1, false, "sold|sellers?|selling|sales|shed|taken off|took off|outflows?"),
  entry(
    "out-of",
    `(?:out )?of (?:the )?(${ten}(?:[- ](?:${one}))?|${one}|\\d{1,3})(?= months)`,
    countOf,
  ),
  entry("count", `(?:(?:in|for) )?(?:all )?(${ten}(?:[- ](?:${one}))?|${one}|\\d{1,3})`, countOf),
  entry("times", "(?:months|quarters|years)(?: running| in a row)?"),
  entry(
    "glue",
    `as (?:much|many)|(?:was|were|has|have|been|by|of|an?|the|in|net|its|their|it|${year})`,
  ),
  entry(
    "glue",
    String.raw`(?:holdings|long-term|u\.s\.|securities|treasuries|stocks|bonds|increase)`,
  ),
];

function entry(kind, pattern, make = () => null) {
  return { kind, pattern: new RegExp(`(?:${pattern})(?![\\w$%.,]*\\w)`, "y"), make };
}

/** A word of change in time (`isChange`) or of a flow, above or below 0. */
function way(sign, isChange, pattern) {
  return entry("way", pattern, () => ({ sign, isChange }));
}

/** All that a text says, in order: `{ kind, value }`. Undefined when something in it is not in the list. */
export function itemsOf(text) {
  const plain = text.toLowerCase().replaceAll("−", "-");
  const items = [];
  let at = 0;
  while (at < plain.length) {
    const item = /[ ,]/.test(plain[at]) ? { kind: "glue", end: at + 1 } : itemAt(plain, at);
    if (item === undefined) return undefined;
    items.push(item);
    at = item.end;
  }
  return items;
}

/** What stands at a place of a text in lower case. */
function itemAt(text, at) {
  for (const { kind, pattern, make } of lexicon) {
    pattern.lastIndex = at;
    const [whole, ...groups] = pattern.exec(text) ?? [];
    if (whole !== undefined) return { kind, value: make(...groups), end: at + whole.length };
  }
  return undefined;
}

/** The way of each word of change or of a flow in a text, whatever else is in it. */
export function waysIn(text) {
  const plain = text.toLowerCase();
  return [...plain.matchAll(/(?<![\w-])[a-z]/g)].flatMap(({ index }) => {
    const item = itemAt(plain, index);
    return item?.kind === "way" ? [item.value] : [];
  });
}
