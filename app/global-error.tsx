"use client";

import { FailedRequest } from "./_components/site/failed-request.client.tsx";
import "./_type/core.css";
import "./tokens.css";
import "./globals.css";

/** Shown when even the masthead could not be made; it stands alone, so it brings its own page. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en-US">
      <body>
        <title>Error · Tickmark</title>
        <main className="notice" role="alert">
          <p className="kicker">Tickmark</p>
          <h1>This page could not be made.</h1>
          <p>The fault is ours. What is already published still stands.</p>
          <p>
            <button type="button" onClick={reset}>
              Try again
            </button>{" "}
            {/* oxlint-disable-next-line next-own/no-html-link-for-pages -- the router may be what failed */}
            <a href="/">Front page</a>
          </p>
          <FailedRequest digest={error.digest} />
        </main>
      </body>
    </html>
  );
}
