"use client";

/** A page that could not be made. Says what is still true, and offers to try again. */
export default function ErrorNotice({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="notice" role="alert">
      <p className="kicker">Error</p>
      <h1>This page could not be made.</h1>
      <p>
        The fault is ours. What is already published still stands, and nothing in the store has
        changed.
      </p>
      <p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </p>
      {error.digest === undefined ? null : <p className="label">Reference {error.digest}</p>}
    </div>
  );
}
