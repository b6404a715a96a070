import type { Asker } from "./live-state.ts";

/** What a chart belongs to: an article, whose headline over it is a claim, or a page about the figures themselves. */
export type ChartSubject = "article" | "page";

const words = {
  article: { about: "Its headline", restore: "Back to the article’s chart" },
  page: { about: "This page", restore: "Back to the page’s chart" },
} as const satisfies Record<ChartSubject, object>;

/**
 * What stands over a chart that a reader has changed: its headline is a checked claim about another picture. The line is
 * in the page from the start, because a live region is only heard when it was there before its words.
 */
export function ChangedNotice({
  subject,
  of,
  by,
  notices,
  onRestore,
}: {
  /** What the headline is about; null while the chart is the article's own. */
  subject: string | null;
  of: ChartSubject;
  /** Who asked for what is shown: a reader who followed a link has changed nothing. */
  by: Asker;
  /** What of a link to a view could not be followed. */
  notices: readonly string[];
  onRestore: () => void;
}) {
  return (
    <div className="chart-changed">
      <p aria-live="polite">
        {[
          ...notices,
          ...(subject === null
            ? []
            : [
                `${by === "reader" ? "You changed this chart" : "This is another view of the chart"}. ${words[of].about} is about ${subject}.`,
              ]),
        ].join(" ") || null}
      </p>
      {subject === null ? null : (
        <button type="button" onClick={onRestore}>
          {words[of].restore}
        </button>
      )}
    </div>
  );
}
