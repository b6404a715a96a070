import type { PreviewProblem } from "#lib/site/preview-page";
import { problemAnchor } from "./problem-mark.tsx";

/** Every problem of an article with its place in the file, what is wrong and what to do; those in the text lead there. */
export function ProblemList({
  problems,
  isStale,
}: {
  problems: readonly PreviewProblem[];
  /** Whether the text shown is an earlier one, where they do not stand. */
  isStale: boolean;
}) {
  if (problems.length === 0) {
    return <p className="preview-none">Everything is borne out and accounted for.</p>;
  }
  return (
    <ol className="preview-problems">
      {problems.map(({ number, place, kind, message, fix, isInText }) => (
        <li key={number}>
          <p className="preview-place">
            <b>{number}</b>
            {isInText && !isStale ? (
              <a href={`#${problemAnchor(number)}`}>{place}</a>
            ) : (
              <span>{place}</span>
            )}
            <span className="preview-kind">{kind}</span>
          </p>
          <p>{message}.</p>
          {fix === null ? null : <p className="preview-fix">{fix}.</p>}
        </li>
      ))}
    </ol>
  );
}
