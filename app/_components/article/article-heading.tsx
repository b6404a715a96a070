import type { ReactNode } from "react";
import type { ArticlePage } from "#lib/site/article-page";
import { DeskStanding } from "../desk/desk-standing.tsx";
import { Day, Moment } from "../site/day.tsx";

/** The dek, and below it the head of a working paper: who prepared it, when, from which vintage, and what was checked. */
export function ArticleHeading({ page, children }: { page: ArticlePage; children: ReactNode }) {
  const { claims, figures, words } = page.counts;
  return (
    <>
      <div className="dek">{children}</div>
      <dl className="working-paper">
        <div>
          <dt>Prepared by</dt>
          <dd>{page.byline}</dd>
        </div>
        <div>
          <dt>{page.updated === page.published ? "Published" : "Updated"}</dt>
          <dd>
            <Day date={page.updated} />
            {page.updated === page.published ? null : (
              <span className="working-paper-note">
                first published <Day date={page.published} />
              </span>
            )}
            {page.corrected === null ? null : (
              <span className="working-paper-note">
                <a href="#corrections">corrected</a> <Moment at={page.corrected} />
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>Figures as published</dt>
          <dd>
            <Day date={page.asOf} />
            <span className="working-paper-note">
              a vintage: the figures as they stood that day
            </span>
          </dd>
        </div>
        <div>
          <dt>Checked</dt>
          <dd>
            {figures.checked} of {figures.claimed} figures
            <span className="working-paper-note">
              {words.claimed === 0
                ? ""
                : `and ${words.checked} of ${words.claimed} comparing words, `}
              in {claims} {claims === 1 ? "claim" : "claims"}; {page.readingMinutes}{" "}
              {page.readingMinutes === 1 ? "minute" : "minutes"} to read
            </span>
          </dd>
        </div>
      </dl>
      <DeskStanding standing={page.desk} />
    </>
  );
}
