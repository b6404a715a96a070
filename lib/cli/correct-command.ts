import path from "node:path";
import { Command } from "commander";
import { changeLock, readRecordedIds, recordCorrections } from "#lib/articles/claims-lock";
import { correctArticle, readCorrection } from "#lib/newsroom/correct-article";
import { readText } from "#lib/newsroom/read-text";
import { replaceFile } from "#lib/newsroom/replace-file";
import { contentFolder, loadHeadlines } from "#lib/site/content";
import type { Context } from "./context.ts";
import { contentOption } from "./content-option.ts";
import { findArticle } from "./find-article.ts";
import { machineClock } from "./sync-clock.ts";

interface CorrectOptions {
  readonly wrong?: string;
  readonly right?: string;
  readonly why?: string;
  readonly date?: string;
  readonly content: string;
}

/** `tickmark correct SLUG`: what was wrong in an article, what is right and why, written into its frontmatter. */
export function correctCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("correct")
    .description("say openly that an article was wrong: on its page, in the feeds, at /corrections")
    .argument("<slug>", "the article")
    .option("--wrong <text>", "what it said")
    .option("--right <text>", "what it says now")
    .option("--why <text>", "how it came to be wrong")
    .option(
      "--date <day>",
      "the day of the correction, or its time: 2026-11-30T09:00-05:00; now when not given",
    )
    .option("--content <folder>", "where the articles and charts are", contentFolder)
    .action(async (slug: string, options: CorrectOptions) => {
      finish(await correct(slug, options, context));
    });
}

async function correct(slug: string, options: CorrectOptions, context: Context): Promise<number> {
  const { content } = options;
  const refuse = (message: string, status: number): number => {
    context.printError(`${message}; nothing was written\n`);
    return status;
  };
  const found = await findArticle(slug, content);
  if (!found.ok) return refuse(found.message, 2);
  const now = context.now?.() ?? machineClock.now();
  const asked = await complete(options, context);
  if (typeof asked === "string") return refuse(asked, 2);
  const correction = readCorrection(asked, now);
  if (typeof correction === "string") return refuse(correction, 2);
  const { file } = found;
  const before = await readText(file);
  if (before === null) return refuse(`${file} is not UTF-8: save it as such`, 1);
  const edited = correctArticle(before, correction, {
    ...{ file, now },
    recorded: (await readRecordedIds({ file })).corrections,
    headlines: (await loadHeadlines(content)).headlines,
  });
  if (!edited.ok) return refuse(`${file}: ${edited.message}`, 1);
  const replaced = await replaceFile(file, before, edited.source, () =>
    changeLock({ file }, () => recordCorrections({ file }, [edited.id])),
  );
  if (!replaced.ok) {
    context.printError(`${file}: ${replaced.message}\n`);
    return 1;
  }
  const { wrong, right, why, date } = correction;
  context.print(`${file}: corrected ${date}\n  was: ${wrong}\n  is:  ${right}\n  why: ${why}\n`);
  context.print(
    `Next: npx tickmark check ${slug}${contentOption(content)}, npx tickmark lock ${slug}${contentOption(content)} if a mark changed, then commit ${path.dirname(file)}.\n`,
  );
  return 0;
}

/** The three texts: as given, or asked for at a terminal when none was. A text says what is missing. */
async function complete({ wrong, right, why, date }: CorrectOptions, { ask }: Context) {
  const given = { wrong, right, why, date: date ?? null };
  const missing = (["wrong", "right", "why"] as const).filter((name) => given[name] === undefined);
  if (missing.length === 0) return given;
  if (missing.length < 3 || ask === undefined)
    return `expected --wrong "…" --right "…" --why "…"; ${missing.map((name) => `--${name}`).join(", ")} not given`;
  return {
    wrong: await ask("What did the article say? "),
    right: await ask("What does it say now? "),
    why: await ask("How did it come to be wrong? "),
    date: given.date,
  };
}
