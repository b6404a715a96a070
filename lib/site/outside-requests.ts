import { AsyncLocalStorage } from "node:async_hooks";

declare global {
  /** Next loads modules once for pages and once for what starts the server, which is where there is no request. */
  var tickmarkOutside: (<T>(work: () => T) => T) | undefined;
}

/** Keeps the way out of requests. To be called where there is none: as a server starts. */
export function keepWayOutside(): void {
  globalThis.tickmarkOutside = AsyncLocalStorage.snapshot();
}

/**
 * Does what all requests share as the work of none of them. In development React follows each promise of a request, with its
 * stack, and to open a site makes hundreds of thousands: minutes in place of seconds.
 */
export function outsideRequests<T>(work: () => T): T {
  const { tickmarkOutside } = globalThis;
  return tickmarkOutside === undefined ? work() : tickmarkOutside(work);
}
