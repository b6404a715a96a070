import type { Article } from "#lib/articles/article";
import type { CheckedClaim } from "#lib/articles/check-claim";
import type { ArticleDecision, Frontmatter } from "#lib/articles/frontmatter";
import { isSupported } from "#lib/claims/judgement";
import { keysIn } from "#lib/expressions/catalogue";
import type { VintageDate } from "#lib/series/observation";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
import { begunFrom } from "./begun.ts";
import { readEntry, type DeskEntry } from "./desk-entry.ts";
import { outcomes, type Outcome } from "./desk-outcome.ts";
import type { DeskRange } from "./desk-range.ts";

/** One article between two vintages. */
export interface DeskArticle {
  readonly slug: string;
  readonly headline: string;
  readonly file: string;
  /** The vintage that it was written at. */
  readonly asOf: VintageDate;
  readonly from: VintageDate;
  readonly to: VintageDate;
  /**
   * `read`: its claims were held against both. `current`: it was written at `to`, so nothing came since. `draft`: it was signed at
   * `to`, and words are still to be mended; `from` is the vintage before. `newer`: it was written after `to`.
   */
  readonly state: "read" | "current" | "draft" | "newer";
  /** What names the article as it was seen; a signature may give it back. */
  readonly seen: string;
  /** What editors decided so far, oldest first. */
  readonly decisions: readonly ArticleDecision[];
  /** How many claims have each outcome. */
  readonly counts: Readonly<Record<Outcome, number>>;
  /** How many sentences the claims stand in. */
  readonly sentences: number;
  /** How many claims the gate cannot read: `tickmark check` says why. */
  readonly unread: number;
  /** The worst first, and each outcome in the order of the text. */
  readonly entries: readonly DeskEntry[];
}

/** An article with its claims, as the gate reads it at its own vintage. */
export interface DeskInput {
  readonly article: Article;
  readonly claims: readonly CheckedClaim[];
  readonly seen: string;
}

/** Holds every claim of an article against both vintages. */
export async function readDeskArticle(
  { article, claims, seen }: DeskInput,
  range: DeskRange,
  reader: SeriesReader,
  held: readonly Vintage[],
): Promise<DeskArticle> {
  const { asOf, desk } = article.frontmatter;
  const { from, to, state } = sidesOf(article.frontmatter, claims, range, held);
  const entries: DeskEntry[] = [];
  for (const checked of state === "newer" ? [] : claims) {
    // What is mended in a draft was written for `to`: the vintage before says nothing of it.
    const written = state === "draft" && !isSupported(checked) ? from : asOf;
    const candidates =
      range.from === null ? [written] : [from, ...between(checked, held, from, to)];
    entries.push(await readEntry(checked, { reader, written, to, candidates }));
  }
  return {
    slug: article.slug,
    headline: article.headline,
    file: article.file,
    ...{ asOf, from, to, state, seen },
    decisions: desk,
    counts: countOutcomes(entries),
    sentences: new Set(entries.map(textOf)).size,
    unread: article.claims.length - claims.length,
    entries: entries.toSorted(
      (left, right) => outcomes.indexOf(left.outcome) - outcomes.indexOf(right.outcome),
    ),
  };
}

/** The two vintages between which an article is read, and what they are to it. */
function sidesOf(
  { asOf, desk }: Pick<Frontmatter, "asOf" | "desk">,
  claims: readonly CheckedClaim[],
  range: DeskRange,
  held: readonly Vintage[],
): Pick<DeskArticle, "from" | "to" | "state"> {
  const to = range.to ?? newestOf(claims, held) ?? asOf;
  if (range.from !== null)
    return { from: range.from, to, state: range.from > to ? "newer" : "read" };
  if (asOf !== to) return { from: asOf, to, state: asOf > to ? "newer" : "read" };
  const last = desk.at(-1);
  const older = held.filter(({ date }) => date < to);
  const from = newestOf(claims, older);
  const isSigned = last?.decision === "signed" && last.vintage === to;
  return from !== null && isSigned && !claims.every(isSupported)
    ? { from, to, state: "draft" }
    : { from: to, to, state: "current" };
}

/** How many sentences have one of these outcomes. */
export function countSentences(
  { entries }: Pick<DeskArticle, "entries">,
  wanted: readonly Outcome[],
): number {
  return new Set(entries.filter(({ outcome }) => wanted.includes(outcome)).map(textOf)).size;
}

/** The newest vintage of the releases that claims read; null where they read none. */
export function newestOf(
  claims: readonly CheckedClaim[],
  held: readonly Vintage[],
): VintageDate | null {
  const read = releasesRead(claims);
  const days = held.filter(({ release }) => read.has(release)).map(({ date }) => date);
  return days.sort().at(-1) ?? null;
}

/** The days between two at which a release that a claim reads had a vintage that may answer. */
function between(
  checked: CheckedClaim,
  held: readonly Vintage[],
  from: VintageDate,
  to: VintageDate,
): VintageDate[] {
  const read = releasesRead([checked]);
  const begun = begunFrom(checked);
  const days = held
    .filter(({ release, date }) => read.has(release) && date > from && date < to)
    .map(({ date }) => date);
  return [...new Set(days)].sort().filter((day) => day >= begun);
}

/** The releases that claims read: a key begins with its release. */
export function releasesRead(claims: readonly CheckedClaim[]): ReadonlySet<string> {
  const trees = claims.flatMap(({ parts }) => parts.map(({ tree }) => tree));
  const keys = trees.flatMap((tree) => keysIn(tree).map(({ key }) => key));
  return new Set(keys.map((key) => key.slice(0, key.indexOf("."))));
}

function countOutcomes(entries: readonly DeskEntry[]): Record<Outcome, number> {
  const count = (wanted: Outcome) => entries.filter(({ outcome }) => outcome === wanted).length;
  return {
    flips: count("flips"),
    drifts: count("drifts"),
    closed: count("closed"),
    unanswered: count("unanswered"),
    rounds: count("rounds"),
    same: count("same"),
  };
}

/** Two claims of one sentence are cut at different words of it. */
function textOf({ sentence: { before, claim, after }, at }: DeskEntry): string {
  return `${at.file} ${before}${claim}${after}`;
}
