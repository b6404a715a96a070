import { keysIn } from "#lib/expressions/catalogue";
import { nodesOf, type Expression } from "#lib/expressions/tree";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Sentence } from "./mark.ts";
import { anyDay, isSaidDay } from "./said-day.ts";

const noun = String.raw`(?:release|vintage|edition|table|print|figures|data)`;

/** Words by which a figure is said to be that of a vintage: "as of the June 18 release", "as the data stood on June 18". */
const naming = new RegExp(
  String.raw`\b(?:as of (?:the |its )?(?:${noun} of )?|as (?:\p{L}+ ){1,3}(?:stood|stand|were|was) (?:on|at) |as (?:first )?(?:published|printed|reported|released) on |(?:in|by|according to) the ${noun} of |(?:in|by|according to) the (?=[\p{L}\d ,-]{1,24} ${noun}\b))(?:${anyDay})`,
  "giu",
);

/** Where what is said of a figure ends, and what takes it back to the article's own vintage. */
const boundary = /[,;:()\u2014]| (?=(?:and|but|against|versus|while|whereas)\b)/u;
const since = new RegExp(
  String.raw`[;\u2014]|\b(?:now|today|currently|since (?:then|been|revised)|(?:newest|latest) ${noun})\b`,
  "iu",
);

/**
 * The vintage that a sentence names for a claim in it: the words stand before the claim, as at the head of its sentence, or right
 * behind it. Only a day on which a release that the expression reads had a vintage is one ("as of December 31" is about a
 * period); without a year it is the newest such day up to the article's own. Null when there is none, and where the expression
 * names that day itself, which then is of a part of it.
 */
export async function namedVintage(
  { before, after }: Sentence,
  trees: readonly Expression[],
  articleAsOf: VintageDate,
  reader: SeriesReader,
): Promise<VintageDate | null> {
  const behind = plain(after).split(boundary)[0] ?? "";
  const said = saidBefore(plain(before), behind) ?? firstSaid(behind);
  if (said === null) return null;
  const keys = trees.flatMap((tree) => keysIn(tree).map(({ key }) => key));
  const releases = [...new Set(keys.map((key) => key.slice(0, key.indexOf("."))))];
  const held = await Promise.all(releases.map((release) => reader.vintages(release, articleAsOf)));
  const days = held
    .flat()
    .map(({ date }) => date)
    .filter((day) => day <= articleAsOf && isSaidDay(said, day))
    .sort();
  const day = days.at(-1) ?? null;
  const isOfPart = trees.some((tree) =>
    [...nodesOf(tree)].some((node) => node.kind === "asOf" && node.date === day),
  );
  return isOfPart ? null : day;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, " ");
}

function saidBefore(text: string, behind: string): RegExpExecArray | null {
  const last = [...text.matchAll(naming)].at(-1);
  if (last === undefined) return null;
  return since.test(`${text.slice(last.index + last[0].length)} ${behind}`) ? null : last;
}

function firstSaid(text: string): RegExpExecArray | null {
  const [first = null] = text.matchAll(naming);
  return first;
}
