import { sharedAllowances } from "../app/_http/shared-allowances.ts";
import { isOwnMachine } from "./asker-address.ts";
import type { Refused } from "./door.ts";

/** Sixty calls at once, then five in a second: a reader who drags the range of a chart makes two. What one call costs has limits of its own. */
const limit = { most: 60, every: 200 };

/**
 * Why a server action is not called yet: its asker has called many in a short time, here or through another process. This machine is
 * not counted: it is also what all readers look like behind a proxy that names nobody, and none should be refused for the others.
 */
export function refusalOfCall(asker: string, now = performance.now()): Refused | undefined {
  if (isOwnMachine(asker)) return undefined;
  const { wait } = sharedAllowances().of("call", limit).take(asker, now);
  if (wait === 0) return undefined;
  return {
    status: 429,
    text: "From where you are, many questions have come in a short time. Try again in some seconds.",
    headers: { "Retry-After": String(Math.ceil(wait / 1000)), "Cache-Control": "no-store" },
  };
}
