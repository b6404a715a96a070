import type { IncomingHttpHeaders } from "node:http";
import { writtenFeedTarget } from "#lib/feeds/feed-path";
import { openToAll } from "../app/_http/api-response.ts";
import type { Actions } from "./action-call.ts";
import { formAt } from "./posted-form.ts";

/** An answer that is given without asking Next. */
export interface Refused {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is looked at before anything is read or rendered. */
export interface Asked {
  readonly method?: string | undefined;
  url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** What a body may be. */
interface BodyLimit {
  readonly type: string;
  readonly longest: number;
  readonly tooLong: string;
}

/** A server action's argument, as the scripts of our own pages send it, has some 150 bytes. */
const callLimit: BodyLimit = {
  type: "text/plain",
  longest: 2048,
  tooLong: "The call is too long.",
};

/**
 * Next keeps the parameters of an address in a plain object, where this name is no key: pages would not hear of it, and what
 * nobody answers must not be passed over.
 */
const lostName = "__proto__";

/**
 * Why a request does not reach Next: a method the site has no use for, Next's image service (it fetches and scales what a
 * stranger names, and no page uses it), a parameter that Next loses, a feed's address in capitals or escapes, or a server action
 * or a form that does not come as our pages send it. `actions` are the ids of the actions there are: Next writes a stack to the
 * log for every other. A browser's question before it asks for a feed is let in under the feed's own address.
 */
export function refusalOf(asked: Asked, actions: Pick<Actions, "has">): Refused | undefined {
  const { method = "", url = "", headers } = asked;
  if (/^\/_next\/image\b/.test(url)) return { status: 404, text: "There is no such file." };
  if (url.includes("?") && new URLSearchParams(url.replace(/^[^?]*/, "")).has(lostName)) {
    return { status: 400, text: `There is no parameter "${lostName}".` };
  }
  const action = headers["next-action"];
  const form = method === "POST" ? formAt(url) : undefined;
  if (method === "POST" && typeof action === "string" && !actions.has(action)) {
    return {
      status: 404,
      text: "There is no such action.",
      // By it Next's own code in an older page knows that the site has been built anew.
      headers: { "x-nextjs-action-not-found": "1" },
    };
  }
  if (form) return refusalOfBody(headers, { ...form, type: "multipart/form-data" });
  if (method === "POST" && typeof action === "string") return refusalOfBody(headers, callLimit);
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") {
    // On any other method it is a call; here it would only make Next log one.
    delete headers["next-action"];
    return leadToFeed(asked);
  }
  return {
    status: 405,
    text: "This site is only read.",
    headers: { Allow: "GET, HEAD, OPTIONS" },
  };
}

/**
 * Next tells capitals apart, and its pages know no file by another spelling. A page of another site may follow to a feed; when
 * its browser asks first, no redirect is an answer (Fetch, "CORS-preflight fetch"), and the feed's own address answers.
 */
function leadToFeed(asked: Asked): Refused | undefined {
  const location = writtenFeedTarget(asked.url ?? "");
  if (location === undefined) return undefined;
  const isFeed = /^\/feed(?:s\/|\.xml)/.test(location);
  if (isFeed && asked.method === "OPTIONS") {
    asked.url = location;
    return undefined;
  }
  const headers = { ...(isFeed && openToAll), location };
  return { status: 308, text: `This feed is at ${location}`, headers };
}

function refusalOfBody(
  headers: IncomingHttpHeaders,
  { type, longest, tooLong }: BodyLimit,
): Refused | undefined {
  if (!isOwnOrigin(headers)) return { status: 403, text: "The call comes from another site." };
  const [given = ""] = (headers["content-type"] ?? "").split(";");
  if (given.trim().toLowerCase() !== type) {
    return { status: 415, text: `An action takes ${type} here.` };
  }
  const length = headers["content-length"];
  if (length === undefined) return { status: 411, text: "The length of the call is missing." };
  if (Number(length) > longest) return { status: 413, text: tooLong };
  return undefined;
}

/**
 * A browser names the origin of a page that calls, and says whether it is of another site (Fetch Metadata); other programs need not.
 * Ours is the name we are asked by, the one that a trusted proxy was asked by (`outside-headers.ts`), or that of SITE_URL.
 */
function isOwnOrigin(headers: IncomingHttpHeaders): boolean {
  const { origin, host, "x-forwarded-host": forwarded, "sec-fetch-site": from } = headers;
  if (from === "cross-site" || from === "same-site") return false;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return [host, forwarded, siteHost()].includes(new URL(origin).host);
}

function siteHost(): string | undefined {
  const { SITE_URL = "" } = process.env;
  return URL.canParse(SITE_URL) ? new URL(SITE_URL).host : undefined;
}
