import { unnamed } from "../app/_http/allowance.ts";
import { sharedAllowances } from "../app/_http/shared-allowances.ts";
import type { Refused } from "./door.ts";

/** Sixty calls at once, then five in a second: a reader who drags the range of a chart makes two. What one call costs has limits of its own. */
const limit = { most: 60, every: 200 };

/** Why a server action is not called yet: its asker has called many in a short time, here or through another process. */
export function refusalOfCall(asker: string, now = performance.now()): Refused | undefined {
  if (asker === unnamed) tellOfUnnamed(process.env["SITE_URL"]);
  const { wait } = sharedAllowances().of("call", limit).take(asker, now);
  if (wait === 0) return undefined;
  return {
    status: 429,
    text: "From where you are, many questions have come in a short time. Try again in some seconds.",
    headers: { "Retry-After": String(Math.ceil(wait / 1000)), "Cache-Control": "no-store" },
  };
}

let isTold = false;

/** Once, and not on somebody's own machine, where it is as it should be. */
function tellOfUnnamed(siteUrl = ""): void {
  const host = URL.canParse(siteUrl) ? new URL(siteUrl).hostname : "localhost";
  if (isTold || /^(?:localhost|127\..*|\[::1\])$/.test(host)) return;
  isTold = true;
  console.warn(
    "A call came from nearby with no X-Forwarded-For: where that is a proxy, it names nobody, and no reader is held to an allowance.",
  );
}
