import { seen } from "#lib/seen/seen";
import { policyFor } from "./csp.ts";
import { delayScripts } from "./later-scripts.ts";

/** What a page says of itself when its address names nothing: Next can give it no status (no-such-page.tsx). */
const missing = '<meta name="tickmark:status" content="404"/>';

/** What a page says that it was made from; the page cache goes by the same (cache-handler.mjs). */
const marker = /<meta name="tickmark:vintages" content="([0-9a-f]+(?: [a-z0-9-]+)?)"/;

/**
 * What Next puts into every head for fonts of its own, of which we have none. It stands wherever it was ready, so that each process
 * would send other bytes of one page.
 */
const stray = '<meta name="next-size-adjust" content=""/>';

/** A page as it is sent. */
export interface ServedPage {
  readonly policy: string;
  /** Whether it says that there is no such page. */
  readonly isMissing: boolean;
  readonly made: string | undefined;
  readonly bytes: Buffer;
}

/**
 * A page of Next as it is sent: its script files put off until it is painted, with the policy that lets them run. A script
 * that the policy does not let run is a mistake of ours, and goes to the log.
 */
export function servedPage(body: Buffer): ServedPage {
  const page = delayScripts(body.toString("utf8").replace(stray, ""));
  const { policy, refused } = policyFor(page);
  for (const script of refused)
    seen().log.error(`A page holds a script that is not allowed to run: ${script.slice(0, 120)}`);
  const [, made] = marker.exec(page) ?? [];
  return { policy, isMissing: page.includes(missing), made, bytes: Buffer.from(page) };
}
