import { Command, InvalidArgumentError } from "commander";
import { loadCalendar } from "#lib/sources/calendar";
import { loadCatalogue, type Catalogue, type CatalogueRelease } from "#lib/sources/catalogue";
import { dayInNewYork, timeInNewYork } from "#lib/series/new-york";
import { watch } from "#lib/sync/watch";
import type { Context } from "./context.ts";
import { snapshotsFolder } from "./snapshots-folder.ts";
import { inRealWorld, type SyncOutside } from "./sync-outside.ts";
import { printProblems, syncRound } from "./sync-round.ts";

interface SyncOptions {
  readonly release?: readonly string[];
  readonly baseUrl?: URL;
  readonly watch?: true;
  readonly dryRun?: true;
  readonly keep: string;
  readonly json?: true;
}

/** `tickmark sync`: fetches the live files, keeps their bytes, and loads what is new. */
export function syncCommand(
  context: Context,
  finish: (status: number) => void,
  outside?: SyncOutside,
): Command {
  return new Command("sync")
    .description("fetch the Treasury's live files and load what is new")
    .option("--release <slug...>", "only these; all that the catalogue says to fetch otherwise")
    .option("--base-url <url>", "fetch from this folder: a mirror, or a trial", parseFolder)
    .option("--watch", "follow the release calendar until stopped")
    .option("--dry-run", "fetch and check, but load and keep nothing")
    .option("--keep <folder>", "where bytes and state are kept", snapshotsFolder())
    .option("--json", "print what came of it as JSON; with --watch, a line a round")
    .action(async (options: SyncOptions) => {
      const task = (world: SyncOutside) => sync(options, context, world);
      finish(outside ? await task(outside) : await inRealWorld(task));
    });
}

async function sync(options: SyncOptions, context: Context, outside: SyncOutside): Promise<number> {
  const catalogue = loadCatalogue();
  if (!catalogue.ok) {
    printProblems(catalogue.problems, context);
    return 1;
  }
  const releases = chooseReleases(catalogue.value, options.release);
  if (typeof releases === "string") {
    context.printError(`${releases}\n`);
    return 2;
  }
  try {
    return await (options.watch ? follow : once)(
      releases,
      catalogue.value,
      options,
      context,
      outside,
    );
  } catch (error) {
    if (!outside.signal.aborted) throw error;
    context.printError(`${messageOf(error)}. Nothing is half done.\n`);
    // Whoever watches is stopped by a signal and in no other way.
    return options.watch ? 0 : 1;
  }
}

async function once(
  releases: readonly CatalogueRelease[],
  catalogue: Catalogue,
  options: SyncOptions,
  context: Context,
  outside: SyncOutside,
): Promise<number> {
  const round = {
    ...roundOptions(options, catalogue),
    form: options.json ? "json" : "text",
  } as const;
  const report = await syncRound(releases, round, context, outside);
  const well = report?.results.every(
    ({ outcome }) => outcome !== "refused" && outcome !== "failed",
  );
  return well ? 0 : 1;
}

async function follow(
  releases: readonly CatalogueRelease[],
  catalogue: Catalogue,
  options: SyncOptions,
  context: Context,
  outside: SyncOutside,
): Promise<number> {
  const round = {
    ...roundOptions(options, catalogue),
    form: options.json ? "json-line" : "text",
  } as const;
  const quiet = { ...context, print: withoutRepeats(context.print, outside.clock) };
  const ended = await watch({
    ...outside,
    releases,
    loadCalendar,
    round: async (slugs) => {
      const some = releases.filter(({ slug }) => slugs.includes(slug));
      return (
        (await syncRound(some, round, options.json ? context : quiet, outside))?.results ?? null
      );
    },
    complain: (error) => context.printError(`${messageOf(error)}\n`),
    // Standard output is for programs when they ask for it.
    say: (line) => (options.json ? context.printError : context.print)(`${line}\n`),
  });
  printProblems(ended, context);
  return 1;
}

/** A poll that finds what the one before found is not worth a line; one that is says when it was. */
function withoutRepeats(print: Context["print"], clock: SyncOutside["clock"]): Context["print"] {
  let before = "";
  return (text) => {
    if (text === before) return;
    before = text;
    print(`${dayInNewYork(clock.now())} ${timeInNewYork(clock.now())} in New York\n${text}`);
  };
}

function roundOptions({ baseUrl, dryRun, keep }: SyncOptions, catalogue: Catalogue) {
  return { catalogue, baseUrl: baseUrl ?? null, dryRun: dryRun ?? false, keep };
}

/** The releases that are fetched, or of these the ones asked for; a text says what is wrong with the call. */
function chooseReleases(
  { releases }: Catalogue,
  asked: readonly string[] | undefined,
): readonly CatalogueRelease[] | string {
  const fetched = releases.filter(({ fetch }) => fetch !== undefined);
  const unknown = asked?.find((slug) => !fetched.some((release) => release.slug === slug));
  if (unknown !== undefined) {
    const known = fetched.map(({ slug }) => slug).join(", ");
    return `Expected one of the releases that are fetched (${known}), found "${unknown}"`;
  }
  return asked ? fetched.filter(({ slug }) => asked.includes(slug)) : fetched;
}

function parseFolder(text: string): URL {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
  throw new InvalidArgumentError("Expected an address that begins with https:// or http://.");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
