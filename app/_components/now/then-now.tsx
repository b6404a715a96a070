import { formatDay } from "#lib/series/format";
import type { ArticlePage } from "#lib/site/article-page";
import { tallyClaims } from "../article/tally-claims.ts";
import { ThenNowLinks, type Reading } from "./then-now-links.client.tsx";
import "../../_styles/now.css";

/**
 * The switch of an article between its figures as published and the newest held: two addresses, so that it needs no script.
 * It goes along with the text where there is something newer to look up.
 */
export function ThenNow({
  page,
  here,
  first,
}: {
  page: ArticlePage;
  here: Reading;
  /** The first claim marked in the text that is read now. */
  first?: string | undefined;
}) {
  const { judged, holding } = tallyClaims(Object.values(page.receipts));
  const moved = judged - holding;
  const isNewer = page.latest > page.asOf;
  return (
    <nav className="then-now" aria-label="Figures as published or now" data-newer={isNewer}>
      <ThenNowLinks
        path={`/articles/${page.slug}`}
        here={here}
        then={formatDay(page.asOf)}
        now={isNewer ? formatDay(page.latest) : "nothing newer held"}
      />
      {!isNewer ? null : (
        <p className="then-now-note">
          {first === undefined ? (
            movedWords(moved, judged)
          ) : (
            <a href={`#claim-${first}`}>First difference</a>
          )}
        </p>
      )}
    </nav>
  );
}

/** "9 of 92 claims have moved": those that the newest figures no longer bear out. */
function movedWords(moved: number, judged: number): string {
  if (moved === 0) return `All ${judged} claims still hold`;
  return `${moved} of ${judged} claims ${moved === 1 ? "has" : "have"} moved`;
}
