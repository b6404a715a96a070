import { countSentences, type DeskArticle } from "#lib/desk/desk-article";
import type { DeskEntry, DeskReading } from "#lib/desk/desk-entry";
import { isContradicted, outcomes, outcomeWords, type Outcome } from "#lib/desk/desk-outcome";
import type { MovedCell } from "#lib/desk/moved-cells";
import { formatPeriod, formatPublished } from "#lib/series/format";
import type { Desk } from "#lib/site/desk";

/** How many moved cells a sentence lists; JSON has all. */
const cellsShown = 4;

/** Sentences stay readable in a terminal. */
const longestSide = 110;

/** The desk as text: each article with its counts, then its sentences by outcome, the worst first. */
export function describeDesk({ articles }: Desk, showsSame: boolean): string {
  if (articles.length === 0) return "There is no article.\n";
  return articles.map((article) => describeArticle(article, showsSame)).join("\n");
}

function describeArticle(article: DeskArticle, showsSame: boolean): string {
  const { slug, asOf, from, to, state, seen, unread, entries, sentences } = article;
  const head = `${slug}, written as of ${asOf}, seen as ${seen}\n`;
  const decided = article.decisions
    .map(({ decision, vintage, by, on, note }) => {
      const what = decision === "signed" ? "read again at" : "left as written at";
      return `  ${what} ${vintage}, by ${by} on ${on}${note === undefined ? "" : `: ${note}`}\n`;
    })
    .join("");
  if (state === "newer") return `${head}${decided}  written after ${to}: nothing to compare\n`;
  const span =
    state === "current"
      ? `  no vintage after ${to} of what it reads is held`
      : `  from the vintage of ${from} to that of ${to}`;
  const counts = outcomes
    .filter((outcome) => article.counts[outcome] > 0)
    .map((outcome) => countOutcome(article.counts[outcome], outcome))
    .join(", ");
  const total = `${countOf(entries.length, "claim")} in ${countOf(sentences, "sentence")}: ${counts || "none"}`;
  const lost =
    unread === 0 ? "" : `  ${countOf(unread, "claim")} cannot be read; tickmark check says why\n`;
  const groups = outcomes
    .filter((outcome) => showsSame || outcome !== "same")
    .map((outcome) => describeGroup(outcome, article))
    .join("");
  return `${head}${decided}${span}; ${total}\n${lost}${groups}`;
}

function describeGroup(outcome: Outcome, article: DeskArticle): string {
  const entries = article.entries.filter((entry) => entry.outcome === outcome);
  if (entries.length === 0) return "";
  const { name, meaning } = outcomeWords[outcome];
  const count = countOf(countSentences(article, [outcome]), "sentence");
  // Between a vintage and itself nothing came.
  const isOwn = article.state === "current" && isContradicted(outcome);
  const said = isOwn ? "The words do not hold at the article’s own vintage." : meaning;
  const head = `\n${name}: ${countOf(entries.length, "claim")} in ${count}. ${said}\n`;
  if (outcome === "unanswered") return head + describeUnanswered(entries);
  return head + entries.map(describeEntry).join("");
}

/** Many have one reason: a table that was not held yet. It is said once. */
function describeUnanswered(entries: readonly DeskEntry[]): string {
  return [...new Set(entries.map(({ note }) => note))]
    .map((note) => {
      const own = entries.filter((entry) => entry.note === note).map(describeBriefly);
      return `  ${note ?? ""}\n${own.join("")}`;
    })
    .join("");
}

function describeBriefly({ at, id, sentence, from, to }: DeskEntry): string {
  const { computed, vintage } = to.computed === null ? from : to;
  const value = computed === null ? "" : `, ${computed} as of ${vintage}`;
  return `    ${at.file}:${at.line}:${at.column} ${id}: [${sentence.claim}]${value}\n`;
}

function describeEntry(entry: DeskEntry): string {
  const { at, sentence, id, from, to, interval, note, moved, pinned, outcome } = entry;
  const before = sentence.before.slice(-longestSide);
  const after = sentence.after.slice(0, longestSide);
  const text = `${before}[${sentence.claim}]${after}`.replaceAll(/\s+/gu, " ");
  return [
    `  ${at.file}:${at.line}:${at.column} ${id}`,
    `    ${text}`,
    `    ${entry.expression}`,
    ...(pinned
      ? [`    ${from.vintage}  ${from.computed ?? ""}; it names this vintage itself`]
      : from.vintage === to.vintage
        ? [describeReading(to)]
        : [describeReading(from), describeReading(to)]),
    ...(interval === null ? [] : [`    the words stand for ${interval}`]),
    ...(note === null ? [] : [`    ${note}`]),
    ...(outcome === "same" ? [] : moved.slice(0, cellsShown).map(describeMoved)),
    ...(moved.length > cellsShown && outcome !== "same"
      ? [`    and ${countOf(moved.length - cellsShown, "more cell")}; --json lists them`]
      : []),
    "",
  ].join("\n");
}

function describeReading({ vintage, computed, standing, why, fix }: DeskReading): string {
  if (computed === null) return `    ${vintage}  no answer: ${why ?? ""}`;
  const stands = standing === "holds" || standing === "holds-rounded" ? "true" : standing;
  return `    ${vintage}  ${computed}  ${stands}${fix === null ? "" : `; what would be true: ${fix}`}`;
}

function describeMoved({ key, period, before, after, difference, unit }: MovedCell): string {
  const change = difference === null ? "" : ` (${signed(difference)})`;
  return `    moved: ${key}, ${formatPeriod(period)}, from ${formatPublished(before)} to ${formatPublished(after)}${change}, ${unit}`;
}

/** "1 flips" is a verb of one claim; of two it is "2 flip". */
function countOutcome(count: number, outcome: Outcome): string {
  const name = outcomeWords[outcome].name.toLowerCase();
  const isVerb = outcome === "flips" || outcome === "drifts" || outcome === "rounds";
  return `${count} ${isVerb && count !== 1 ? name.replace(/^(\w+)s(?= |$)/u, "$1") : name}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function signed(difference: string): string {
  return difference.startsWith("-")
    ? formatPublished(difference)
    : `+${formatPublished(difference)}`;
}
