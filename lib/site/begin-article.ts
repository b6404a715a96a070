import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { listSlugs, parseArticle } from "#lib/articles/article";
import { Unwritable, unwritable, writeWhole } from "#lib/articles/write-whole";
import { readFileIfThere } from "#lib/charts/read-file-if-there";
import { evaluateText } from "#lib/expressions/evaluate";
import {
  freeId,
  newArticle,
  openingChart,
  openingChartText,
  openingSeries,
  type OpeningFigures,
} from "#lib/newsroom/new-article";
import { nearest } from "#lib/series/nearest";
import type { VintageDate } from "#lib/series/observation";
import { shiftPeriod } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
import { checkOne } from "./check-one.ts";
import { loadHeadlines } from "./content.ts";
import { headlineAmount } from "./headline-amount.ts";
import { loadWords } from "./load-words.ts";

/** What an editor asks for; the title and the slug have been read. */
export interface NewCall {
  readonly title: string;
  readonly slug: string;
  readonly byline: string;
  /** The first topic of the content when not given. */
  readonly topic: string | null;
  readonly day: VintageDate;
}

/** Where the content and the figures are. */
export interface NewsroomGround {
  readonly folder: string;
  readonly reader: SeriesReader;
  readonly held: readonly Vintage[];
}

/** What came of it. When it is refused, nothing was written. */
export type Begun =
  | {
      readonly ok: true;
      readonly file: string;
      readonly asOf: VintageDate;
      /** What the gate says of it: of the title, for the rest passes. */
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly message: string };

/**
 * Begins an article: a folder with a draft that is true of the newest vintage held of Major Foreign Holders. Where the
 * content has no chart of that series yet, one is written too.
 */
export async function beginArticle(call: NewCall, ground: NewsroomGround): Promise<Begun> {
  const { folder, reader, held } = ground;
  const { slug, title, byline, day } = call;
  const articles = path.join(folder, "articles");
  const own = path.join(articles, slug);
  const file = path.join(own, "index.mdx");
  if (existsSync(own))
    return refused(`${own} is there already: give another title, or another address with --slug`);
  const { words } = await loadWords(folder);
  const topic = chooseTopic(call.topic, words.topics?.map(({ name }) => name) ?? []);
  if (!topic.ok) return topic;
  const [release] = openingSeries.split(".");
  const asOf = held.findLast((vintage) => vintage.release === release)?.date;
  if (asOf === undefined)
    return refused(`the store holds no vintage of ${release}: load one with npx tickmark ingest`);
  const figures = await openingFigures(reader, asOf);
  if (figures === null) return refused(`${openingSeries} has no values of two years as of ${asOf}`);
  const id = freeId(day, await takenIds(articles));
  const source = newArticle({
    ...{ slug, id, title, byline, day, asOf, figures },
    topic: topic.name,
  });

  const { headlines } = await loadHeadlines(folder);
  const chartFile = path.join(folder, "charts", `${openingChart}.yml`);
  const chart = existsSync(chartFile) ? null : openingChartText(asOf);
  try {
    await mkdir(own);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      return refused(`${own} is there already: somebody else has just made it`);
    const trouble = unwritable(own, error);
    if (trouble instanceof Unwritable) return refused(trouble.message);
    throw error;
  }
  try {
    if (chart !== null) await writeWhole(chartFile, chart);
    await writeWhole(file, source);
  } catch (error) {
    await rm(own, { recursive: true });
    if (error instanceof Unwritable) return refused(error.message);
    throw error;
  }
  const shown = chart === null ? headlines : (await loadHeadlines(folder)).headlines;
  const { article, problems } = parseArticle(source, { slug, file }, shown);
  if (article === null) return { ok: true, file, asOf, problems };
  const checked = await checkOne(article, { reader, heldVintages: held, ...words, folder });
  return { ok: true, file, asOf, problems: [...problems, ...checked.problems] };
}

function refused(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}

function chooseTopic(asked: string | null, names: readonly string[]) {
  const [first = "Data"] = names;
  if (asked === null || names.includes(asked)) return { ok: true, name: asked ?? first } as const;
  if (names.length === 0) return { ok: true, name: asked } as const;
  const [near] = nearest(asked, names, 1);
  const hint = near === undefined ? `there are ${names.join("; ")}` : `did you mean "${near}"?`;
  return refused(`"${asked}" is not a topic of content/topics.yml: ${hint}`);
}

/** The newest level and its change over a year, in words that round as the gate does. */
async function openingFigures(
  reader: SeriesReader,
  asOf: VintageDate,
): Promise<OpeningFigures | null> {
  const newest = await evaluateText(`latest(${openingSeries})`, reader, asOf);
  if (!newest.ok || newest.evaluation.value.type !== "period") return null;
  const { period } = newest.evaluation.value;
  if (period === null) return null;
  const level = await amountOf(`at(${openingSeries}, ${period})`, reader, asOf);
  const before = shiftPeriod(period, -12);
  const change = await amountOf(`change(${openingSeries}, ${period}, ${before})`, reader, asOf);
  if (level === null || change === null) return null;
  return {
    period,
    level: headlineAmount(level, "USD"),
    change: headlineAmount(change.abs(), "USD"),
    way: change.isNegative() ? "fell" : "rose",
  };
}

async function amountOf(text: string, reader: SeriesReader, asOf: VintageDate) {
  const result = await evaluateText(text, reader, asOf);
  return result.ok && result.evaluation.value.type === "quantity"
    ? result.evaluation.value.amount
    : null;
}

/** The ids of all articles, of those that cannot be read as well. */
async function takenIds(articles: string): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (const slug of await listSlugs(articles)) {
    const text = (await readFileIfThere(path.join(articles, slug, "index.mdx"))) ?? "";
    const id = /^id:\s*["']?([a-z0-9-]+)/m.exec(text)?.[1];
    if (id !== undefined) taken.add(id);
  }
  return taken;
}
