import { formatDay } from "#lib/series/format";
import { embedCode, embedPath } from "#lib/site/chart-embed-code";
import type { ChartPage } from "#lib/site/chart-page";
import { quotedTitle } from "#lib/series/quoted-title";
import { absoluteUrl, siteUrl } from "../../_data/site-url.ts";
import { CopyButton } from "../receipt/copy-button.client.tsx";

/** What to write under the chart, its licence, and the code that shows it elsewhere, pinned to its vintage. */
export function ChartCite({ page: { view, asOf, licence } }: { page: ChartPage }) {
  const source = view.source.replace(/^Source: /, "");
  const citation = `Tickmark, ${quotedTitle(`${view.headline}.`)} Data: ${source}. ${absoluteUrl(`/charts/${view.id}`)}`;
  const code = embedCode({
    origin: siteUrl().origin,
    path: embedPath(view.id, { asOf }),
    title: view.headline,
  });
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite and embed</h2>
      <p className="citation">{citation}</p>
      <CopyButton text={citation} />
      <p className="label">Licence of the data: {licence}.</p>
      <h3>On another site</h3>
      <p>
        As of the vintage of {formatDay(asOf)}, so that the picture stays as it is. Without{" "}
        <code>?asOf=</code> it follows the newest figures.
      </p>
      <pre className="chart-share-text" tabIndex={0}>
        {code}
      </pre>
      <CopyButton text={code} />
    </section>
  );
}
