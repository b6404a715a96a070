import type { DocumentChange } from "#lib/feeds/feed-documents";
import { lastModifiedOf } from "#lib/feeds/feed-instant";
import { feedFormats, readFeedPath } from "#lib/feeds/feed-path";
import { currentHolds } from "../_data/current-holds.ts";
import { writeFeedText, writeOpml, type FeedQuestion, type FeedText } from "../_data/feed.ts";
import { reportOutage } from "../_data/report-outage.ts";
import { answerBytes, tagOf } from "./answer-bytes.ts";
import { KeptFiles } from "./kept-files.ts";
import { Line } from "./line.ts";
import { laterAnswer, plainAnswer } from "./plain-answer.ts";

/** A feed as it is kept: with its tag, which most who ask have already. */
interface KeptFeed {
  /** What the store and the content held when it was made. */
  readonly holds: string;
  readonly body: Buffer;
  readonly tag: string;
  readonly changed: DocumentChange;
  /** When these bytes took the place of others here, if they did. */
  readonly since: Date | null;
}

const kept = new KeptFiles<KeptFeed>();
/** Feeds of areas and series are many, and each is made by questions to the store. */
const line = new Line(50);

/** Every reader asks every half hour or so; a shared cache may answer for some minutes. */
const caching = "public, max-age=300, stale-while-revalidate=300";

const nothing = "There is no feed at this address. All feeds: /feeds";
const unchanging: DocumentChange = { day: null, came: null };

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
  const { pathname, search, searchParams } = new URL(request.url);
  const lower = pathname.toLowerCase();
  if (lower !== pathname) {
    return plainAnswer("Feeds are named in lower case.", 308, { location: lower + search });
  }
  const [, which] = /^\/feeds\/(main|all)\.opml$/.exec(pathname) ?? [];
  if (which === "main" || which === "all") {
    return answer(request, pathname, "text/x-opml; charset=utf-8", async () => ({
      body: await writeOpml(which),
      changed: unchanging,
      isWhole: true,
    }));
  }
  const asked = readFeedPath(pathname);
  const archive = readArchive(searchParams.getAll("archive"));
  if (asked === null || archive === undefined) return plainAnswer(nothing, 404);
  return answerFeed(request, { path: asked.subject, format: asked.format, archive });
}

async function answer(
  request: Request,
  name: string,
  mediaType: string,
  write: () => Promise<FeedText | null>,
): Promise<Response> {
  try {
    const holds = await currentHolds().catch(() => null);
    const last = kept.get(name);
    // While the store does not answer, what was sent last is what there is.
    if (last && (holds === null || last.holds === holds)) return send(request, last, mediaType);
    if (holds === null) return laterAnswer("The store does not answer.", 60);
    const written = await line.join(write, request.signal);
    if (written === "busy" || written === "gone") return laterAnswer("Too many ask at once.", 5);
    if (written === null) return plainAnswer(nothing, 404);
    const made = keep(written, holds, last);
    if (written.isWhole) kept.set(name, made);
    return send(request, made, mediaType);
  } catch (error) {
    reportOutage("A feed cannot be made", error);
    return laterAnswer("The feed cannot be made at the moment.", 60);
  }
}

function keep({ body, changed }: FeedText, holds: string, last: KeptFeed | undefined): KeptFeed {
  const bytes = Buffer.from(body);
  const tag = tagOf(bytes);
  // Where an entry came after its day, no day tells that the document has changed.
  const since = last && last.tag !== tag ? new Date() : (last?.since ?? null);
  return { holds, body: bytes, tag, changed, since };
}

function send(request: Request, feed: KeptFeed, mediaType: string): Response {
  const { body, tag, changed, since } = feed;
  const told = lastModifiedOf(changed, new Date());
  const isTold = changed.day !== null || changed.came !== null || since !== null;
  return answerBytes(request, {
    ...{ body, tag },
    ...(isTold && { changed: since !== null && since > told ? since : told }),
    headers: { "content-type": mediaType, "cache-control": caching },
  });
}

/** The number of an archive; null when none is asked for, undefined when what is asked for can be none. */
function readArchive(given: readonly string[]): number | null | undefined {
  if (given.length === 0) return null;
  const [text = ""] = given;
  return given.length === 1 && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}
