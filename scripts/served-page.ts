import { policyFor } from "./csp.ts";
import { delayScripts } from "./later-scripts.ts";

/**
 * A page of Next as it is sent: its script files put off until it is painted, with the policy that lets them run. A script
 * that the policy does not let run is a mistake of ours, and goes to the log.
 */
export function servedPage(body: Buffer): { readonly policy: string; readonly bytes: Buffer } {
  const page = delayScripts(body.toString("utf8"));
  const { policy, refused } = policyFor(page);
  for (const script of refused)
    console.error(`A page holds a script that is not allowed to run: ${script.slice(0, 120)}`);
  return { policy, bytes: Buffer.from(page) };
}
