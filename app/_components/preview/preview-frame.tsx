import Link from "next/link";
import type { ReactNode } from "react";
import type { ArticlePreview, Publication } from "#lib/site/preview-page";
import { ClaimList } from "./claim-list.tsx";
import { CoverageLedger } from "./coverage-ledger.tsx";
import { PreviewLive } from "./preview-live.client.tsx";
import { previewPath, type PreviewTab } from "./preview-path.ts";
import { ProblemList } from "./problem-list.tsx";
import { VintageChoice } from "./vintage-choice.tsx";
import "../../_styles/preview.css";
import "../../_styles/preview-bar.css";
import "../../_styles/preview-problems.css";

const tabs = { article: "Article", feed: "Feed", card: "Social card" } as const;
const tabNames: readonly PreviewTab[] = ["article", "feed", "card"];

/** An article under an editor's bar: what is wrong, what was counted, what each claim comes to. */
export function PreviewFrame({
  preview,
  tab,
  children,
}: {
  preview: ArticlePreview;
  tab: PreviewTab;
  children: ReactNode;
}) {
  const { slug, file, publication, mark, at, problems, read, staleSince } = preview;
  const count = sayCount(problems.length);
  return (
    <div className="preview">
      <header className="preview-bar">
        <p className="preview-what">
          <Link href="/preview" prefetch={false}>
            Preview
          </Link>
          <b className={publication?.state === "published" ? undefined : "preview-unpublished"}>
            {sayState(publication)}
          </b>
          <code>{file}</code>
        </p>
        <nav className="preview-tabs" aria-label="Preview as">
          {tabNames.map((name) => (
            <Link
              key={name}
              href={previewPath(slug, name)}
              prefetch={false}
              aria-current={name === tab ? "page" : undefined}
            >
              {tabs[name]}
            </Link>
          ))}
        </nav>
        <PreviewLive address={`/preview/${slug}/changes`} mark={mark} at={at}>
          <a href="#preview-problems" className={problems.length > 0 ? "preview-wrong" : undefined}>
            {count}
          </a>
        </PreviewLive>
      </header>
      {staleSince === null ? null : (
        <p className="remark preview-stale" role="alert">
          The file could not be read since {timeOf(staleSince)}. Below is the article as it was
          before; mend the first problem and it goes on.
        </p>
      )}
      <div className="preview-zones">
        <aside className="preview-desk" aria-label="Editor’s notes">
          <section aria-labelledby="preview-problems">
            <h2 id="preview-problems">{count}</h2>
            <ProblemList problems={problems} isStale={staleSince !== null} />
          </section>
          {read === null ? null : (
            <>
              <section aria-labelledby="preview-coverage">
                <h2 id="preview-coverage">Coverage</h2>
                <CoverageLedger counts={read.page.counts} />
              </section>
              <section aria-labelledby="preview-vintage">
                <h2 id="preview-vintage">At another vintage</h2>
                <VintageChoice read={read} />
              </section>
              <details className="preview-fold" open={read.readAt !== null}>
                <summary>
                  {read.claims.length === 1 ? "1 claim" : `${read.claims.length} claims`}
                </summary>
                <ClaimList read={read} />
              </details>
            </>
          )}
        </aside>
        <div className="preview-sheet">{children}</div>
      </div>
    </div>
  );
}

function sayCount(count: number): string {
  if (count === 0) return "No problems";
  return count === 1 ? "1 problem" : `${count} problems`;
}

/** Whether readers have it, in words. */
export function sayState(publication: Publication | null): string {
  if (publication === null) return "Not readable";
  if (publication.state === "draft") return "Draft";
  if (publication.state === "published") return "Published";
  return `Scheduled for ${publication.appears.slice(0, 16).replace("T", ", ")} UTC`;
}

/** "10:42:03 UTC" */
export function timeOf(instant: string): string {
  return `${instant.slice(11, 19)} UTC`;
}
