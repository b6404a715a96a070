/** Runs once when a server starts, before it answers: gives the page cache its way to ask what the store has. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { currentHolds } = await import("./app/_data/current-holds.ts");
  globalThis.tickmarkHolds = currentHolds;
}

declare global {
  /** Names the vintages that the store has now. */
  var tickmarkHolds: (() => Promise<string>) | undefined;
}
