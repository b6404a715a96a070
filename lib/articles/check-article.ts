import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Article } from "./article.ts";
import { checkClaim, type CheckedClaim } from "./check-claim.ts";
import { limitProblems } from "./problem-limit.ts";

/** An article held against the data at the vintage it names. */
export interface CheckedArticle {
  readonly article: Article;
  readonly claims: readonly CheckedClaim[];
  readonly problems: readonly Problem[];
}

/** Decides every claim of an article. All problems are given, in the order of the text. */
export async function checkArticle(
  article: Article,
  reader: SeriesReader,
): Promise<CheckedArticle> {
  const { asOf } = article.frontmatter;
  const claims: CheckedClaim[] = [];
  const problems: Problem[] = [];
  for (const claim of article.claims) {
    const result = await checkClaim(claim, asOf, reader);
    if (result.checked) claims.push(result.checked);
    for (const problem of result.problems) problems.push(problem);
  }
  const start = { file: article.file, line: 1, column: 1 };
  return { article, claims, problems: limitProblems(problems, start) };
}
