import { Command } from "commander";
import { isContradicted } from "#lib/desk/desk-outcome";
import { parseRange, type DeskRange } from "#lib/desk/desk-range";
import { formatProblem } from "#lib/series/problem";
import { contentFolder, findMissing, loadArticles } from "#lib/site/content";
import { readDesk } from "#lib/site/desk";
import { createReader } from "#lib/store/reader";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import { withStore, type Context } from "./context.ts";
import { describeDesk } from "./desk-text.ts";
import { leaveCommand, signCommand } from "./desk-decide-command.ts";

interface DeskOptions {
  readonly vintage?: string;
  readonly article?: string;
  readonly all?: true;
  readonly json?: true;
  readonly strict?: true;
  readonly content: string;
}

/**
 * `tickmark desk`: what a vintage does to every sentence of every article, the worst first. Its commands `sign` and `leave`
 * record what an editor decides. Nothing else writes.
 */
export function deskCommand(context: Context, finish: (status: number) => void): Command {
  const command = new Command("desk")
    .description("list what a new vintage does to every sentence, and sign or leave an article")
    // Read only to be refused with what there is.
    .argument("[words...]", "none but those of sign and leave")
    .option(
      "--vintage <A..B>",
      "the two vintages; B alone reads each article from its own; the newest when not given",
    )
    .option("--article <slug>", "one article; all when not given")
    .option("--all", "list the sentences that stay the same, too")
    .option("--json", "print everything as JSON")
    .option("--strict", "exit status 1 when a sentence drifts or flips")
    .option("--content <folder>", "where the articles and charts are", contentFolder)
    .enablePositionalOptions()
    .action(async ([unknown]: readonly string[], options: DeskOptions) => {
      if (unknown !== undefined) {
        context.printError(
          `There is no "tickmark desk ${unknown}": write npx tickmark desk sign SLUG or npx tickmark desk leave SLUG, and --article SLUG to list one article\n`,
        );
        finish(2);
        return;
      }
      finish(await withStore(context, (store) => report(store, options, context)));
    });
  command.addCommand(signCommand(context, finish));
  command.addCommand(leaveCommand(context, finish));
  return command;
}

async function report(store: Store, options: DeskOptions, context: Context): Promise<number> {
  const { vintage, article, content } = options;
  const missing = findMissing(content);
  if (missing !== null) {
    context.printError(`${formatProblem(missing)}\n`);
    return 2;
  }
  const held = (await listReleases(store)).flatMap(({ vintages }) => vintages);
  const whole: DeskRange = { from: null, to: null };
  const read =
    vintage === undefined ? { ok: true as const, range: whole } : parseRange(vintage, held);
  if (!read.ok) {
    context.printError(`${read.message}\n`);
    return 2;
  }
  const unknown = article === undefined ? null : await findUnknown(article, content);
  if (unknown !== null) {
    context.printError(`${unknown}\n`);
    return 2;
  }
  const desk = await readDesk(createReader(store), held, read.range, {
    folder: content,
    slug: article ?? null,
  });
  for (const problem of desk.problems) context.printError(`${formatProblem(problem)}\n`);
  context.print(
    options.json
      ? `${JSON.stringify(desk, null, 2)}\n`
      : describeDesk(desk, {
          showsSame: options.all ?? false,
          folder: content === contentFolder ? null : content,
        }),
  );
  if (desk.problems.length > 0) return 1;
  const isWrong = desk.articles.some(({ entries }) =>
    entries.some(({ outcome }) => isContradicted(outcome)),
  );
  return options.strict && isWrong ? 1 : 0;
}

/** Says which articles there are when there is none of that name. */
export async function findUnknown(slug: string, folder: string): Promise<string | null> {
  const { articles } = await loadArticles(folder);
  if (articles.some((article) => article.slug === slug)) return null;
  const known = articles.map((article) => article.slug).join(", ") || "none";
  return `There is no article "${slug}" that can be read; there are ${known}`;
}
