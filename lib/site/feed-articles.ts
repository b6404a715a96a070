import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { Article } from "#lib/articles/article";
import type { ArticleCorrection, Frontmatter } from "#lib/articles/frontmatter";
import { articleHtml, type OutsideChart } from "#lib/articles/html";
import { entryId } from "#lib/feeds/entry-id";
import type { PlannedEntry } from "#lib/feeds/feed";
import { formatDay } from "#lib/series/format";
import type { ChartView } from "./chart-view.ts";
import { newestFirst } from "./corrections.ts";
import type { FeedPicture } from "./feed-picture.ts";
import { feedTimesOf } from "./feed-times.ts";
import type { Receipt } from "./receipt.ts";

/** What a feed takes from an article's page. */
export interface FeedPage {
  readonly receipts: Readonly<Record<string, Pick<Receipt, "path">>>;
  readonly charts: Readonly<Record<string, FeedChart>>;
}

export type FeedChart = Pick<ChartView, "id" | "alt" | "source" | "table" | "pngPath">;

/** What an entry is known by, and all of a correction. */
export interface FeedHeading extends Pick<Article, "slug" | "headline" | "dek"> {
  readonly frontmatter: Pick<Frontmatter, "id" | "byline" | "topic" | "said" | "corrections">;
}

/** What an article is written from: the text and the page when a document has it. */
export interface FeedArticle {
  readonly heading: FeedHeading;
  readonly whole: () => Promise<{ readonly article: Article; readonly page: FeedPage }>;
}

/** Gives a chart's picture, or null when it cannot be drawn. */
export type DrawPicture = (view: FeedChart) => Promise<FeedPicture | null>;

/** Every article whole, and each of its corrections as an entry of its own. */
export function articleEntries(
  articles: readonly FeedArticle[],
  draw: DrawPicture,
): PlannedEntry[] {
  return articles.flatMap((one) => [articleEntry(one, draw), ...correctionEntries(one.heading)]);
}

function articleEntry({ heading, whole }: FeedArticle, draw: DrawPicture): PlannedEntry {
  const { headline, dek, frontmatter } = heading;
  const { published, updated, changed } = feedTimesOf(frontmatter);
  return {
    ...headingOf(heading),
    kind: "article",
    id: entryId("article", frontmatter.id),
    title: headline,
    ...{ published, updated, changed },
    write: async () => {
      const { article, page } = await whole();
      const body = await bodyOf(article, page, draw);
      return { summary: dek, html: correctedHtml(newestFirst(frontmatter)) + body };
    },
  };
}

/** The corrections of an article, each under a name that neither its place nor its words change. */
export function correctionEntries(article: Omit<FeedHeading, "dek">): PlannedEntry[] {
  const { corrections, id } = article.frontmatter;
  const { corrections: times } = feedTimesOf(article.frontmatter);
  return corrections.flatMap((correction, position) => {
    const { wrong, right } = correction;
    const time = times[position];
    if (time === undefined) return [];
    const heading = headingOf(article);
    return {
      ...heading,
      categories: [...heading.categories, "Corrections"],
      kind: "correction",
      id: entryId("correction", id, correction.id),
      path: `/articles/${article.slug}#corrections`,
      title: `Correction: ${article.headline}`,
      published: time.published,
      updated: time.published,
      changed: time.changed,
      write: () => ({
        summary: `It said: ${wrong} It says now: ${right}`,
        html: toHtml([
          ...whatChanged(correction),
          h("p", [
            "The article: ",
            h("a", { href: `/articles/${article.slug}` }, article.headline),
          ]),
        ]),
      }),
    };
  });
}

function headingOf({ slug, frontmatter }: Pick<FeedHeading, "slug" | "frontmatter">) {
  return {
    path: `/articles/${slug}`,
    author: frontmatter.byline,
    categories: [frontmatter.topic],
  };
}

/** What a corrected article begins with; nothing when it was not. */
function correctedHtml(corrections: readonly ArticleCorrection[]): string {
  return toHtml(
    corrections.map((correction) =>
      h("blockquote", [
        h("p", [h("strong", `Corrected ${formatDay(correction.date)}.`)]),
        ...whatChanged(correction),
      ]),
    ),
  );
}

function whatChanged({ wrong, right, why }: ArticleCorrection) {
  return [
    h("p", ["It said: ", h("del", wrong)]),
    h("p", ["It says now: ", h("ins", right)]),
    h("p", `Why: ${why}`),
  ];
}

/** The article's text. Addresses are paths; the feed makes them absolute. */
async function bodyOf(article: Article, page: FeedPage, draw: DrawPicture): Promise<string> {
  const path = `/articles/${article.slug}`;
  const charts = new Map<string, OutsideChart>();
  // One after the other: drawing keeps the processor busy, and others wait for it too.
  for (const view of Object.values(page.charts)) {
    const { alt, source, table } = view;
    charts.set(view.id, { picture: await draw(view), alt, source, table });
  }
  return articleHtml(article, {
    article: path,
    receipt: (claimId) => page.receipts[claimId]?.path ?? path,
    chart: (id) => {
      const chart = charts.get(id);
      if (!chart) throw new Error(`The chart ${id} of ${article.slug} is not on its page`);
      return chart;
    },
  });
}
