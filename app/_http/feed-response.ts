import { lastModifiedOf } from "#lib/feeds/feed-instant";
import { feedFormats, readFeedPath } from "#lib/feeds/feed-path";
import { currentHolds } from "../_data/current-holds.ts";
import { writeFeedText, writeOpml, type FeedQuestion, type FeedText } from "../_data/feed.ts";
import { reportOutage } from "../_data/report-outage.ts";
import { answerBytes, tagOf } from "./answer-bytes.ts";
import { KeptFiles } from "./kept-files.ts";
import { Line } from "./line.ts";

/** A feed as it is kept: with its tag, which most who ask have already. */
interface KeptFeed {
  readonly body: Buffer;
  readonly tag: string;
  readonly changed: string | null;
}

type WriteFeed = () => Promise<FeedText | null>;

const kept = new KeptFiles<KeptFeed>();
/** Feeds of areas and series are many, and each is made by questions to the store. */
const line = new Line(50);

/** Every reader asks every half hour or so; a shared cache may answer for some minutes. */
const caching = "public, max-age=300, stale-while-revalidate=300";

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
  const lower = pathname.toLowerCase();
  if (lower !== pathname) return moved(lower);
  const [, which] = /^\/feeds\/(main|all)\.opml$/.exec(pathname) ?? [];
  if (which === "main" || which === "all") {
    return answer(request, pathname, "text/x-opml; charset=utf-8", async () => ({
      body: await writeOpml(which),
      changed: null,
    }));
  }
  const asked = readFeedPath(pathname);
  const archive = readArchive(searchParams.getAll("archive"));
  if (asked === null || archive === undefined) return plain(nothing, 404);
  return answerFeed(request, { path: asked.subject, format: asked.format, archive });
}

async function answer(
  request: Request,
  name: string,
  mediaType: string,
  write: WriteFeed,
): Promise<Response> {
  try {
    const holds = await currentHolds().catch(() => null);
    // While the store does not answer, what was sent last is what there is.
    const address = holds === null ? `last ${name}` : `${holds} ${name}`;
    const known = kept.get(address);
    if (known) return send(request, known, mediaType);
    if (holds === null) return later("The store does not answer.", 60);
    const found = await line.join(() => make(write), request.signal);
    if (found === "busy" || found === "gone") return later("Too many ask at once.", 5);
    if (found === null) return plain(nothing, 404);
    kept.set(address, found);
    kept.set(`last ${name}`, found);
    return send(request, found, mediaType);
  } catch (error) {
    reportOutage("A feed cannot be made", error);
    return later("The feed cannot be made at the moment.", 60);
  }
}

async function make(write: WriteFeed): Promise<KeptFeed | null> {
  const written = await write();
  if (written === null) return null;
  const body = Buffer.from(written.body);
  return { body, tag: tagOf(body), changed: written.changed };
}

function send(request: Request, { body, tag, changed }: KeptFeed, mediaType: string): Response {
  return answerBytes(request, {
    ...{ body, tag },
    ...(changed !== null && { changed: lastModifiedOf(changed, new Date()) }),
    headers: { "content-type": mediaType, "cache-control": caching },
  });
}

/** The number of an archive; null when none is asked for, undefined when what is asked for can be none. */
function readArchive(given: readonly string[]): number | null | undefined {
  if (given.length === 0) return null;
  const [text = ""] = given;
  return given.length === 1 && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

function moved(path: string): Response {
  return new Response("Feeds are named in lower case.\n", {
    status: 308,
    headers: { location: path, "content-type": "text/plain; charset=utf-8" },
  });
}

function later(message: string, seconds: number): Response {
  return plain(`${message} Please try again.`, 503, { "retry-after": String(seconds) });
}

function plain(message: string, status: number, headers: Record<string, string> = {}): Response {
  return new Response(`${message}\n`, {
    status,
    headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
  });
}
