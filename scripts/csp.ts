import { createHash } from "node:crypto";
import { starter } from "./later-scripts.ts";

/** What every page may do; the scripts written into it are added by their hashes. Nothing is ever `unsafe-inline`. */
const directives = [
  "default-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // The type stands in the style sheets themselves: scripts/make-type.ts.
  "font-src 'self' data:",
  "style-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "worker-src 'none'",
  "require-trusted-types-for 'script'",
];

/** The policies that a page may make of what becomes code and markup (Trusted Types): none, or the one of our starter. */
const [noPolicy, ourPolicy] = ["trusted-types 'none'", "trusted-types default"];

/**
 * The Content-Security-Policy of a page (CSP Level 3, hash sources) and the scripts in it that are not allowed to run.
 * Only what Next itself writes is allowed, and the starter of its files: a page rendered ahead cannot carry a nonce, and
 * hashing whatever stands in the page would let a script pass that had slipped into an article.
 */
export function policyFor(html: string): { policy: string; refused: string[] } {
  const scripts = inlineScripts(html);
  const hashes = new Set(scripts.filter(isOurs).map(hashSource));
  const refused = scripts.filter((script) => !isOurs(script));
  const policies = scripts.includes(starter) ? ourPolicy : noPolicy;
  const sources = ["script-src 'self'", ...hashes].join(" ");
  return { policy: [...directives, policies, sources].join("; "), refused };
}

/** The policy of a page whose text we did not see: it may show itself and run nothing of its own. */
export const closedPolicy = [...directives, noPolicy, "script-src 'self'"].join("; ");

/** A policy for what other sites may show in a frame. */
export function framable(policy: string): string {
  return policy.replace("frame-ancestors 'none'", "frame-ancestors *");
}

/** The text of each script in a page that a browser would run: no `src`, and of a JavaScript type. */
export function inlineScripts(html: string): string[] {
  const found = html
    .replaceAll(/<!--[\s\S]*?-->/g, "")
    .matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script\s*>/gi);
  return [...found]
    .filter(([, attributes = ""]) => !/\ssrc\s*=/i.test(attributes) && isJavaScript(attributes))
    .map(([, , text = ""]) => text)
    .filter((text) => text !== "");
}

function isJavaScript(attributes: string): boolean {
  const type = /\stype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1]?.toLowerCase() ?? "";
  return type === "" || type === "module" || type.endsWith("javascript");
}

/**
 * The calls by which Next hands a page its data (React's stream) and its list of script files (Turbopack). Their argument
 * must be JSON to the last bracket, so no code fits in. React's own code for moving late parts of a page into place is
 * not among them: our pages are whole when they are sent.
 */
const calls = [
  /^(?:self\.__next_f|\(self\.__next_f=self\.__next_f\|\|\[\]\))\.push\((\[[\s\S]*\])\);?$/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{[\s\S]*\})\);?$/,
];

function isOurs(script: string): boolean {
  return script === starter || isOfNext(script);
}

function isOfNext(script: string): boolean {
  const argument = calls.map((call) => call.exec(script)?.[1]).find((found) => found !== undefined);
  return argument !== undefined && isJson(argument);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
