import { Command } from "commander";
import { formatProblem } from "#lib/series/problem";
import { checkContent } from "#lib/site/check-content";
import { contentFolder } from "#lib/site/content";
import { reportContent, type ContentSummary } from "#lib/site/report-content";
import { createReader } from "#lib/store/reader";
import { listReleases } from "#lib/store/vintage-rows";
import { withStore, type Context } from "./context.ts";
import { keptFindings } from "./kept-findings.ts";
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
    .option("--no-cache", "look at every article again, also at those that did not change")
    .action(async ({ content, mutate, cache }: Options) => {
      const status = await withStore(context, async (store) => {
        const reader = createReader(store);
        const releases = await listReleases(store);
        const vintages = releases.flatMap((release) => release.vintages);
        const keeping = cache ? keptFindings(store) : null;
        const wrong = printSummary(
          await reportContent(reader, vintages, content, keeping),
          context,
        );
        if (!mutate) return wrong;
        const { articles } = await checkContent(reader, vintages, content);
        return (await mutateClaims(articles, reader, context)) > 0 ? 1 : wrong;
      });
      finish(status);
    });
}

interface Options {
  readonly content: string;
  readonly mutate?: true;
  readonly cache: boolean;
}

function printSummary({ reports, unchanged, problems }: ContentSummary, context: Context): number {
  for (const problem of problems) context.printError(`${formatProblem(problem)}\n`);
  for (const { slug, counts } of reports) {
    if (counts === null) continue;
    context.print(
      `${slug}: ${counts.held} of ${counts.claims} claims hold as of ${counts.asOf}; ` +
        `${counts.quoted} quoted, ${counts.exempt} exempt\n`,
    );
  }
  const count = problems.length === 1 ? "1 problem" : `${problems.length || "No"} problems`;
  const same = unchanged === 0 ? "" : ` ${unchanged} of ${reports.length} articles unchanged.`;
  context.print(`${count}.${same}\n`);
  return problems.length === 0 ? 0 : 1;
}
