import { closedPolicy, framable } from "./csp.ts";

/**
 * What every answer carries, whatever its kind and whoever made it. A page's own policy, with the hashes of its scripts,
 * takes the place of the closed one (held-response.ts).
 */
export const securityHeaders: ReadonlyMap<string, string> = new Map([
  ["Content-Security-Policy", closedPolicy],
  ["X-Content-Type-Options", "nosniff"],
  ["X-Frame-Options", "DENY"],
  ["Referrer-Policy", "strict-origin-when-cross-origin"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  [
    "Permissions-Policy",
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
  ],
]);

/** The frames of charts (app/embed): the one part of the site that others may show within their own. */
export function mayBeFramed(url = ""): boolean {
  return /^\/embed\/[a-z][a-z0-9.-]{0,127}(?:\?|$)/.test(url);
}

/** The same for an answer that may stand in a frame: everything but what forbids that. */
export const framedHeaders: ReadonlyMap<string, string> = new Map(
  [...securityHeaders].flatMap(([name, value]): [string, string][] => {
    if (name === "X-Frame-Options") return [];
    return [[name, name === "Content-Security-Policy" ? framable(value) : value]];
  }),
);
