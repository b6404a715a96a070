import path from "node:path";
import { Command, Option } from "commander";
import { contentFolder } from "#lib/site/content";
import type { Store } from "#lib/store/store";
import { githubAnnotation } from "./check-github.ts";
import { checkJson } from "./check-json.ts";
import { checkSarif } from "./check-sarif.ts";
import { openSession } from "./check-session.ts";
import { articleLines, countLine, problemLines } from "./check-text.ts";
import { watchContent } from "./check-watch.ts";
import { withStore, type Context } from "./context.ts";
import { findArticle } from "./find-article.ts";
import { mutateClaims } from "./mutate-claims.ts";
import { machineClock } from "./sync-clock.ts";
import { statusOf, toTold, type ToldReport } from "./told-problems.ts";
import { untilStopped } from "./until-stopped.ts";

interface Options {
  readonly watch?: true;
  readonly all?: true;
  readonly format: "text" | "json" | "sarif" | "github";
  readonly content: string;
  readonly mutate?: true;
  readonly cache: boolean;
}

/** `tickmark check`: the gate. Tells each problem with its place, what was written, what the data say, and a fix. */
export function checkCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("check")
    .description("hold every article against the data; exit status 1 when anything is wrong")
    .argument("[slugs...]", "tell of these articles only; a draft fails the check when it is named")
    .option("--watch", "stay, and tell what changes each time a file is saved")
    .option("--all", "with --watch, tell all problems each time, for an editor's list of problems")
    .addOption(
      new Option("--format <format>", "how problems are told")
        .choices(["text", "json", "sarif", "github"])
        .default("text"),
    )
    .option("--content <folder>", "where the articles and charts are", contentFolder)
    .option(
      "--mutate",
      "also change the data under each claim: one that no change makes false says nothing",
    )
    .option("--no-cache", "look at every article again, also at those that did not change")
    .action(async (slugs: readonly string[], options: Options) => {
      const wrong = findWrongCall(options) ?? (await findUnknown(slugs, options.content));
      if (wrong !== null) {
        context.printError(`${wrong}\n`);
        finish(2);
        return;
      }
      finish(await withStore(context, (store) => check(slugs, options, store, context)));
    });
}

function findWrongCall({ watch, all, format, mutate }: Options): string | null {
  if (watch && format !== "text" && format !== "json")
    return `--watch tells text, or json with a document a line; ${format} is for one look`;
  if (watch && mutate) return "--mutate takes long: run it without --watch";
  if (mutate && format !== "text") return "--mutate tells text only";
  return all && !watch ? "--all belongs to --watch: one look tells all problems anyway" : null;
}

async function findUnknown(slugs: readonly string[], folder: string): Promise<string | null> {
  for (const slug of slugs) {
    const found = await findArticle(slug, folder);
    if (!found.ok) return found.message;
  }
  return null;
}

async function check(
  slugs: readonly string[],
  options: Options,
  store: Store,
  context: Context,
): Promise<number> {
  const { content, format, mutate, cache } = options;
  const now = context.now ?? (() => machineClock.now());
  const session = openSession(store, content, cache, now);
  if (options.watch) {
    const call = {
      ...{ slugs, folder: content, isJson: format === "json" },
      tellsAll: options.all ?? false,
    };
    const watch = (signal: AbortSignal) => watchContent(call, session, context, signal);
    await (context.signal ? watch(context.signal) : untilStopped(watch));
    return 0;
  }
  const report = toTold(await session.check(), slugs, content);
  print(report, { format, isAll: slugs.length === 0 }, context);
  if (!mutate) return statusOf(report);
  const { reader } = await session.held();
  const published = report.articles.filter(({ isDraft }) => !isDraft);
  const asked = await session.look(published.map(({ slug }) => slug));
  return (await mutateClaims(asked, reader, context)) > 0 ? 1 : statusOf(report);
}

function print(
  report: ToldReport,
  { format, isAll }: { readonly format: Options["format"]; readonly isAll: boolean },
  context: Context,
): void {
  switch (format) {
    case "json":
      context.print(`${JSON.stringify(checkJson(report), null, 2)}\n`);
      return;
    case "sarif":
      context.print(`${JSON.stringify(checkSarif(report, path.resolve()), null, 2)}\n`);
      return;
    case "github":
      for (const problem of report.problems) context.print(`${githubAnnotation(problem)}\n`);
      return;
    case "text": {
      const { articles, unchanged, problems } = report;
      context.printError(problemLines(problems));
      context.print(articleLines(report));
      // All articles are looked at, whichever are told of.
      const same =
        unchanged === 0 || !isAll ? "" : ` ${unchanged} of ${articles.length} articles unchanged.`;
      context.print(`${countLine(problems)}.${same}\n`);
    }
  }
}
