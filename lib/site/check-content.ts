import path from "node:path";
import { listSlugs } from "#lib/articles/article";
import type { Problem } from "#lib/series/problem";
import type { ArticleOutline } from "./article-outline.ts";
import type { ArticleReport } from "./article-report.ts";
import { byPlace } from "./by-place.ts";
import { appearancesIn } from "./content-state.ts";
import { findMissing } from "./content.ts";
import type { Finding } from "./findings.ts";
import { blockingIn, walkContent, type GateQuestion } from "./walk-content.ts";

/** An article without problems, and the name of all that this rests on. */
export interface AcceptedArticle {
  readonly name: string;
  readonly outline: ArticleOutline;
}

/** What the gate found in all content but the drafts, which stop nothing and are shown to nobody. */
export interface ContentReport {
  readonly articles: readonly AcceptedArticle[];
  /** By file, then by place. */
  readonly problems: readonly Problem[];
}

/**
 * The gate: every article read, every claim decided at its vintage, every figure accounted for, every mark still there.
 * Anything in `problems` stops the build.
 */
export async function checkContent(question: GateQuestion): Promise<ContentReport> {
  const { folder } = question;
  const missing = findMissing(folder);
  if (missing) return { articles: [], problems: [missing] };
  const appears = appearancesIn(folder);
  const slugs = (await listSlugs(path.join(folder, "articles"))).filter(
    (slug) => appears.get(slug) !== null,
  );
  const { articles, beside } = await walkContent(question, slugs);
  const reports = articles.map(({ found }) => found);
  return {
    articles: articles.flatMap(acceptedIn),
    problems: blockingIn(reports, beside, question).sort(byPlace),
  };
}

function acceptedIn({ name, found: { outline } }: Finding<ArticleReport>): AcceptedArticle[] {
  return outline === null ? [] : [{ name, outline }];
}
