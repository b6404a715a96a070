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
  ["Origin-Agent-Cluster", "?1"],
  ["Permissions-Policy", noFeatures()],
]);

/** What browsers offer pages and ours never ask for. */
function noFeatures(): string {
  const features = [
    ...[
      "accelerometer",
      "browsing-topics",
      "camera",
      "display-capture",
      "geolocation",
      "gyroscope",
    ],
    ...["hid", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get"],
    ...["screen-wake-lock", "serial", "usb", "xr-spatial-tracking"],
  ];
  return features.map((feature) => `${feature}=()`).join(", ");
}

/** A year: what preload lists ask for at least. Other hosts of the domain are not ours to bind. */
const yearOfHttps = "max-age=31536000";

/**
 * What an answer carries besides, by its address and the site's (SITE_URL): whether other sites may load it into their pages (pictures,
 * tables, feeds, frames and what programs read, but no page), and where the site is published over https, that it is for good.
 */
export function headersAt(url = "", siteUrl = ""): ReadonlyMap<string, string> {
  const isOpen = /^\/(?:_next|api|embed|feeds|oembed)(?:[/?#]|$)|^[^?#]*\.[^/?#]*(?:[?#]|$)/.test(
    url,
  );
  const policy = isOpen ? "cross-origin" : "same-origin";
  const https = /^https:/i.test(siteUrl)
    ? [["Strict-Transport-Security", yearOfHttps] as const]
    : [];
  return new Map([["Cross-Origin-Resource-Policy", policy] as const, ...https]);
}

/** All that answers at an address carry, whoever asks. */
export function constantHeaders(url = "", siteUrl?: string): [name: string, value: string][] {
  return [...(mayBeFramed(url) ? framedHeaders : securityHeaders), ...headersAt(url, siteUrl)];
}

/** The names that these may have, as Node tells them. */
export const constantNames: ReadonlySet<string> = new Set(
  [...securityHeaders.keys(), ...headersAt("/", "https:").keys()].map((name) => name.toLowerCase()),
);

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
