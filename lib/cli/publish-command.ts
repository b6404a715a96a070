import path from "node:path";
import { Command } from "commander";
import { formatTime } from "#lib/series/format";
import { formatProblem } from "#lib/series/problem";
import { contentFolder } from "#lib/site/content";
import { publish } from "#lib/site/publish";
import { createReader } from "#lib/store/reader";
import { listReleases } from "#lib/store/vintage-rows";
import { withStore, type Context } from "./context.ts";
import { findArticle } from "./find-article.ts";
import { pingHub, readPing } from "./ping-hub.ts";
import { machineClock } from "./sync-clock.ts";

interface PublishOptions {
  readonly at?: string;
  readonly ping?: true;
  readonly content: string;
}

/** `tickmark publish SLUG`: the last step of an article, which makes it one that readers see. */
export function publishCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("publish")
    .description("check a draft, draw its pictures, record its marks, date it, and show it")
    .argument("<slug>", "the article")
    .option("--at <time>", "when it is to appear: 2026-11-30T09:00-05:00; now when not given")
    .option("--ping", "tell the hub of TICKMARK_WEBSUB_HUB, when this content is the server's")
    .option("--content <folder>", "where the articles and charts are", contentFolder)
    .action(async (slug: string, options: PublishOptions) => {
      finish(await run(slug, options, context));
    });
}

async function run(slug: string, options: PublishOptions, context: Context): Promise<number> {
  const { content, at, ping } = options;
  const refuse = (message: string, status: number): number => {
    context.printError(`${message}; nothing was written\n`);
    return status;
  };
  const found = await findArticle(slug, content);
  if (!found.ok) return refuse(found.message, 2);
  const toTell = ping ? readPing(process.env) : null;
  if (typeof toTell === "string") return refuse(toTell, 2);
  const now = context.now?.() ?? machineClock.now();
  const { file } = found;
  const published = await withStore(context, async (store) =>
    publish(
      { slug, file, at: at ?? null, now },
      {
        folder: content,
        reader: createReader(store),
        held: (await listReleases(store)).flatMap(({ vintages }) => vintages),
      },
    ),
  );
  if (published.state === "refused") {
    for (const problem of published.problems) context.printError(`${formatProblem(problem)}\n`);
    return refuse(`${file}: ${published.message}`, 1);
  }
  const { appears } = published;
  const isToCome = appears > now.toISOString();
  const address = addressOf(slug);
  if (published.state === "published") {
    const since = isToCome
      ? `will appear ${formatTime(appears)}; --at moves it`
      : `is published already`;
    context.print(`${file}: ${since}: ${address}\n`);
    return 0;
  }
  const { claims, pictures, lock } = published;
  context.print(
    [
      `${file}: ${isToCome ? `appears ${formatTime(appears)}` : "published"}`,
      `${pictures.length} pictures drawn, ${pictures.join(", ")}: the site draws them itself, and none is to be committed`,
      `${lock}: ${claims} claims recorded; its diff is what a reviewer reads`,
      `Its address: ${address}`,
      `Next: commit ${path.dirname(file)} and what else of ${content} is new, and push.`,
      "",
    ].join("\n"),
  );
  if (toTell === null) return 0;
  if (isToCome) {
    context.print("The hub is not told: there is nothing to see yet. The server tells it then.\n");
    return 0;
  }
  const trouble = await pingHub(pathOf(slug), toTell, content);
  if (trouble === null) context.print("The hub was told.\n");
  else
    context.printError(
      `The hub could not be told: ${trouble}. The server tells it when it shows the article.\n`,
    );
  return trouble === null ? 0 : 1;
}

function pathOf(slug: string): string {
  return `/articles/${slug}`;
}

/** Where readers find it: under SITE_URL, when that is set. */
function addressOf(slug: string): string {
  const site = process.env["SITE_URL"];
  return site !== undefined && URL.canParse(site)
    ? new URL(pathOf(slug), site).href
    : `${pathOf(slug)} on the site`;
}
