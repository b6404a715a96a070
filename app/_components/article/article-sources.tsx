import { formatDay } from "#lib/series/format";
import type { ArticlePage } from "#lib/site/article-page";
import { Day } from "../site/day.tsx";
import { TickLegend } from "../tick/tick-legend.tsx";
import { sourceAnchor } from "./quoted.tsx";
import { SnapshotList } from "../receipt/snapshot-list.tsx";
import { otherMarks } from "./other-marks.ts";
import { tallyClaims, type ClaimTally } from "./tally-claims.ts";

/** The foot of an article: the files its figures come from, who is quoted, what was checked, and the key to the marks. */
export function ArticleSources({ page, now = false }: { page: ArticlePage; now?: boolean }) {
  const { claims, figures, words } = page.counts;
  const tally = tallyClaims(Object.values(page.receipts));
  const moved = tally.judged - tally.holding;
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
        {figures.checked} of {figures.claimed} figures and {words.checked} of {words.claimed}{" "}
        comparing words, in {claims} claims, are borne out by the vintage named.{" "}
        {otherMarks(figures, words)} {tally.holding} of {tally.judged} claims hold in the newest
        vintage held, of <Day date={page.latest} />
        {moved === 0 ? "" : `; ${moved} ${moved === 1 ? "has" : "have"} moved since, marked so`}
        {tally.pinned === 0 ? "." : `; ${pinnedClause(tally)}.`}
      </p>
      <TickLegend now={now} />
    </section>
  );
}

/** "3 are about the vintage of February 18, 2026, and are not judged by later ones" */
function pinnedClause({ pinned, pinnedTo }: ClaimTally): string {
  const days = pinnedTo.map(formatDay).join("; ");
  const vintages = pinnedTo.length === 1 ? "the vintage" : "the vintages";
  const [about, are] = pinned === 1 ? ["is about", "is"] : ["are about", "are"];
  return `${pinned} ${about} ${vintages} of ${days}, and ${are} not judged by later ones`;
}

function sourceTitle({ title, url }: ArticlePage["sources"][number]) {
  return url === null ? title : <a href={url}>{title}</a>;
}
