import { formatDay } from "#lib/series/format";
import { citeSeries } from "#lib/site/data-citation";
import type { DataPage } from "#lib/site/data-page";
import { seriesPath } from "#lib/site/data-page-query";
import { absoluteUrl } from "../../_data/site-url.ts";
import { CopyButton } from "../receipt/copy-button.client.tsx";

/** What to write under figures taken from here: a sentence, BibTeX, and the expression that an article would use. */
export function SeriesCite({ page }: { page: DataPage }) {
  const { series, release, vintage, expression, claims } = page;
  const address = absoluteUrl(seriesPath(series.key, { asOf: vintage.date }));
  const { text, bibtex } = citeSeries(series, release, vintage, address);
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite and compute</h2>
      <p className="citation">{text}</p>
      <CopyButton text={text} />
      <details>
        <summary>BibTeX</summary>
        <pre className="data-code" tabIndex={0}>
          {bibtex}
        </pre>
        <CopyButton text={bibtex} />
      </details>
      {expression === null ? null : (
        <>
          <h3>As an expression</h3>
          <p className="data-expression">
            <code>{expression}</code>
          </p>
          <CopyButton text={expression} />
        </>
      )}
      {claims.length === 0 ? null : (
        <>
          <h3 id="claims">As claims of an article</h3>
          <p>
            For editors: what this page shows, as of the vintage of {formatDay(vintage.date)}, with
            words that the figures bear out. Round them, or write others: the check says whether
            they hold.
          </p>
          <dl className="offered-claims">
            {claims.map(({ what, mdx }) => (
              <div key={mdx}>
                <dt>{what}</dt>
                <dd>
                  <code>{mdx}</code>
                  <CopyButton text={mdx} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
