import type { CheckedArticle } from "#lib/articles/check-article";
import type { Ledger } from "#lib/evidence/ledger";
import type { SeriesReader } from "#lib/series/reader";
import type { ArticlePage } from "./article-page.ts";
import { chartsOf, receiptsOf, writeArticlePage } from "./build-article-page.ts";
import type { HeldRelease } from "./build-home-page.ts";
import type { ChartView } from "./chart-view.ts";
import { buildLedger } from "./ledger.ts";
import { buildNowPage, type NowPage } from "./now-page.ts";
import { once } from "./once.ts";
import type { Receipt } from "./receipt.ts";
import type { SharedContent } from "./shared-content.ts";

/** What is made of one article, each when first asked for: who needs its receipts does not wait for its page. */
export interface ArticleParts {
  checked(): Promise<CheckedArticle>;
  receipts(): Promise<readonly Receipt[]>;
  charts(): Promise<readonly ChartView[]>;
  page(): Promise<ArticlePage>;
  now(): Promise<NowPage>;
  ledger(): Promise<Ledger>;
}

export function articleParts(
  read: () => Promise<CheckedArticle>,
  releases: readonly HeldRelease[],
  reader: SeriesReader,
  shared: SharedContent,
): ArticleParts {
  const checked = once(read);
  const receipts = once(async () => receiptsOf(await checked(), reader));
  const charts = once(async () => chartsOf((await checked()).article, reader, shared.charts));
  const page = once(async () =>
    writeArticlePage(await checked(), {
      ...{ receipts: await receipts(), charts: await charts() },
      glossary: shared.glossary(),
    }),
  );
  return {
    ...{ checked, receipts, charts, page },
    now: once(async () =>
      buildNowPage(await checked(), await page(), releases, reader, shared.charts),
    ),
    ledger: once(async () => buildLedger(await checked(), await page(), reader)),
  };
}
