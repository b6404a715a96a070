import type { ArticlePage } from "#lib/site/article-page";
import { listCorrections } from "../../_data/corrections.ts";
import { getLedger, getLedgerFiles } from "../../_data/ledger.ts";
import { absoluteUrl } from "../../_data/site-url.ts";
import { articleSchema } from "./article-schema.ts";
import { scriptSafeJson } from "./script-safe-json.ts";

/** The article as schema.org data, for search engines. */
export async function ArticleJsonLd({ page }: { page: ArticlePage }) {
  const [ledger, files, corrections] = await Promise.all([
    getLedger(page.slug),
    getLedgerFiles(page.slug),
    listCorrections(),
  ]);
  if (ledger === null || files === null) return null;
  const article = articleSchema(page, {
    sources: ledger.sources,
    files,
    corrections: corrections.filter((correction) => correction.article.slug === page.slug),
    absoluteUrl,
  });
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: scriptSafeJson(article) }}
    />
  );
}
