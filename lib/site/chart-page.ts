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

/** Everything the page of a chart shows. */
export interface ChartPage {
  readonly view: ChartView;
  readonly headline: readonly HeadlinePart[];
  /** The vintage that the headline was checked against, which is the one the chart shows. */
  readonly asOf: VintageDate;
  readonly articles: readonly ChartUse[];
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
  /** All, by their ids. */
  all(): Promise<readonly ChartPage[]>;
}

export function chartPages(reader: SeriesReader, checked: CheckedHeadline): ChartPages {
  const made = new Map<string, Promise<ChartPage | null>>();
  const isShown = async (id: string): Promise<boolean> => {
    const showing = checked.named.get(id);
    if (showing === "shown") return true;
    const loaded = await loadChart(id, checked.texts);
    // What stands alone was held against the vintage that it names; what is scheduled, with its article.
    return showing !== "scheduled" && loaded?.ok === true && loaded.definition.asOf !== undefined;
  };
  const one = async (id: string): Promise<ChartPage | null> => {
    // Names that no chart has are not kept: there is no end to them.
    if (!(await isShown(id))) return null;
    const page = made.get(id) ?? buildChartPage(id, reader, checked);
    made.set(id, page);
    // A failure is not kept.
    page.catch(() => made.delete(id));
    return page;
  };
  return {
    one,
    isShown,
    all: async () => {
      const pages: ChartPage[] = [];
      // One after the other: they share the few connections of the store with whoever reads meanwhile.
      for (const id of await chartIds(checked.texts)) {
        const page = await one(id);
        if (page !== null) pages.push(page);
      }
      return pages;
    },
  };
}

/**
 * The page of a chart as its first article shows it; a chart of no article as of the vintage that its definition names. Null
 * when there is no such chart. Throws when it cannot be drawn: the gate has drawn it before.
 */
async function buildChartPage(
  id: string,
  reader: SeriesReader,
  { articles, readOf, texts }: CheckedHeadline,
): Promise<ChartPage | null> {
  const loaded = await loadChart(id, texts);
  if (loaded === null) return null;
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join("\n"));
  const { definition } = loaded;
  const showing = articles.filter(({ charts }) => charts.some((one) => one.id === id));
  const [first] = showing;
  const asOf =
    first?.frontmatter.asOf ?? definition.asOf ?? (await vintagesOf(definition, reader)).at(-1);
  if (asOf === undefined) return null;
  const viewed = await viewDefinition(definition, reader, asOf);
  if (!viewed.ok) throw new Error(viewed.problems.map(formatProblem).join("\n"));
  const { view } = viewed;
  return {
    view,
    headline:
      first === undefined
        ? [headlineText(definition.headline)]
        : headlineParts(id, await readOf(first.slug)),
    asOf: view.plotted.asOf,
    articles: showing.map(({ slug, headline, frontmatter }) => ({
      slug,
      headline,
      published: frontmatter.published,
    })),
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
