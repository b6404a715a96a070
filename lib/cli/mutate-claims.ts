import type { CheckedArticle } from "#lib/articles/check-article";
import { tryClaims } from "#lib/mutate/vacuous-claims";
import { formatProblem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Context } from "./context.ts";

/**
 * `tickmark check --mutate`: changes the data under every claim that holds, in memory, and prints each claim that no change
 * makes false. Gives the number of those.
 */
export async function mutateClaims(
  articles: readonly CheckedArticle[],
  reader: SeriesReader,
  context: Context,
): Promise<number> {
  const once = rememberingReader(reader);
  let vacuous = 0;
  for (const article of articles) {
    const { trials, problems } = await tryClaims(article, once);
    for (const problem of problems) context.printError(`${formatProblem(problem)}\n`);
    vacuous += problems.length;
    const changed = trials.reduce((sum, trial) => sum + trial.changed, 0);
    const decisive = trials.reduce((sum, trial) => sum + trial.decisive, 0);
    context.print(
      `${article.article.slug}: ${trials.length - problems.length} of ${trials.length} claims are broken by a change of their data; ` +
        `${decisive} of ${changed} observations break one alone\n`,
    );
  }
  return vacuous;
}
