import { setTimeout as sleep } from "node:timers/promises";
import type { KnownChange } from "#lib/feeds/feed";
import { lastModifiedOf } from "#lib/feeds/feed-instant";
import { feedFormats, readFeedPath } from "#lib/feeds/feed-path";
import { feedLists } from "#lib/site/feeds";
import { currentHolds, waitForHolds } from "../_data/current-holds.ts";
import { writeFeedText, writeOpml, type FeedQuestion, type FeedText } from "../_data/feed.ts";
import { reportOutage } from "../_data/report-outage.ts";
import { siteUrl } from "../_data/site-url.ts";
import { askerHeader } from "./allowance.ts";
import { answerBytes, tagOf } from "./answer-bytes.ts";
import { openToAll } from "./api-response.ts";
import { FairLine } from "./fair-line.ts";
import { KeptFiles } from "./kept-files.ts";
import type { NotDone } from "./line.ts";
import { laterAnswer, plainAnswer } from "./plain-answer.ts";

/** A feed as it is kept: with its tag, which most who ask have already. */
interface KeptFeed {
  /** What the store and the content held when it was made. */
  readonly holds: string;
  readonly body: Buffer;
  readonly tag: string;
  readonly changed: KnownChange;
  /** Its Link header, where a hub is told of it (WebSub, section 4): JSON has no other way to say so. */
  readonly link: string | null;
  /** Since when these bytes are the document here: nobody who asked before then can be told that nothing is new. */
  readonly since: Date;
}

const kept = new KeptFiles<KeptFeed>();
/** What the site holds, and when this process first saw that it does: never before it was started. */
let seen: { readonly holds: string; readonly since: Date } | undefined;
/** Those being made: a crowd that asks for one document waits for the same. */
const making = new Map<string, Promise<KeptFeed | NotDone | null>>();
/** Feeds of areas and series are many, and each is made by questions to the store; a service asks for many of them at once. */
const line = new FairLine(120, 40);
/** So long a reader waits for what is new, in milliseconds; then the last document is sent, and the next who asks has the new one. */
const patience = 2_000;

/** Every reader asks every half hour or so; a shared cache may answer for some minutes. */
const caching = "public, max-age=300, stale-while-revalidate=300";
/** But not where a hub is told of changes: through a cache it would fetch what it has, and tell nobody. */
const cachingTold = "public, no-cache";

const nothing = "There is no feed at this address. All feeds: /feeds";

/** The answer to a question for a document. */
export function answerFeed(request: Request, question: FeedQuestion): Promise<Response> {
  const { path, format, archive, isFirst } = question;
  const name = `${path} ${format} ${archive} ${isFirst === true}`;
  return answer(request, name, `${feedFormats[format].mediaType}; charset=utf-8`, () =>
    writeFeedText(question),
  );
}

/** The answer to anything under `/feeds/`. */
export function answerFeedPath(request: Request): Promise<Response> | Response {
  const { pathname, searchParams } = new URL(request.url);
  const list = feedLists.find((one) => pathname === `/feeds/${one}.opml`);
  if (list !== undefined) {
    return answer(request, pathname, "text/x-opml; charset=utf-8", () => writeOpml(list));
  }
  const asked = readFeedPath(pathname);
  const archive = readArchive(searchParams.getAll("archive"));
  if (asked === null || archive === undefined) return plainAnswer(nothing, 404, openToAll);
  return answerFeed(request, { path: asked.subject, format: asked.format, archive });
}

async function answer(
  request: Request,
  name: string,
  mediaType: string,
  write: () => Promise<FeedText | null>,
): Promise<Response> {
  const last = kept.get(name);
  const asker = request.headers.get(askerHeader) ?? "";
  try {
    const newest = findNewest(name, last, asker, write);
    const found = await (last ? within(patienceOf(request), newest, last) : newest);
    if (found === null) return plainAnswer(nothing, 404, openToAll);
    if (found !== "busy" && found !== "gone") return send(request, found, mediaType);
    return last
      ? send(request, last, mediaType)
      : laterAnswer("Too many ask at once.", 5, openToAll);
  } catch (error) {
    reportOutage("A feed cannot be made", error);
    if (last) return send(request, last, mediaType);
    return laterAnswer("The feed cannot be made at the moment.", 60, openToAll);
  }
}

/** The document as it is now. While the store does not answer, what was made last is what there is. */
async function findNewest(
  name: string,
  last: KeptFeed | undefined,
  asker: string,
  write: () => Promise<FeedText | null>,
): Promise<KeptFeed | NotDone | null> {
  const holds = last ? await currentHolds().catch(() => null) : await waitForHolds();
  if (holds !== null && seen?.holds !== holds) seen = { holds, since: nextSecond() };
  if (last && (holds === null || last.holds === holds)) return last;
  return makeOnce(name, asker, write);
}

/** What comes in so many milliseconds, or else what there is: even to ask the store takes long while this process is busy. */
async function within<Come, Held>(
  milliseconds: number,
  coming: Promise<Come>,
  held: Held,
): Promise<Come | Held> {
  const over = new AbortController();
  // Whoever was sent what there is does not hear of a failure, which comes again with the next who asks.
  coming.catch(() => undefined);
  try {
    return await Promise.race([coming, sleep(milliseconds, held, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}

/** How long the asker waits for what is new, in milliseconds: as it says itself (`Prefer: wait=20`, RFC 7240, section 4.3), or usually. */
function patienceOf({ headers }: Request): number {
  const [, seconds] =
    /(?:^|,)\s*wait=(\d{1,2})\s*(?:[,;]|$)/i.exec(headers.get("prefer") ?? "") ?? [];
  return seconds === undefined ? patience : Number(seconds) * 1000;
}

function makeOnce(
  name: string,
  asker: string,
  write: () => Promise<FeedText | null>,
): Promise<KeptFeed | NotDone | null> {
  const known = making.get(name);
  if (known) return known;
  // Others wait for it too: it is made though the first who asked be gone.
  const made = line
    .join(asker, () => make(name, write), new AbortController().signal)
    .finally(() => making.delete(name));
  making.set(name, made);
  return made;
}

async function make(name: string, write: () => Promise<FeedText | null>): Promise<KeptFeed | null> {
  // Asked for before, since it may be forgotten while it is still sent.
  const last = kept.get(name);
  const written = await write();
  if (written === null) return null;
  const made = keep(written, last);
  if (written.isWhole) kept.set(name, made);
  // The whole one has no other before it here, and must be later than what is sent now.
  else seen = undefined;
  return made;
}

function keep({ body, changed, holds, self, hub }: FeedText, last: KeptFeed | undefined): KeptFeed {
  const bytes = Buffer.from(body);
  const tag = tagOf(bytes);
  const since = last ? sinceAfter(last, tag) : sinceSeen(holds);
  const link =
    hub === null ? null : `<${hub}>; rel="hub", <${new URL(self, siteUrl()).href}>; rel="self"`;
  return { holds, body: bytes, tag, changed, link, since };
}

/** Where an entry came after its day, no day tells that the document has changed. */
function sinceAfter(last: KeptFeed, tag: string): Date {
  return last.tag === tag ? last.since : nextSecond();
}

/**
 * Of a document that nothing here came before: what was sent by another process, or is forgotten, may have been another, made of
 * anything but what the site holds now.
 */
function sinceSeen(holds: string): Date {
  return seen?.holds === holds ? seen.since : nextSecond();
}

/** Headers tell no parts of a second: what was sent earlier in this one must be older than what is sent from now on. */
function nextSecond(): Date {
  return new Date(Math.ceil(Date.now() / 1000) * 1000);
}

function send(request: Request, feed: KeptFeed, mediaType: string): Response {
  const { body, tag, changed, link, since } = feed;
  const now = new Date();
  const told = lastModifiedOf(changed, now);
  // Never a time to come.
  const here = since < now ? since : now;
  return answerBytes(request, {
    ...{ body, tag, changed: here > told ? here : told },
    headers: {
      // Some readers are pages of other sites.
      ...openToAll,
      "content-type": mediaType,
      "cache-control": link === null ? caching : cachingTold,
      ...(link !== null && { link }),
    },
  });
}

/** The number of an archive; null when none is asked for, undefined when what is asked for can be none. */
function readArchive(given: readonly string[]): number | null | undefined {
  if (given.length === 0) return null;
  const [text = ""] = given;
  return given.length === 1 && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
