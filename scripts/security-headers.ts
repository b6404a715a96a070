import { closedPolicy } from "./csp.ts";

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
