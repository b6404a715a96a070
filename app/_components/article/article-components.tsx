import { isValidElement, type ReactNode } from "react";
import type { ArticlePage } from "#lib/site/article-page";
import type { ShowAttributes } from "#lib/site/chart-shows";
import { differencesOf, type NowPage } from "#lib/site/now-page";
import { ChartFigure } from "../chart/chart-figure.tsx";
import { Term } from "../glossary/term.tsx";
import { NowChartNote } from "../now/now-chart-note.tsx";
import { NowClaimText } from "../now/now-claim.tsx";
import { NowSummary } from "../now/now-summary.tsx";
import { ThenNow } from "../now/then-now.tsx";
import { ArticleHeading } from "./article-heading.tsx";
import { Claim } from "./claim.tsx";
import { Exempt } from "./exempt.tsx";
import { Quoted } from "./quoted.tsx";
import { Show } from "./show.tsx";

interface WithChildren {
  readonly children?: ReactNode;
}

/**
 * What an article's text is made of. A reference that leads nowhere is a bug of the compiler, which has checked them
 * all, and throws.
 */
export function articleComponents(page: ArticlePage, now: NowPage | null) {
  const differences = now === null ? [] : differencesOf(now).map(({ id }) => id);
  return {
    h2: ({ id, children }: WithChildren & { id?: string }) => (
      <h2 id={id ?? page.contents.find(({ text }) => text === children)?.id}>{children}</h2>
    ),
    table: ({ children }: WithChildren) => (
      <div className="ledger-scroll" tabIndex={0} role="group" aria-label="Table">
        <table className="ledger">{children}</table>
      </div>
    ),
    Dek: ({ children }: WithChildren) => (
      <>
        <ArticleHeading page={page}>{children}</ArticleHeading>
        <ThenNow page={page} here={now === null ? "then" : "now"} first={differences[0]} />
        {now === null ? null : <NowSummary now={now} />}
      </>
    ),
    Claim: ({ id, children }: WithChildren & { id: string }) => {
      const receipt = required(page.receipts[id], "claim", id);
      if (now === null) return <Claim receipt={receipt}>{children}</Claim>;
      return (
        <NowClaimText
          receipt={receipt}
          now={required(
            now.claims.find((claim) => claim.id === id),
            "claim",
            id,
          )}
          newest={now.newest}
          next={differences[differences.indexOf(id) + 1] ?? null}
        >
          {children}
        </NowClaimText>
      );
    },
    Quoted: ({ source, children }: WithChildren & { source: string }) => (
      <Quoted
        source={required(
          page.sources.find(({ id }) => id === source),
          "source",
          source,
        )}
      >
        {children}
      </Quoted>
    ),
    Exempt: ({ reason, children }: WithChildren & { reason?: string }) => (
      <Exempt reason={reason}>{children}</Exempt>
    ),
    Chart: ({ id, children }: WithChildren & { id: string }) => {
      const drawn = now?.charts[id];
      return (
        <>
          <ChartFigure
            view={drawn?.view ?? required(page.charts[id], "chart", id)}
            headline={phrasesOf(children)}
            links={page.links[id]}
          />
          {drawn === undefined ? null : <NowChartNote chart={drawn} page={page} />}
        </>
      );
    },
    Term: ({ id, children }: WithChildren & { id: string }) => (
      <Term
        term={required(
          page.terms.find((term) => term.id === id),
          "term",
          id,
        )}
      >
        {children}
      </Term>
    ),
    Show: ({ chart, children, ...asked }: WithChildren & ShowAttributes & { chart: string }) => (
      <Show view={required(page.charts[chart], "chart", chart)} asked={asked}>
        {children}
      </Show>
    ),
    Note: ({ children }: WithChildren) => (
      <aside className="note" role="note">
        {children}
      </aside>
    ),
  };
}

/** MDX puts a paragraph round what stands on lines of its own, and a heading may hold none. */
function phrasesOf(children: ReactNode): ReactNode {
  return isValidElement<WithChildren>(children) && children.type === "p"
    ? children.props.children
    : children;
}

function required<Found>(found: Found | undefined, noun: string, id: string): Found {
  if (found === undefined) throw new Error(`The article has no ${noun} "${id}"`);
  return found;
}
