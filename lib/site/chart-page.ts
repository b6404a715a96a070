import { toString } from "mdast-util-to-string";
import type { Article } from "#lib/articles/article";
import { keysOf, type ChartDefinition } from "#lib/charts/definition";
import { headlineText } from "#lib/charts/headline-text";
import { chartIds, loadChart, type ChartTexts } from "#lib/charts/load";
import type { VintageDate } from "#lib/series/observation";
import { formatProblem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { ArticleOutline } from "./article-outline.ts";
import { vintagesOf } from "./chart-vintages.ts";
import { viewDefinition, type ChartView } from "./chart-view.ts";
import type { Receipt } from "./receipt.ts";
import type { Showing } from "./shown-content.ts";

/** A piece of a headline: words, or words tied to a claim. */
export type HeadlinePart = string | { readonly text: string; readonly receipt: Receipt };

/** An article that shows a chart. */
export interface ChartUse {
  readonly slug: string;
  readonly headline: string;
  readonly published: string;
}

/** A chart in the list of all. */
export interface ListedChart {
  readonly view: ChartView;
  readonly articles: readonly ChartUse[];
}

/** Everything the page of a chart shows. */
export interface ChartPage extends ListedChart {
  readonly headline: readonly HeadlinePart[];
  /** The vintage that the headline was checked against, which is the one the chart shows. */
  readonly asOf: VintageDate;
  /** The series it is drawn from, each once. */
  readonly series: readonly { readonly key: string; readonly title: string }[];
  readonly licence: string;
}

/** What a headline was checked with. */
export interface CheckedHeadline {
  readonly articles: readonly ArticleOutline[];
  /** An article and what readers open behind its claims. */
  readonly readOf: (slug: string) => Promise<ReadHeadlines>;
  /** What the articles that name a chart are to readers, by its id. */
  readonly named: ReadonlyMap<string, Showing>;
  /** The definitions that were checked. */
  readonly texts: ChartTexts;
}

interface ReadHeadlines {
  readonly article: Pick<Article, "charts" | "claims">;
  readonly receipts: readonly Receipt[];
}

/** The pages of charts, each made when first asked for, then kept. */
export interface ChartPages {
  one(id: string): Promise<ChartPage | null>;
  /** Whether readers are shown a chart of this id: one of an article that they see, or one that stands alone. */
  isShown(id: string): Promise<boolean>;
  /** All, by their ids. No article is read for it. */
  list(): Promise<readonly ListedChart[]>;
  /** The vintage that each shows, by their ids. Nothing is drawn for it. */
  days(): Promise<ReadonlyMap<string, VintageDate>>;
}

export function chartPages(reader: SeriesReader, checked: CheckedHeadline): ChartPages {
  const drawn = new Map<string, Promise<DrawnChart | null>>();
  const made = new Map<string, Promise<ChartPage | null>>();
  const isShown = async (id: string): Promise<boolean> => {
    const showing = checked.named.get(id);
    if (showing === "shown") return true;
    const loaded = await loadChart(id, checked.texts);
    // What stands alone was held against the vintage that it names; what is scheduled, with its article.
    return showing !== "scheduled" && loaded?.ok === true && loaded.definition.asOf !== undefined;
  };
  // Names that no chart has are not kept: there is no end to them.
  const draw = async (id: string) =>
    (await isShown(id)) ? keep(drawn, id, () => drawChart(id, reader, checked)) : null;
  const one = async (id: string): Promise<ChartPage | null> => {
    const chart = await draw(id);
    return chart && keep(made, id, () => buildChartPage(chart, reader, checked));
  };
  return {
    one,
    isShown,
    list: () => eachOf(checked.texts, draw),
    days: async () => {
      const days = await eachOf(
        checked.texts,
        async (id): Promise<[string, VintageDate] | null> => {
          const named = (await isShown(id)) ? await nameVintage(id, reader, checked) : null;
          return named && [id, named.asOf];
        },
      );
      return new Map(days);
    },
  };
}

/** What was made before under a name, or is made now. A failure is not kept. */
function keep<T>(kept: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(name);
  if (known) return known;
  const made = make();
  kept.set(name, made);
  made.catch(() => kept.delete(name));
  return made;
}

/** What is made of each chart that there is, one after the other: they share the few connections of the store with other readers. */
async function eachOf<T>(texts: ChartTexts, make: (id: string) => Promise<T | null>): Promise<T[]> {
  const all: T[] = [];
  for (const id of await chartIds(texts)) {
    const one = await make(id);
    if (one !== null) all.push(one);
  }
  return all;
}

/** A chart with the vintage that it shows: the one its first article shows; of no article the one that its definition names. */
interface NamedVintage {
  readonly definition: ChartDefinition;
  readonly showing: readonly ArticleOutline[];
  readonly asOf: VintageDate;
}

/** Null when there is no such chart, or no vintage. */
async function nameVintage(
  id: string,
  reader: SeriesReader,
  { articles, texts }: CheckedHeadline,
): Promise<NamedVintage | null> {
  const loaded = await loadChart(id, texts);
  if (loaded === null) return null;
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join("\n"));
  const { definition } = loaded;
  const showing = articles.filter(({ charts }) => charts.some((one) => one.id === id));
  const vintages = await vintagesOf(definition, reader);
  const day = showing[0]?.frontmatter.asOf ?? definition.asOf ?? vintages.at(-1);
  // The newest that is not after the day.
  const asOf = vintages.findLast((date) => day !== undefined && date <= day);
  return asOf === undefined ? null : { definition, showing, asOf };
}

interface DrawnChart extends ListedChart {
  readonly definition: ChartDefinition;
}

/** Throws when it cannot be drawn: the gate has drawn it before. */
async function drawChart(
  id: string,
  reader: SeriesReader,
  checked: CheckedHeadline,
): Promise<DrawnChart | null> {
  const named = await nameVintage(id, reader, checked);
  if (named === null) return null;
  const { definition, showing, asOf } = named;
  const viewed = await viewDefinition(definition, reader, asOf);
  if (!viewed.ok) throw new Error(viewed.problems.map(formatProblem).join("\n"));
  const articles = showing.map(({ slug, headline, frontmatter }) => ({
    slug,
    headline,
    published: frontmatter.published,
  }));
  return { view: viewed.view, articles, definition };
}

async function buildChartPage(
  { view, articles, definition }: DrawnChart,
  reader: SeriesReader,
  { readOf }: CheckedHeadline,
): Promise<ChartPage> {
  const [first] = articles;
  return {
    view,
    headline:
      first === undefined
        ? [headlineText(definition.headline)]
        : headlineParts(view.id, await readOf(first.slug)),
    asOf: view.plotted.asOf,
    articles,
    series: await seriesOf(definition, view, reader),
    licence: definition.source.licence,
  };
}

/** The headline cut at its claims, which have their receipts in the article. */
function headlineParts(id: string, { article, receipts }: ReadHeadlines): HeadlinePart[] {
  const file = `${id}.yml`;
  const ids = article.claims.filter(({ at }) => at.file.endsWith(file)).map((claim) => claim.id);
  const headline = article.charts.find((chart) => chart.id === id)?.headline;
  const [paragraph] = headline?.children ?? [];
  if (paragraph === undefined || !("children" in paragraph)) return [];
  let next = 0;
  return paragraph.children.map((node): HeadlinePart => {
    const text = toString(node);
    if (node.type !== "mdxJsxTextElement" || node.name !== "Claim") return text;
    const receipt = receipts.find((one) => one.id === ids[next]);
    next += 1;
    if (receipt === undefined) throw new Error(`A claim of the chart "${id}" has no receipt`);
    return { text, receipt };
  });
}

async function seriesOf(
  definition: ChartDefinition,
  { plotted }: ChartView,
  reader: SeriesReader,
): Promise<ChartPage["series"]> {
  const keys = new Set([...keysOf(definition), ...plotted.series.flatMap((one) => one.keys)]);
  const described = [];
  for (const key of keys) described.push(await reader.describe(key));
  return described.flatMap((series) =>
    series === null ? [] : [{ key: series.key, title: series.title }],
  );
}
