import Link from "next/link";
import { formatDay } from "#lib/series/format";
import type { ArticlePage } from "#lib/site/article-page";
import { getLedger, getLedgerFiles } from "../../_data/ledger.ts";
import { LedgerFileLinks } from "./ledger-files.tsx";
import { shortLedger } from "./short-ledger.ts";
import "../../_styles/article-ledger.css";

/** Every claim of an article at its end, folded away, and the files with which somebody else can check them. */
export async function ArticleLedger({ page }: { page: Pick<ArticlePage, "slug"> }) {
  const [ledger, files] = await Promise.all([getLedger(page.slug), getLedgerFiles(page.slug)]);
  if (ledger === null || files === null) return null;
  const { claims, cells, article, newest } = ledger;
  return (
    <section className="sources article-ledger" id="ledger" aria-labelledby="ledger-heading">
      <h2 id="ledger-heading">The ledger</h2>
      <p>
        All {claims.length} claims of this article and the {cells.length} published figures that
        they rest on. <Link href={`/articles/${page.slug}/ledger`}>The whole ledger</Link> has what
        each claim computes, and <Link href={`/articles/${page.slug}/history`}>the history</Link>{" "}
        what each vintage made of it. The evidence holds the figures with their places in the
        Treasury’s files, and a short program that checks every claim without us.
      </p>
      <LedgerFileLinks slug={page.slug} files={files} />
      <details className="fold ledger-fold">
        <summary>Show the {claims.length} claims</summary>
        <div className="ledger-scroll" role="region" aria-label="Claims" tabIndex={0}>
          <table className="ledger">
            <caption>
              As published: the vintage of {formatDay(article.asOf)}, unless a claim names its own.
              Now: that of {formatDay(newest)}.
            </caption>
            <thead>
              <tr>
                <th scope="col">No.</th>
                <th scope="col">Claim</th>
                <th scope="col" className="figure">
                  Computed
                </th>
                <th scope="col">As published</th>
                <th scope="col">Now</th>
              </tr>
            </thead>
            <tbody dangerouslySetInnerHTML={{ __html: shortLedger(claims) }} />
          </table>
        </div>
      </details>
    </section>
  );
}
