import { readFile, stat } from "node:fs/promises";
import { Command } from "commander";
import { loadCatalogue } from "#lib/sources/catalogue";
import { formatProblem, type Problem } from "#lib/series/problem";
import type { VintageDate } from "#lib/series/observation";
import { loadFile } from "#lib/store/load-file";
import { withStore, type Context } from "./context.ts";
import { parseVintageDate } from "./vintage-date-argument.ts";

interface IngestOptions {
  readonly released: VintageDate;
  readonly retrieved?: VintageDate;
  readonly note?: string;
}

/** The largest TIC file is 3 MB; ten times that is not one. */
const largestFile = 32 * 1024 * 1024;
/** One broken column makes a problem a line; the first ones say it all. */
const problemsShown = 20;

/** `tickmark ingest FILE --released DATE`: loads a Treasury file as a vintage, or says why not and leaves all as it was. */
export function ingestCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("ingest")
    .description("load a Treasury file as a vintage")
    .argument("<file>", "the file as downloaded from the Treasury")
    .requiredOption("--released <date>", "the day on which it was published", parseVintageDate)
    .option("--retrieved <date>", "the day on which it was downloaded", parseVintageDate)
    .option("--note <text>", "what a reader should know about its origin")
    .action(async (file: string, options: IngestOptions) =>
      finish(await ingest(file, options, context)),
    );
}

async function ingest(file: string, options: IngestOptions, context: Context): Promise<number> {
  const bytes = await readSource(file);
  if (typeof bytes === "string") {
    context.printError(`${bytes}\n`);
    return 1;
  }
  const catalogue = loadCatalogue();
  if (!catalogue.ok) return refuse(catalogue.problems, context);
  const loaded = await withStore(context, (store) =>
    loadFile(store, catalogue.value, bytes, {
      name: file,
      released: options.released,
      retrieved: options.retrieved ?? null,
      note: options.note ?? null,
    }),
  );
  if (!loaded.ok) return refuse(loaded.problems, context);
  const { release, result } = loaded;
  const vintage = `${release}, vintage of ${options.released}`;
  switch (result.outcome) {
    case "appended":
      context.print(`${vintage}: ${result.appended} observations appended\n`);
      return 0;
    case "unchanged":
      context.print(`${vintage}: already held, nothing changed\n`);
      return 0;
    case "refused":
      context.printError(`${vintage}: refused, ${result.reason}. The store is as it was.\n`);
      return 1;
  }
}

async function readSource(file: string): Promise<Buffer | string> {
  try {
    const { size } = await stat(file);
    if (size > largestFile) return `${file}: ${size} bytes; at most ${largestFile} are read`;
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return `${file}: cannot be read (${code}); give the path of a downloaded Treasury file`;
  }
}

function refuse(problems: readonly Problem[], context: Context): number {
  for (const problem of problems.slice(0, problemsShown))
    context.printError(`${formatProblem(problem)}\n`);
  const rest = problems.length - problemsShown;
  const more = rest > 0 ? ` (${rest} more are not shown)` : "";
  context.printError(
    `${problems.length} problems${more}. Nothing was loaded; the store is as it was.\n`,
  );
  return 1;
}
