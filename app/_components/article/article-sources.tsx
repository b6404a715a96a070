import type { ArticlePage } from "#lib/site/article-page";
import { Day } from "../site/day.tsx";
import { TickLegend } from "../tick/tick-legend.tsx";
import { sourceAnchor } from "./quoted.tsx";
import { SnapshotList } from "../receipt/snapshot-list.tsx";

/** The foot of an article: the files its figures come from, who is quoted, what was checked, and the key to the marks. */
export function ArticleSources({ page }: { page: ArticlePage }) {
  const { claims, quoted, exempt } = page.counts;
  const standings = Object.values(page.receipts).map(({ standing }) => standing);
  const moved = standings.filter((standing) => standing === "drifted" || standing === "flipped");
  return (
    <section className="sources" id="sources" aria-labelledby="sources-heading">
      <h2 id="sources-heading">Sources and checks</h2>
      <h3>The data</h3>
      <SnapshotList receipts={Object.values(page.receipts)} />
      {page.sources.length === 0 ? null : (
        <>
          <h3>Quoted</h3>
          <ol className="source-list">
            {page.sources.map((source) => (
              <li key={source.id} id={sourceAnchor(source.id)}>
                {source.publisher}, <cite>{sourceTitle(source)}</cite>, <Day date={source.date} />.
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>Checks</h3>
      <p>
        {claims} claims checked against the vintage named, {quoted} figures quoted, {exempt} exempt.{" "}
        {standings.length - moved.length} of {standings.length} claims also hold in the newest
        vintage held, of <Day date={page.latest} />
        {moved.length === 0 ? "." : `; ${moved.length} have moved since, and are marked.`}
      </p>
      <TickLegend />
    </section>
  );
}

function sourceTitle({ title, url }: ArticlePage["sources"][number]) {
  return url === null ? title : <a href={url}>{title}</a>;
}
