"use client";

import { FailedRequest } from "./_components/site/failed-request.client.tsx";

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
      <FailedRequest digest={error.digest} />
    </div>
  );
}
