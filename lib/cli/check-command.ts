import { Command } from "commander";
import { isSupported } from "#lib/articles/check-claim";
import { formatProblem } from "#lib/series/problem";
import { checkContent, type ContentReport } from "#lib/site/check-content";
import { contentFolder } from "#lib/site/content";
import { createReader } from "#lib/store/reader";
import { listReleases } from "#lib/store/vintage-rows";
import { withStore, type Context } from "./context.ts";
import { mutateClaims } from "./mutate-claims.ts";

/** `tickmark check`: the gate. Prints each problem with its place, what was written, what the data say, and a fix. */
export function checkCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("check")
    .description("hold every article against the data; exit status 1 when anything is wrong")
    .option("--content <folder>", "where the articles and charts are", contentFolder)
    .option(
      "--mutate",
      "also change the data under each claim: one that no change makes false says nothing",
    )
    .action(async ({ content, mutate }: { content: string; mutate?: true }) => {
      const status = await withStore(context, async (store) => {
        const reader = createReader(store);
        const releases = await listReleases(store);
        const vintages = releases.flatMap((release) => release.vintages);
        const report = await checkContent(reader, vintages, content);
        const wrong = printReport(report, context);
        const vacuous = mutate ? await mutateClaims(report.articles, reader, context) : 0;
        return vacuous > 0 ? 1 : wrong;
      });
      finish(status);
    });
}

function printReport({ articles, problems }: ContentReport, context: Context): number {
  for (const problem of problems) context.printError(`${formatProblem(problem)}\n`);
  for (const { article, claims } of articles) {
    const held = claims.filter(isSupported).length;
    context.print(
      `${article.slug}: ${held} of ${article.claims.length} claims hold as of ${article.frontmatter.asOf}; ` +
        `${article.quoted.length} quoted, ${article.exempt.length} exempt\n`,
    );
  }
  const count = problems.length === 1 ? "1 problem" : `${problems.length || "No"} problems`;
  context.print(`${count}.\n`);
  return problems.length === 0 ? 0 : 1;
}
