import { readFile, stat } from "node:fs/promises";
import { Command } from "commander";
import { loadCatalogue } from "#lib/sources/catalogue";
import { mostBytes } from "#lib/sources/source-rows";
import { formatProblem, type Problem } from "#lib/series/problem";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { loadFile } from "#lib/store/load-file";
import { withStore, type Context } from "./context.ts";
import { describeAppend, describeCollected } from "./describe-append.ts";
import { parseVintageDate } from "./vintage-date-argument.ts";

interface IngestOptions {
  readonly released?: VintageDate;
  readonly retrieved?: VintageDate;
  readonly note?: string;
  readonly strict?: true;
  readonly dropsOldest?: true;
}

/** One broken column makes a problem a line; the first ones say it all. */
const problemsShown = 20;
const asItWas = "The store is as it was.";

/** `tickmark ingest FILE --released DATE`: loads a Treasury file as a vintage, or says why not and leaves all as it was. */
export function ingestCommand(
  context: Context,
  finish: (status: number) => void,
  today: VintageDate = dayOfClock(),
): Command {
  return new Command("ingest")
    .description("load a Treasury file as a vintage")
    .argument("<file>", "the file as downloaded from the Treasury")
    .option(
      "--released <date>",
      "the day on which it was published; not for a file that says it of each vintage",
      parseVintageDate,
    )
    .option("--retrieved <date>", "the day on which it was downloaded", parseVintageDate)
    .option("--note <text>", "what a reader should know about its origin")
    .option("--strict", "refuse figures that do not add up, unless the catalogue acknowledges them")
    .option("--drops-oldest", "the publisher really dropped the oldest periods; needs --note")
    .action(async (file: string, options: IngestOptions) => {
      const wrong = findWrongDay(options, today);
      if (wrong === null) {
        finish(await ingest(file, options, context));
        return;
      }
      context.printError(`${wrong}. ${asItWas}\n`);
      finish(2);
    });
}

/** The day in UTC, where it is never earlier than in Washington: a file is not refused on the day it comes out. */
function dayOfClock(): VintageDate {
  const day = new Date().toISOString().slice(0, 10);
  if (!isVintageDate(day)) throw new Error(`The clock of this machine says ${day}`);
  return day;
}

/** What was appended can never be taken back, so a day that cannot be is refused before anything is read. */
function findWrongDay({ released, retrieved }: IngestOptions, today: VintageDate): string | null {
  if (released !== undefined && released > today)
    return `--released ${released} is after today, ${today}`;
  if (retrieved === undefined) return null;
  if (retrieved > today) return `--retrieved ${retrieved} is after today, ${today}`;
  if (released === undefined || retrieved >= released) return null;
  return `--retrieved ${retrieved} is before --released ${released}: a file cannot be fetched before it is published`;
}

async function ingest(file: string, options: IngestOptions, context: Context): Promise<number> {
  const bytes = await readSource(file);
  if (typeof bytes === "string") {
    context.printError(`${bytes}. ${asItWas}\n`);
    return 1;
  }
  const catalogue = loadCatalogue();
  if (!catalogue.ok) return refuse(catalogue.problems, context);
  const { released = null, retrieved = null, note = null, ...choices } = options;
  const loaded = await withStore(context, (store) =>
    loadFile(store, catalogue.value, bytes, { name: file, released, retrieved, note, ...choices }),
  );
  if (!loaded.ok) return refuse(loaded.problems, context);
  const { release, vintages, result, statedDate } = loaded;
  const vintage = `${release}, vintage of ${vintages.at(-1)?.date}`;
  if (result.outcome === "refused") {
    context.printError(`${vintage}: refused, ${result.reason.trimEnd()}\n${asItWas}\n`);
    return 1;
  }
  if (vintages.length > 1) context.print(`${release}: ${describeCollected(vintages)}`);
  else if (result.outcome === "unchanged")
    context.print(`${vintage}: already held, nothing changed\n`);
  else context.print(`${vintage}: ${describeAppend(result)}`);
  if (result.outcome === "appended")
    context.print("What it does to the articles: npx tickmark desk\n");
  if (statedDate !== null && released !== null && statedDate !== released) {
    context.print(
      `Notice: the file states ${statedDate} as its own date, and it is filed under ${released}.\n`,
    );
  }
  return 0;
}

async function readSource(file: string): Promise<Buffer | string> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) return `${file}: ${size} bytes; at most ${mostBytes} are read`;
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
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  context.printError(`${count}${more}. Nothing was loaded; the store is as it was.\n`);
  return 1;
}
