import { Command } from "commander";
import { readTitle } from "#lib/newsroom/article-slug";
import { dayInNewYork } from "#lib/series/new-york";
import { formatProblem } from "#lib/series/problem";
import { beginArticle } from "#lib/site/begin-article";
import { contentFolder, findMissing } from "#lib/site/content";
import { createReader } from "#lib/store/reader";
import { listReleases } from "#lib/store/vintage-rows";
import { withStore, type Context } from "./context.ts";
import { contentOption } from "./content-option.ts";
import { machineClock } from "./sync-clock.ts";

interface NewOptions {
  readonly slug?: string;
  readonly topic?: string;
  readonly byline: string;
  readonly content: string;
}

/** `tickmark new "Title"`: the folder of an article with a draft in it that passes the gate and teaches. */
export function newCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("new")
    .description("begin an article: a draft with a chart, two claims, and comments that teach")
    .argument("<title>", "its headline, in quotes")
    .option("--slug <slug>", "its address, /articles/SLUG; made of the title when not given")
    .option("--topic <name>", "one of content/topics.yml; the first when not given")
    .option("--byline <name>", "whose it is", "Tickmark data desk")
    .option("--content <folder>", "where the articles and charts are", contentFolder)
    .action(async (title: string, options: NewOptions) => {
      finish(await begin(title, options, context));
    });
}

async function begin(text: string, options: NewOptions, context: Context): Promise<number> {
  const { content, byline } = options;
  const missing = findMissing(content);
  if (missing !== null) {
    context.printError(
      `${formatProblem(missing)}\nRun it in the folder of the project, or give --content.\n`,
    );
    return 2;
  }
  const read = readTitle(text, options.slug ?? null);
  if (!read.ok) {
    context.printError(`${read.message}\n`);
    return 2;
  }
  const { title, slug } = read;
  const day = dayInNewYork(context.now?.() ?? machineClock.now());
  const begun = await withStore(context, async (store) =>
    beginArticle(
      { title, slug, byline, topic: options.topic ?? null, day },
      {
        folder: content,
        reader: createReader(store),
        held: (await listReleases(store)).flatMap(({ vintages }) => vintages),
      },
    ),
  );
  if (!begun.ok) {
    context.printError(`${begun.message}; nothing was written\n`);
    return 2;
  }
  const elsewhere = contentOption(content);
  context.print(`${begun.file}: a draft as of ${begun.asOf}\n`);
  for (const problem of begun.problems) context.print(`${formatProblem(problem)}\n`);
  context.print(
    [
      "Next:",
      `  npx tickmark check ${slug} --watch${elsewhere}   says what is wrong each time you save`,
      `  npm run dev   shows it as readers will see it, at http://localhost:${process.env["PORT"] || 3000}/preview/${slug}`,
      `  npx tickmark publish ${slug}${elsewhere}   when it is ready`,
      "",
    ].join("\n"),
  );
  return 0;
}
