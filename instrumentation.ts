import type { Instrumentation } from "next";

/** Runs once when a server starts, before it answers: gives the page cache its way to ask what the store has. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startTracing } = await import("./lib/seen/start-tracing.ts");
  await startTracing();
  const { keepWayOutside } = await import("./lib/site/outside-requests.ts");
  keepWayOutside();
  const { isCurrentPage, shownHolds } = await import("./app/_data/current-holds.ts");
  globalThis.tickmarkIsCurrent = isCurrentPage;
  const { meterStanding } = await import("./app/_data/standing-meters.ts");
  meterStanding();
  // The first question opens the store, which takes a moment: no reader shall be the one who waits for it.
  await shownHolds().catch(() => undefined);
  const { startListening } = await import("./app/_data/store-notices.ts");
  startListening();
  const { startSharingAllowances } = await import("./app/_data/share-allowances.ts");
  startSharingAllowances();
  const { startTellingHub } = await import("./app/_data/feed-hub.ts");
  startTellingHub();
}

/** What failed while Next answered, with its stack: the reader is told the request's id, and nothing else. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { seen } = await import("./lib/seen/seen.ts");
  const id = request.headers["x-request-id"];
  const { routePath: route, routeType: kind } = context;
  seen().log.error({ request: id, route, kind, err: error }, "An answer could not be made");
};

declare global {
  /** Whether a page is made of what the store and the content hold now, by the text that it carries; rejects when it cannot be told. */
  var tickmarkIsCurrent: ((made: string) => boolean | Promise<boolean>) | undefined;
}
