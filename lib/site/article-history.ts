import type { ArticleCorrection, ArticleDecision } from "#lib/articles/frontmatter";
import { dawnOf } from "#lib/feeds/feed-instant";
import type { VintageDate } from "#lib/series/observation";
import type { ArticlePage } from "./article-page.ts";
import type { Receipt, VintageReading } from "./receipt.ts";

/** What has happened to an article and to what it says: by day, and claim by claim. Plain data. */
export interface ArticleHistory {
  readonly article: Pick<ArticlePage, "slug" | "headline" | "asOf">;
  /** Newest first. */
  readonly events: readonly HistoryEvent[];
  /** The vintages at which an answer changed, and the article's own; oldest first. */
  readonly vintages: readonly VintageDate[];
  /** How many such vintages are older than those. */
  readonly olderVintages: number;
  /** In the order of the text, without those that are about a vintage of their own. */
  readonly claims: readonly ClaimHistory[];
  readonly pinned: number;
}

/** One day in the life of an article. */
export type HistoryEvent =
  | { readonly kind: "published" | "updated"; readonly day: string }
  | { readonly kind: "corrected"; readonly day: string; readonly correction: ArticleCorrection }
  | { readonly kind: "decided"; readonly day: string; readonly decision: ArticleDecision }
  | {
      readonly kind: "vintage";
      readonly day: VintageDate;
      /** How many claims were read at it. */
      readonly read: number;
      readonly changed: readonly ChangedClaim[];
    };

/** A claim that stands otherwise since a vintage. */
export interface ChangedClaim extends Pick<Receipt, "id" | "path"> {
  readonly words: string;
  readonly before: VintageReading;
  readonly since: VintageReading;
}

/** The answers to one claim, one for each of `vintages`. */
export interface ClaimHistory extends Pick<Receipt, "id" | "path"> {
  readonly words: string;
  /** The computation in words. */
  readonly computation: string;
  readonly answers: readonly HistoryAnswer[];
}

export interface HistoryAnswer extends VintageReading {
  /** Whether the vintage before answered the same: a table need not say it again. */
  readonly same: boolean;
}

/** So many columns a reader can compare. */
const mostVintages = 6;

/** The history of an article from its page and its corrections; of those of one day without times, the last to be written stands last. */
export function historyOf(
  page: Pick<
    ArticlePage,
    "slug" | "headline" | "asOf" | "published" | "updated" | "times" | "receipts" | "desk"
  >,
  corrections: readonly ArticleCorrection[],
): ArticleHistory {
  const receipts = Object.values(page.receipts);
  const own = receipts.filter(({ pinned }) => !pinned);
  const all = own.map((receipt) => ({ receipt, readings: readingsOf(receipt) }));
  const days = changedDays(all.map(({ readings }) => readings));
  const known = [...new Set([...days, page.asOf])].sort();
  const vintages = known.slice(-mostVintages);
  return {
    article: page,
    events: eventsOf(page, corrections, all),
    vintages,
    olderVintages: known.length - vintages.length,
    claims: all.map(({ receipt: { id, path, sentence, words }, readings }) => ({
      id,
      path,
      words: sentence.claim,
      computation: words,
      answers: answersAt(readings, vintages),
    })),
    pinned: receipts.length - own.length,
  };
}

interface ReadClaim {
  readonly receipt: Receipt;
  readonly readings: readonly VintageReading[];
}

/** What every vintage answered, oldest first; of those in a row that answered the same before the article, the first. */
function readingsOf({
  earlier,
  asOf,
  computed,
  verdict,
  later,
}: Receipt): readonly VintageReading[] {
  return [...earlier, { vintage: asOf, computed, standing: verdict }, ...later];
}

/** The days on which a claim got another answer. */
function changedDays(claims: readonly (readonly VintageReading[])[]): VintageDate[] {
  return claims.flatMap((readings) =>
    readings
      .filter((reading, at) => {
        const before = readings[at - 1];
        return before === undefined ? reading.standing !== "unanswered" : !isSame(before, reading);
      })
      .map(({ vintage }) => vintage),
  );
}

function answersAt(
  readings: readonly VintageReading[],
  vintages: readonly VintageDate[],
): HistoryAnswer[] {
  const none = "No vintage held has the figures yet.";
  const found = vintages.map(
    (vintage): VintageReading =>
      readings.findLast((reading) => reading.vintage <= vintage) ?? {
        vintage,
        computed: none,
        standing: "unanswered",
      },
  );
  return found.map((reading, at) => {
    const before = found[at - 1];
    return { ...reading, same: before !== undefined && isSame(before, reading) };
  });
}

/** Why vintages cannot answer is another list of months for each, and the same to a reader. */
function isSame(left: VintageReading, right: VintageReading): boolean {
  return (
    left.standing === right.standing &&
    (left.standing === "unanswered" || left.computed === right.computed)
  );
}

function eventsOf(
  {
    published,
    updated,
    times,
    desk,
  }: Pick<ArticlePage, "published" | "updated" | "times" | "desk">,
  corrections: readonly ArticleCorrection[],
  claims: readonly ReadClaim[],
): HistoryEvent[] {
  // A correction, and an editor who signs, change the article on their own day.
  const told = new Set([
    published,
    ...corrections.map(({ date }) => date),
    ...desk.decisions.map(({ on }) => on),
  ]);
  const events: HistoryEvent[] = [
    { kind: "published", day: published },
    ...(told.has(updated) ? [] : [{ kind: "updated" as const, day: updated }]),
    ...vintageEvents(claims),
    ...desk.decisions.map((decision) => ({
      kind: "decided" as const,
      day: decision.on,
      decision,
    })),
    ...corrections.map((correction) => ({
      kind: "corrected" as const,
      day: correction.date,
      correction,
    })),
  ];
  const instantOf = instantsFrom(published, times.published);
  // Of what is known by its day alone, what is told later here stands first.
  return events
    .reverse()
    .sort((left, right) => instantOf(right).localeCompare(instantOf(left), "en"));
}

/** When an event was, in UTC: a day alone as its dawn, and that of the publication never before it. */
function instantsFrom(day: string, published: string): (event: HistoryEvent) => string {
  const first = published === day ? dawnOf(day) : published;
  return (event) => {
    const said = event.kind === "corrected" ? event.correction.instant : undefined;
    const instant = event.kind === "published" ? first : (said ?? dawnOf(event.day));
    return event.day >= day && instant < first ? first : instant;
  };
}

/** Each vintage that came after the one that the article names, with the claims that stand otherwise since. */
function vintageEvents(claims: readonly ReadClaim[]): HistoryEvent[] {
  const days = new Set(
    claims.flatMap(({ receipt }) => receipt.later.map(({ vintage }) => vintage)),
  );
  return [...days].sort().map((day) => {
    const read = claims.flatMap(({ receipt, readings }) => {
      const at = readings.findIndex(({ vintage }) => vintage === day);
      const [before, since] = [readings[at - 1], readings[at]];
      return since !== undefined && before !== undefined && day > receipt.asOf
        ? [{ id: receipt.id, path: receipt.path, words: receipt.sentence.claim, before, since }]
        : [];
    });
    const changed = read.filter(({ before, since }) => before.standing !== since.standing);
    return { kind: "vintage" as const, day, read: read.length, changed };
  });
}
