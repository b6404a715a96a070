import type { Place, Problem } from "#lib/series/problem";

/** The web, mail, a place on the page or on the site: `javascript:` and `data:` are programs, "//" leaves the site. */
const safe = /^(?:https?:\/\/|mailto:|#|\/(?![/\\]))[^\s\\]*$/iu;

/** What is wrong with the address of a link or picture. */
export function checkAddress(url: string, at: Place): Problem[] {
  if (safe.test(url)) return [];
  return [
    {
      kind: "bad-url",
      message: `"${url.slice(0, 80)}" is not an address an article may link to`,
      at,
      fix: "begin it with https://, mailto:, # or /",
    },
  ];
}
