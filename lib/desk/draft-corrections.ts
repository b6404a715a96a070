import type { ArticleCorrection } from "#lib/articles/frontmatter";
import { formatDay, formatPeriod, formatPublished } from "#lib/series/format";
import type { VintageDate } from "#lib/series/observation";
import type { DeskEntry } from "./desk-entry.ts";

/** As long as the frontmatter takes. */
const longest = 300;

/**
 * A correction for each sentence whose words the newer vintage contradicts, in the order of the text: what the article said,
 * what it says with the words that would be true, and what moved. A draft: an editor puts the sentence right. What still
 * rounds the same needs none.
 */
export function draftCorrections(
  entries: readonly DeskEntry[],
  to: VintageDate,
  date: VintageDate,
): ArticleCorrection[] {
  const wrong = entries
    .filter(({ to: { standing } }) => standing === "drifted" || standing === "flipped")
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
      why: clip(own.map((entry) => whyOf(entry, to)).join("; "), 0),
    };
  });
}

function wholeOf({ sentence: { before, claim, after } }: DeskEntry): string {
  return `${before}${claim}${after}`;
}

/** The sentence with other words in the place of each claim; the value where only an editor can find the words. */
function rightOf(first: DeskEntry, own: readonly DeskEntry[], to: VintageDate): string {
  if (own.some((entry) => entry.to.instead === null)) {
    const values = own.map((entry) => `“${entry.sentence.claim}” is ${entry.to.computed ?? ""}`);
    return clip(`As of the vintage of ${formatDay(to)}, ${values.join("; ")}`, 0);
  }
  const text = own
    .toSorted((left, right) => right.sentence.before.length - left.sentence.before.length)
    .reduce((whole, { sentence: { before, claim }, to: { instead } }) => {
      const end = before.length + claim.length;
      return whole.slice(0, before.length) + (instead ?? "") + whole.slice(end);
    }, wholeOf(first));
  return clip(text, first.sentence.before.length);
}

function whyOf({ from, to: { computed }, moved }: DeskEntry, to: VintageDate): string {
  const [cell] = moved;
  const value = `The vintage of ${formatDay(to)} gives ${computed ?? ""}, after ${from.computed ?? "none"}`;
  if (cell === undefined) return value;
  const { title, period, before, after, unit } = cell;
  const others = moved.length > 1 ? ` (and ${moved.length - 1} more figures)` : "";
  return `${value}: ${title}, ${formatPeriod(period)}, from ${formatPublished(before)} to ${formatPublished(after)} ${unit}${others}`;
}

/** One line that the frontmatter takes, cut around a place. */
function clip(text: string, around: number): string {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= longest) return line;
  const from = Math.min(Math.max(0, around - longest / 3), line.length - longest + 1);
  const cut = line.slice(from, from + longest - 2);
  return `${from > 0 ? "…" : ""}${cut.trim()}${from + longest - 2 < line.length ? "…" : ""}`;
}
