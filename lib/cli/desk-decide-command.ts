import { Command } from "commander";
import { formatProblem } from "#lib/series/problem";
import { contentFolder, findMissing } from "#lib/site/content";
import { readCall } from "#lib/site/desk-call";
import { decide } from "#lib/site/desk-decide";
import { createReader } from "#lib/store/reader";
import { listReleases } from "#lib/store/vintage-rows";
import { withStore, type Context } from "./context.ts";
import { machineClock } from "./sync-clock.ts";

interface DecideOptions {
  readonly to: string;
  readonly by: string;
  readonly note?: string;
  readonly because?: string;
  readonly seen?: string;
  readonly on?: string;
  readonly draft?: true;
  readonly content: string;
}

/** `tickmark desk sign SLUG --to B --by NAME`: the article is read again at a vintage, and names it from now on. */
export function signCommand(context: Context, finish: (status: number) => void): Command {
  return decideCommand("sign", "read an article again at a vintage: its asOf moves there")
    .option("--note <text>", "what readers should know")
    .option("--draft", "write it although words are to be mended, with a correction for each")
    .action(async (slug: string, options: DecideOptions) =>
      finish(await run(slug, "signed", options, context)),
    );
}

/** `tickmark desk leave SLUG --to B --by NAME --because WHY`: the article stays as written, on purpose. */
export function leaveCommand(context: Context, finish: (status: number) => void): Command {
  return decideCommand("leave", "leave an article as written when a vintage came out")
    .requiredOption("--because <text>", "why, for readers")
    .action(async (slug: string, options: DecideOptions) =>
      finish(await run(slug, "left", options, context)),
    );
}

function decideCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .argument("<slug>", "the article")
    .requiredOption("--to <date>", "the vintage")
    .requiredOption("--by <name>", "who decides; readers see it")
    .option("--seen <hash>", "what the desk printed of the article: refused when it changed since")
    .option("--on <date>", "the day of the decision; today in New York when not given")
    .option("--content <folder>", "where the articles and charts are", contentFolder);
}

async function run(
  slug: string,
  decision: "signed" | "left",
  options: DecideOptions,
  context: Context,
): Promise<number> {
  const { to, by, seen, content } = options;
  const missing = findMissing(content);
  if (missing !== null) {
    context.printError(`${formatProblem(missing)}\n`);
    return 2;
  }
  const asked = {
    ...{ slug, decision, to, by },
    note: options.note ?? options.because ?? null,
    seen: seen ?? null,
    draft: options.draft ?? false,
    on: options.on ?? null,
  };
  const call = readCall(asked, context.now?.() ?? machineClock.now());
  if (typeof call === "string") {
    context.printError(`${call}\n`);
    return 2;
  }
  const decided = await withStore(context, async (store) =>
    decide(call, {
      folder: content,
      reader: createReader(store),
      held: (await listReleases(store)).flatMap(({ vintages }) => vintages),
    }),
  );
  const printProblems = () => {
    for (const problem of decided.problems) context.printError(`${formatProblem(problem)}\n`);
  };
  if (!decided.ok) {
    printProblems();
    const hint =
      decision === "signed" && decided.problems.length > 0
        ? "Mend the words, or give --draft to write asOf and a correction for each first.\n"
        : "";
    context.printError(`${decided.message}.\n${hint}`);
    return 1;
  }
  const left = decided.problems.length;
  const signed = left > 0 ? "signed as a draft" : "signed";
  const what = decision === "signed" ? signed : "left as written";
  context.print(`${decided.file}: ${what} at ${to} by ${call.by} on ${call.on}\n`);
  for (const { wrong, right, why } of decided.corrections)
    context.print(`correction drafted\n  was: ${wrong}\n  is:  ${right}\n  why: ${why}\n`);
  for (const { at, sentence, note } of decided.named)
    context.print(
      `no correction drafted\n  ${at.file}:${at.line}:${at.column} [${sentence.claim}]\n  ${note ?? ""}\n`,
    );
  printProblems();
  if (left > 0)
    context.print(
      `${left} ${left === 1 ? "problem is" : "problems are"} to be mended. Both values of each: npx tickmark desk --article ${slug}${content === contentFolder ? "" : ` --content ${content}`}\n`,
    );
  return 0;
}
