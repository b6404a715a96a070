import type { WrittenCorrection } from "#lib/articles/frontmatter";
import { formatDay, formatPeriod, formatPublished } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { DeskEntry } from "./desk-entry.ts";
import type { MovedCell } from "./moved-cells.ts";

/** As long as the frontmatter takes. */
const longest = 300;

/**
 * A correction for each sentence whose words the newer vintage contradicts, in the order of the text: what the article said,
 * what it says with the words that would be true, and what moved. A draft: an editor puts the sentence right. What still
 * rounds the same needs none, nor does a sentence that names the day of its figures.
 */
export function draftCorrections(
  entries: readonly DeskEntry[],
  to: VintageDate,
  date: string,
): WrittenCorrection[] {
  const wrong = entries
    .filter(({ namesItsDay, to: { mends } }) => !namesItsDay && mends.length > 0)
    .toSorted((left, right) => left.at.line - right.at.line || left.at.column - right.at.column);
  const sentences = new Map<string, DeskEntry[]>();
  for (const entry of wrong) {
    const text = `${entry.at.file} ${wholeOf(entry)}`;
    sentences.set(text, [...(sentences.get(text) ?? []), entry]);
  }
  return [...sentences.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    return {
      date,
      wrong: clip(wholeOf(first), first.sentence.before.length),
      right: rightOf(first, own, to),
      why: whyOf(own, to),
    };
  });
}

function wholeOf({ sentence: { before, claim, after } }: DeskEntry): string {
  return `${before}${claim}${after}`;
}

/** The sentence with other words in the place of those that are wrong; each by itself where one of them has none. */
function rightOf(first: DeskEntry, own: readonly DeskEntry[], to: VintageDate): string {
  const mends = own.flatMap((entry) =>
    entry.to.mends.map((mend) => ({ ...mend, shift: entry.sentence.before.length })),
  );
  if (mends.some(({ instead }) => instead === null)) {
    const lead = `As of the vintage of ${formatDay(to)}, `;
    return listWhole(lead, [...new Set(mends.map(({ text, said }) => `“${text}” ${said}`))]);
  }
  const text = mends
    .toSorted((left, right) => right.shift + right.from - (left.shift + left.from))
    .reduce(
      (whole, { shift, from, to: end, instead }) =>
        whole.slice(0, shift + from) + (instead ?? "") + whole.slice(shift + end),
      wholeOf(first),
    );
  return clip(text, first.sentence.before.length);
}

function whyOf(own: readonly DeskEntry[], to: VintageDate): string {
  const lead = `The vintage of ${formatDay(to)} gives `;
  const values = own.map(({ from, to: { rounded } }) =>
    [rounded, from.rounded].filter((value) => value !== null).join(", after "),
  );
  const items = own.map(({ moved }, at) => `${values[at] ?? ""}${describeMoved(moved)}`);
  const [first = ""] = items;
  // Titles of series can be longer than all the rest.
  return listWhole(lead, [...new Set(lead.length + first.length > longest ? values : items)]);
}

function describeMoved([cell, ...others]: readonly MovedCell[]): string {
  if (cell === undefined) return "";
  const { title, period, before, after, unit } = cell;
  const change =
    before === null
      ? `first given, as ${formatPublished(after)} ${unit}`
      : after === null
        ? `no longer given; it was ${formatPublished(before)} ${unit}`
        : `from ${formatPublished(before)} to ${formatPublished(after)} ${unit}`;
  const more = others.length === 1 ? "1 more figure" : `${others.length} more figures`;
  return ` (${title}, ${formatPeriod(period)}, ${change}${others.length === 0 ? "" : `, and ${more}`})`;
}

/** As many of the items as the frontmatter takes, each whole, and how many are left out. */
function listWhole(lead: string, items: readonly string[]): string {
  for (let count = items.length; count > 0; count -= 1) {
    const rest = items.length - count;
    const text = `${lead}${items.slice(0, count).join("; ")}${rest === 0 ? "" : `; and ${rest} more`}`;
    const line = onOneLine(text);
    if (line.length <= longest) return line;
  }
  return clip(`${lead}${items[0] ?? ""}`, 0);
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** One line that the frontmatter takes, cut between words around a place. */
function clip(text: string, around: number): string {
  const line = onOneLine(text);
  if (line.length <= longest) return line;
  const from = Math.min(Math.max(0, around - longest / 3), line.length - longest + 1);
  const end = from + longest - 2;
  const start = from > 0 ? line.slice(from, end).replace(/^\S*\s/u, "") : line.slice(0, end);
  const cut = end < line.length ? start.replace(/\s\S*$/u, "") : start;
  return `${from > 0 ? "…" : ""}${cut.trim()}${end < line.length ? "…" : ""}`;
}
