import { Command, InvalidArgumentError } from "commander";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { VintageDate } from "#lib/series/observation";
import { formatProblem, type Place } from "#lib/series/problem";
import { loadSuggestSetting } from "#lib/site/suggest-setting";
import { createReader } from "#lib/store/reader";
import type { Store } from "#lib/store/store";
import { suggest, type Suggested } from "#lib/suggest/suggest";
import { withStore, type Context } from "./context.ts";
import { readGivenText, type GivenText } from "./suggest-input.ts";
import { suggestionsAsJson } from "./suggest-json.ts";
import { printFigure, printSummary, printWritten, type PlacedFigure } from "./suggest-print.ts";
import { readTextToRead, type TextToRead } from "./suggest-text.ts";
import { writeIntoFile } from "./suggest-write.ts";
import { parseVintageDate } from "./vintage-date-argument.ts";

interface SuggestCommandOptions {
  readonly asOf?: VintageDate;
  readonly limit: number;
  readonly json?: true;
  readonly strict?: true;
  readonly write?: true;
}

const mostProposals = 5;

/** `tickmark suggest FILE`: each figure of a text, whether the data give it, and the expressions that do, the best first. */
export function suggestCommand(context: Context, finish: (status: number) => void): Command {
  return new Command("suggest")
    .description("find the figures of a text, and propose the expressions that give them")
    .argument(
      "<file>",
      "an article or draft (.mdx), Markdown, plain text or HTML; - for standard input",
    )
    .option(
      "--as-of <date>",
      "say what holds as of this day; an article's own vintage, else the newest, when not given",
      parseVintageDate,
    )
    .option("--limit <number>", "how many proposals of each figure to print", parseLimit, 3)
    .option("--json", "print figures, proposals and the cells they rest on as JSON")
    .option("--strict", "exit status 1 when a figure is contradicted")
    .option("--write", "put the sure proposals that the gate accepts into the article as claims")
    .action(async (file: string, options: SuggestCommandOptions) =>
      finish(await run(file, options, context)),
    );
}

async function run(
  file: string,
  options: SuggestCommandOptions,
  context: Context,
): Promise<number> {
  const wrong = findWrongCall(file, options);
  if (wrong !== null) return refuse(wrong, 2, context);
  const given = await readGivenText(file, context);
  if (typeof given === "string") return refuse(given, 1, context);
  return withStore(context, (store) => suggestFor(given, options, store, context));
}

/** Marks go into an article, and are held against its own vintage. */
function findWrongCall(file: string, { write, asOf, json }: SuggestCommandOptions): string | null {
  if (!write) return null;
  if (!/\.mdx$/iu.test(file)) return "--write needs an article: a file that ends in .mdx";
  if (asOf !== undefined) {
    return "--write reads an article as of the vintage it names; leave out --as-of, or change asOf in its frontmatter";
  }
  return json ? "--write prints what it did; leave out --json" : null;
}

async function suggestFor(
  given: GivenText,
  { asOf: asked, limit, json, strict, write }: SuggestCommandOptions,
  store: Store,
  context: Context,
): Promise<number> {
  const setting = await loadSuggestSetting(store);
  const days = setting.vintages.map(({ date }) => date).sort();
  const [first, newest] = [days[0], days.at(-1)];
  if (first === undefined || newest === undefined) {
    const what = "The store holds no vintage: run npm start once, or load one with tickmark ingest";
    return refuse(what, 1, context);
  }
  const text = readTextToRead(given);
  const { frontmatter } = text.article ?? { frontmatter: null };
  const named = frontmatter && !frontmatter.unread.has("asOf") ? frontmatter.asOf : null;
  const asOf = asked ?? named;
  if (asOf !== null && asOf < first) {
    return refuse(`--as-of ${asOf} is before the first vintage held, ${first}`, 2, context);
  }
  const about = Object.values(frontmatter?.about ?? {}).join(", ");
  const found = await suggest(text.parts, setting, { asOf, about });
  const placeOf = createPlaces(given, text);
  for (const problem of text.problems) context.printError(`${formatProblem(problem)}\n`);
  if (write) {
    if (!text.article || named === null) {
      const what = `${given.file}: --write needs frontmatter with asOf, the vintage to hold figures against`;
      return refuse(what, 1, context);
    }
    const reader = rememberingReader(createReader(store));
    const heldVintages = setting.vintages;
    const gate = { reader, nouns: setting.nouns, heldVintages };
    const marked = await writeIntoFile(given, text.article.draft, found.figures, gate);
    if (typeof marked === "string") return refuse(marked, 1, context);
    context.print(printWritten(marked, ({ start }) => placeOf(start)));
  } else {
    const placed = found.figures.map((figure) => ({ figure, at: placeOf(figure.start) }));
    context.print(
      json
        ? suggestionsAsJson(given.file, asOf ?? newest, found, placed, limit)
        : printAll(found, placed, limit),
    );
  }
  const isContradicted = found.figures.some(({ outcome }) => outcome === "contradicted");
  return strict && isContradicted ? 1 : 0;
}

function printAll(
  { figures, left }: Suggested,
  placed: readonly PlacedFigure[],
  limit: number,
): string {
  return placed.map((one) => printFigure(one, limit)).join("") + printSummary(figures, left);
}

/** Places in the file as given, counted as problems count them. */
function createPlaces({ file, text }: GivenText, { placeOf }: TextToRead): (at: number) => Place {
  const starts = [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
  return (at) => {
    const offset = placeOf(at);
    const line = starts.findLastIndex((start) => start <= offset);
    return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

function refuse(message: string, status: number, { printError }: Context): number {
  printError(`${message}.\n`);
  return status;
}

function parseLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostProposals) return limit;
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${mostProposals}.`);
}
