/**
 * What stands over a chart that a reader has changed: its headline is a checked claim about another picture. The line is
 * in the page from the start, because a live region is only heard when it was there before its words.
 */
export function ChangedNotice({
  subject,
  onRestore,
}: {
  /** What the headline is about; null while the chart is the article's own. */
  subject: string | null;
  onRestore: () => void;
}) {
  return (
    <div className="chart-changed">
      <p aria-live="polite">
        {subject === null ? null : `You changed this chart. Its headline is about ${subject}.`}
      </p>
      {subject === null ? null : (
        <button type="button" onClick={onRestore}>
          Back to the article’s chart
        </button>
      )}
    </div>
  );
}
