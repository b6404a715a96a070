import type { ReactNode } from "react";
import { readShow, type ShowAttributes } from "#lib/site/chart-shows";
import type { PreviewProblem, ReadArticle } from "#lib/site/preview-page";
import { articleComponents } from "../article/article-components.tsx";
import { ArticleHeading } from "../article/article-heading.tsx";
import { PreviewClaimText } from "./preview-claim.tsx";
import { ProblemMark, UnreadPart } from "./problem-mark.tsx";

interface WithChildren {
  readonly children?: ReactNode;
}

/**
 * What readers' pages are made of, and where something leads nowhere, its words. `problems` are those to be shown in the text;
 * none where it is an earlier state.
 */
export function previewComponents(read: ReadArticle, problems: readonly PreviewProblem[]) {
  const { page, claims } = read;
  const own = articleComponents(page, null);
  const problemsOf = (numbers = "") =>
    problems.filter(({ number }) => numbers.split(" ").includes(String(number)));
  return {
    ...own,
    Dek: ({ children }: WithChildren) => <ArticleHeading page={page}>{children}</ArticleHeading>,
    Claim: ({ id, children }: WithChildren & { id?: string }) => {
      const claim = claims.find((one) => one.id === id);
      if (claim === undefined) return children;
      return (
        <PreviewClaimText claim={claim} read={read}>
          {children}
        </PreviewClaimText>
      );
    },
    Quoted: ({ source, children }: WithChildren & { source?: string }) =>
      source !== undefined && page.sources.some(({ id }) => id === source) ? (
        <own.Quoted source={source}>{children}</own.Quoted>
      ) : (
        children
      ),
    Chart: ({ id = "", children }: WithChildren & { id?: string }) => {
      const view = page.charts[id];
      // The browser keeps what a chart was drawn from: one that is drawn from something else is another.
      if (view)
        return (
          <own.Chart key={`${view.measure} ${view.alt}`} id={id}>
            {children}
          </own.Chart>
        );
      return (
        <p className="preview-missing">
          The chart “{id}” is not drawn. {children}
        </p>
      );
    },
    Term: ({ id = "", children }: WithChildren & { id?: string }) =>
      page.terms.some((term) => term.id === id) ? (
        <own.Term id={id}>{children}</own.Term>
      ) : (
        children
      ),
    Show: ({
      chart = "",
      children,
      ...asked
    }: WithChildren & ShowAttributes & { chart?: string }) => {
      const view = page.charts[chart];
      if (!view || !readShow(asked, view).ok) return children;
      return (
        <own.Show chart={chart} {...asked}>
          {children}
        </own.Show>
      );
    },
    Problem: ({ numbers, children }: WithChildren & { numbers?: string }) => (
      <ProblemMark problems={problemsOf(numbers)}>{children}</ProblemMark>
    ),
    Unread: ({ numbers, children }: WithChildren & { numbers?: string }) => (
      <UnreadPart problems={problemsOf(numbers)}>{children}</UnreadPart>
    ),
  };
}
