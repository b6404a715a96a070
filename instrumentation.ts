/** Runs once when a server starts, before it answers: gives the page cache its way to ask what the store has. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { keepWayOutside } = await import("./lib/site/outside-requests.ts");
  keepWayOutside();
  const { isCurrentPage, shownHolds } = await import("./app/_data/current-holds.ts");
  globalThis.tickmarkIsCurrent = isCurrentPage;
  // The first question opens the store, which takes a moment: no reader shall be the one who waits for it.
  await shownHolds().catch(() => undefined);
  const { startListening } = await import("./app/_data/store-notices.ts");
  startListening();
  const { startSharingAllowances } = await import("./app/_data/share-allowances.ts");
  startSharingAllowances();
  const { startTellingHub } = await import("./app/_data/feed-hub.ts");
  startTellingHub();
}

declare global {
  /** Whether a page is made of what the store and the content hold now, by the text that it carries; rejects when it cannot be told. */
  var tickmarkIsCurrent: ((made: string) => Promise<boolean>) | undefined;
}
