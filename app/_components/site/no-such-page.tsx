import type { ReactNode } from "react";

/**
 * What a page shows when its address names nothing: a whole page, for Next's `notFound()` leaves all but the status to a
 * script when a page is made on request. The status comes from the mark: our server answers 404 for a page that has it, and
 * the page cache does not keep it.
 */
export function NoSuchPage({ children }: { children: ReactNode }) {
  return (
    <div className="notice">
      <meta name="tickmark:status" content="404" />
      <meta name="robots" content="noindex" />
      <p className="kicker">404</p>
      {children}
    </div>
  );
}
