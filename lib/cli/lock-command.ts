import { Command } from "commander";
import { checkRecorded, writeLock } from "#lib/articles/claims-lock";
import { formatProblem } from "#lib/series/problem";
import { contentFolder, loadArticles } from "#lib/site/content";
import type { Context } from "./context.ts";

/** `tickmark lock [SLUG]`: records the marks of an article, or of all. */
export function lockCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("lock")
    .description("record the marks of an article and its id, so that losing one fails the check")
    .argument("[slug]", "one article; all when not given")
    .option("--content <folder>", "where the articles and charts are", contentFolder)
    .action(async (slug: string | undefined, { content }: { content: string }) => {
      const { articles, problems } = await loadArticles(content);
      const chosen = articles.filter((article) => slug === undefined || article.slug === slug);
      // A mark that cannot be read would be left out of the lock: the very loss it is there to show.
      for (const problem of problems) context.printError(`${formatProblem(problem)}\n`);
      if (problems.length > 0 || chosen.length === 0) {
        const reason =
          problems.length > 0 ? "Mend these first" : `There is no article ${slug ?? ""}`;
        context.printError(`${reason}; nothing was recorded.\n`);
        finish(1);
        return;
      }
      let changed = 0;
      for (const article of chosen) {
        context.print(`${await writeLock(article)}: ${article.claims.length} claims\n`);
        for (const problem of await checkRecorded(article)) {
          context.printError(`${formatProblem(problem)}\n`);
          changed += 1;
        }
      }
      finish(changed > 0 ? 1 : 0);
    });
}
