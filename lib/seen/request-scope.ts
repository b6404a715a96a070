import { AsyncLocalStorage } from "node:async_hooks";

/**
 * What was at hand for a request: the page was kept, made anew, or kept because nobody could be asked whether it still is what there
 * is; or the same had just been asked, and nothing was new (`polled`).
 */
export type PageOutcome = "kept" | "made" | "kept-unasked" | "polled";

/** What is known of the request that is being answered, for all that is done for it. */
export interface RequestScope {
  readonly id: string;
  page?: PageOutcome;
  /** How often something that it needed failed (`reportOutage`). */
  outages: number;
}

declare global {
  /** The server and what Next has bundled each load this module: both must speak of the same request. */
  var tickmarkRequests: AsyncLocalStorage<RequestScope> | undefined;
}

const requests = (globalThis.tickmarkRequests ??= new AsyncLocalStorage());

/** Does the work of a request: whatever is called from it, however late, knows the scope. */
export function inRequest<T>(scope: RequestScope, work: () => T): T {
  return requests.run(scope, work);
}

/** Takes down what was at hand for the request that is being answered. */
export function notePage(outcome: PageOutcome): void {
  const scope = requests.getStore();
  if (scope) scope.page = outcome;
}

/** The request that is being answered; undefined in what belongs to none. */
export function requestScope(): RequestScope | undefined {
  return requests.getStore();
}
