import { parseArticle } from "#lib/articles/article";
import { componentRules, type ComponentRule } from "#lib/articles/component-rules";
import type { Problem } from "#lib/series/problem";
import { rememberingReader } from "#lib/series/remembering-reader";
import { createReader } from "#lib/store/reader";
import type { Store } from "#lib/store/store";
import { listReleases } from "#lib/store/vintage-rows";
import type { ArticlePage } from "./article-page.ts";
import { buildArticlePage } from "./build-article-page.ts";
import { checkArticleText } from "./check-one.ts";
import { contentFolder, loadHeadlines } from "./content.ts";
import { seriesPath } from "./data-page-query.ts";
import { loadWords } from "./load-words.ts";

/** A component with its rule. */
export interface GuideEntry extends ComponentRule {
  readonly name: string;
}

/** What editors are shown of the components of articles. */
export interface ComponentGuide {
  readonly entries: readonly GuideEntry[];
  /**
   * The examples as one article, each under a `##` heading with the name of its component; its claims lead to the series that they
   * rest on. Null where the gate refuses them, as over a folder of content that lacks their chart.
   */
  readonly page: ArticlePage | null;
  /** Why it does. */
  readonly problems: readonly Problem[];
}

const file = "lib/articles/component-rules.ts";

/** An article has one dek, and that of the examples is not shown. */
const shownLive = Object.entries(componentRules).filter(([name]) => name !== "Dek");

/** The components of articles, their examples held against the data and ready to be shown as an article is. */
export async function openComponentGuide(
  store: Store,
  folder = contentFolder,
): Promise<ComponentGuide> {
  const reader = rememberingReader(createReader(store));
  const heldVintages = (await listReleases(store)).flatMap(({ vintages }) => vintages);
  const { headlines } = await loadHeadlines(folder);
  const { words } = await loadWords(folder);
  const source = sourceOf(words.topics?.[0]?.name ?? "Components");
  const { article, problems } = parseArticle(source, { slug: "components", file }, headlines);
  const entries = Object.entries(componentRules).map(([name, rule]) => ({ ...rule, name }));
  if (article === null) return { entries, page: null, problems };
  const setting = { reader, heldVintages, ...words, folder };
  const { checked, problems: found } = await checkArticleText(article, setting);
  const all = [...problems, ...found];
  if (all.length > 0) return { entries, page: null, problems: all };
  const page = await buildArticlePage(checked, reader);
  return { entries, page: withoutReceipts(page), problems: [] };
}

/** The examples one after another, each under the name of its component. */
function sourceOf(topic: string): string {
  const sections = shownLive.map(([name, { example }]) => `## ${name}\n\n${example}\n`);
  return `---
id: components-of-articles
byline: Tickmark
topic: ${topic}
published: 2026-11-23
updated: 2026-11-23
asOf: 2026-06-18
sources:
  - id: treasury-2026-01
    publisher: U.S. Department of the Treasury
    title: "Press release sb0365: Treasury International Capital data for November 2025"
    date: 2026-01-15
    url: null
    figures: ["$115.2 billion"]
---

# Components

<Dek>What an article is made of.</Dek>

${sections.join("\n")}`;
}

/** The examples have no receipts of their own: a claim of theirs leads to the first series that it rests on. */
function withoutReceipts(page: ArticlePage): ArticlePage {
  const receipts = Object.values(page.receipts).map((receipt) => {
    const [cell] = receipt.cells;
    return [receipt.id, cell ? { ...receipt, path: seriesPath(cell.key) } : receipt] as const;
  });
  return { ...page, receipts: Object.fromEntries(receipts) };
}
