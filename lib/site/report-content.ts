import path from "node:path";
import { listSlugs } from "#lib/articles/article";
import type { Problem } from "#lib/series/problem";
import type { ArticleReport } from "./article-report.ts";
import { byPlace } from "./by-place.ts";
import { checkBetween } from "./check-between.ts";
import { appearancesIn } from "./content-state.ts";
import { findMissing } from "./content.ts";
import { blockingIn, knownIn, walkContent, type GateQuestion } from "./walk-content.ts";

/** The report of one article, by the folder it lies in. */
export interface NamedReport extends Omit<ArticleReport, "outline"> {
  readonly slug: string;
  readonly file: string;
}

/** What the gate found in all content, in figures. */
export interface ContentSummary {
  readonly reports: readonly NamedReport[];
  /** How many articles were not looked at again. */
  readonly unchanged: number;
  /** All of them. By file, then by place. */
  readonly problems: readonly Problem[];
  /** Those that stop the build: all but what only drafts have. */
  readonly blocking: readonly Problem[];
}

/**
 * The same walk as `checkContent`, for who wants to know what is wrong and not to show pages: drafts are held against the data too.
 */
export async function reportContent(question: GateQuestion): Promise<ContentSummary> {
  const { folder, now } = question;
  const missing = findMissing(folder);
  if (missing) return { reports: [], unchanged: 0, problems: [missing], blocking: [missing] };
  const places = path.join(folder, "articles");
  const { articles, unchanged, beside } = await walkContent(question, await listSlugs(places));
  const reports = articles.map(({ found }) => found);
  const drafts = reports.filter(({ isDraft }) => isDraft);
  const others = reports.filter(({ isDraft }) => !isDraft);
  const blocking = blockingIn(others, beside, question);
  const inDrafts = [
    ...beside.ofDrafts,
    ...drafts.flatMap((report) => report.problems),
    // Of two that clash the draft is the one to change.
    ...checkBetween(knownIn(drafts), {
      ...{ others: knownIn(others), now },
      appears: appearancesIn(folder),
    }),
  ];
  return {
    reports: articles.map(({ of, found: { counts, isDraft, problems } }) => ({
      ...{ slug: of, file: path.join(places, of, "index.mdx") },
      ...{ counts, isDraft, problems },
    })),
    unchanged,
    problems: [...blocking, ...inDrafts].sort(byPlace),
    blocking: blocking.sort(byPlace),
  };
}
