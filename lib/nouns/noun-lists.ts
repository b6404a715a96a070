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

const exampleBefore = /\b(?:including|such as|like|notably|especially|above all) (?:the )?$/iu;
const exampleAfter = /^,? (?:included|among them|above all)\b/iu;

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

const numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const counted = new RegExp(`\\b(?:the|all|these|those|its|our) (${numbers.join("|")})\\b`, "giu");
const rest = /\b(?:and|with) (?:the|all|its) (?:other (?:two|three|four|five)|others|rest)\b/iu;

/** Whether words say of all of a set that they are so many ("the six centers"), or name what is left of it ("and the others"). */
export function countsAll(text: string, count: number): boolean {
  const isAll = ([, word = ""]: readonly string[]) =>
    numbers.indexOf(word.toLowerCase()) + 2 === count;
  return rest.test(text) || [...text.matchAll(counted)].some(isAll);
}
