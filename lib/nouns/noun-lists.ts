import type { TextSpan } from "#lib/claims/text-span";
import type { NounMention } from "./noun.ts";

/** Names that are listed one after the other. */
export type NounList = readonly NounMention[];

/** Between the parts of a list. */
const joint = /^(?:, | and |, and | or |, or )(?:the )?$/u;

/** Mentions of a text by the lists they stand in; one that stands alone is a list of one. */
export function listsIn(mentions: readonly NounMention[], text: string): NounList[] {
  const lists: NounMention[][] = [];
  for (const mention of mentions) {
    const list = lists.at(-1);
    const between = text.slice(list?.at(-1)?.end ?? 0, mention.start);
    if (list !== undefined && joint.test(between)) list.push(mention);
    else lists.push([mention]);
  }
  return lists;
}

/** The first name of a list that stands in it before; undefined where none does. */
export function repeatedIn(list: NounList): NounMention | undefined {
  const seen = new Set<string>();
  return list.find(({ noun }) => {
    const name = [...noun.fits].join();
    const isAgain = seen.has(name);
    seen.add(name);
    return isAgain;
  });
}

const exampleBefore =
  /\b(?:including|such as|like|notably|especially|above all|led by|from|than) (?:the )?$/iu;
const exampleAfter = /^,? (?:included|among them|above all|first|in front)\b/iu;

/** What is named of a set for an example says nothing of the rest: "such as Belgium", "Switzerland included". */
export function areExamples(list: NounList, text: string): boolean {
  const [start = 0, end = 0] = [list[0]?.start, list.at(-1)?.end];
  return (
    exampleBefore.test(text.slice(Math.max(0, start - 20), start)) ||
    exampleAfter.test(text.slice(end, end + 20))
  );
}

/** "Agency and corporate bonds": the first of the two has no name of its own, and the list cannot be read. */
export function isShortened(list: NounList, text: string): boolean {
  const [first] = list;
  if (first?.noun.dimension !== "class") return false;
  return /\p{L} (?:and|or) $/u.test(text.slice(Math.max(0, first.start - 6), first.start));
}

/** "Of the six custody centers", "one of the custody centers": a whole, of which something else is said. */
export function isWholeOf({ start }: NounMention, text: string): boolean {
  return /\bof (?:the |these |those |its )?(?:\p{L}+ )?$/iu.test(
    text.slice(Math.max(0, start - 30), start),
  );
}

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const anyNumber = `(${numbers.join("|")})`;
const others = new RegExp(
  `\\b(?:and|with|plus) (?:(?:the|its|all) )?(?:${anyNumber} others?|other ${anyNumber})\\b`,
  "giu",
);
const rest = /^,? (?:and|with|plus) (?:the |its |all )?(?:others|rest|other \p{L}+s)\b/iu;

/** Whether words add to a list what is left of a set: "Belgium and the other five", "Belgium and others". */
export function addsRest(list: NounList, clause: TextSpan, text: string, left: number): boolean {
  const end = list.at(-1)?.end ?? clause.end;
  const counts = [...text.slice(clause.start, clause.end).matchAll(others)].map(
    ([, before, behind]) => numberOf(before ?? behind ?? ""),
  );
  return counts.length > 0 ? counts.includes(left) : rest.test(text.slice(end, end + 40));
}

const numberBefore = new RegExp(`\\b${anyNumber} $`, "iu");

/** "Five other countries" are not those that a table calls so. */
export function isSoMany({ start, noun }: NounMention, text: string): boolean {
  return (
    noun.words.startsWith("other ") && numberBefore.test(text.slice(Math.max(0, start - 8), start))
  );
}

const places = "(?:countries|centers|centres|holders|places|nations|economies)";
const counted = new RegExp(
  `\\b(?<!other )${anyNumber} (?:of them|together|(?:\\p{L}+ ){0,2}${places})\\b`,
  "giu",
);

/** Where words say of how many holders they speak, before a place in their clause. */
export function countsIn(
  clause: TextSpan,
  text: string,
  before: number,
): (TextSpan & { readonly count: number })[] {
  const words = text.slice(clause.start, Math.max(clause.start, before));
  return [...words.matchAll(counted)].map(({ index, 1: number = "" }) => ({
    start: clause.start + index,
    end: clause.start + index + number.length,
    count: numberOf(number),
  }));
}

function numberOf(word: string): number {
  return numbers.indexOf(word.toLowerCase()) + 1;
}
