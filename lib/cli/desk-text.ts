import { countSentences, type DeskArticle } from "#lib/desk/desk-article";
import type { DeskEntry, DeskReading } from "#lib/desk/desk-entry";
import { decisionState, takesDecision } from "#lib/desk/decision-state";
import { isContradicted, outcomes, outcomeWords, type Outcome } from "#lib/desk/desk-outcome";
import type { MovedCell } from "#lib/desk/moved-cells";
import { formatPeriod, formatPublished } from "#lib/series/format";
import type { Desk } from "#lib/site/desk";

/** How many moved cells a sentence lists; JSON has all. */
const cellsShown = 4;

/** Sentences stay readable in a terminal. */
const longestSide = 110;
const longestExpression = 160;

/** How the desk is printed. */
export interface DeskStyle {
  /** Whether the sentences that stay the same are listed, too. */
  readonly showsSame: boolean;
  /** The folder of the articles, where it is not the usual one. */
  readonly folder: string | null;
}

/** The desk as text: each article in a line, then its sentences by outcome, the worst first, and how to decide on it. */
export function describeDesk({ articles }: Desk, style: DeskStyle): string {
  if (articles.length === 0) return "There is no article.\n";
  const lines = articles.map((article) => `${article.slug}: ${describeStanding(article)}\n`);
  const whole = articles.map((article) => describeArticle(article, style));
  return [...(articles.length > 1 ? [lines.join("")] : []), ...whole].join("\n");
}

/** What a vintage does to an article, and whether that was decided on. */
function describeStanding(article: DeskArticle): string {
  const { state, asOf, to } = article;
  if (state === "newer") return `written as of ${asOf}, after ${to}; nothing to compare`;
  if (state === "current")
    return `written as of ${to}, the newest of what it reads; nothing to decide`;
  if (state === "draft") return `signed at ${to} as a draft; ${countMends(article)} to be mended`;
  const decided = { none: "nothing to decide", decided: "decided", waiting: "not decided yet" };
  return `${countOutcomes(article)}; ${decided[decisionState(article)]}`;
}

function countOutcomes({ counts }: DeskArticle): string {
  return outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => countOutcome(counts[outcome], outcome))
    .join(", ");
}

function countMends({ entries }: DeskArticle): string {
  return countOf(entries.filter(({ to }) => to.mends.length > 0).length, "claim");
}

function describeArticle(article: DeskArticle, style: DeskStyle): string {
  const { slug, asOf, from, to, state, unread, entries, sentences } = article;
  const head = `${slug}, written as of ${asOf}\n`;
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
  const counts = countOutcomes(article) || "none";
  const total = `${countOf(entries.length, "claim")} in ${countOf(sentences, "sentence")}: ${counts}`;
  const lost =
    unread === 0 ? "" : `  ${countOf(unread, "claim")} cannot be read; tickmark check says why\n`;
  const groups = outcomes
    .filter((outcome) => style.showsSame || outcome !== "same")
    .map((outcome) => describeGroup(outcome, article))
    .join("");
  return `${head}${decided}${span}; ${total}\n${lost}${groups}${describeNext(article, style)}`;
}

/** What an editor can do now. */
function describeNext(article: DeskArticle, { folder }: DeskStyle): string {
  const { slug, to, seen, state } = article;
  const where = folder === null ? "" : ` --content ${folder}`;
  const wrong = countMends(article);
  if (state === "draft") {
    const next = `npx tickmark check${where}, then npx tickmark lock ${slug}${where}`;
    return `\nTo do: ${wrong} to be mended, and the corrections drafted in the frontmatter; ${next}\n`;
  }
  if (!takesDecision(article)) return "";
  const same = `${slug} --to ${to} --seen ${seen} --by NAME${where}`;
  const isWrong = article.entries.some((entry) => entry.to.mends.length > 0);
  const sign = isWrong
    ? `read it again, with a correction drafted for what is to be mended:\n    npx tickmark desk sign ${same} --draft`
    : `read it again, and sign that it stands:\n    npx tickmark desk sign ${same}`;
  if (decisionState(article) !== "waiting")
    return `\nIt was left, and may be signed yet:\n  ${sign}\n`;
  const leave = `or leave it as written, and say why:\n    npx tickmark desk leave ${same} --because WHY`;
  return `\nTo decide:\n  ${sign}\n  ${leave}\n`;
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
    `    ${clip(entry.expression)}`,
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

function clip(expression: string): string {
  if (expression.length <= longestExpression) return expression;
  return `${expression.slice(0, longestExpression)}… (--json has all of it)`;
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
