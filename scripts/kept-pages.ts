import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { encodingFor } from "./content-encoding.ts";
import type { KeptPage, SentWhole } from "./held-response.ts";
import { constantNames } from "./security-headers.ts";

/** So long a page is sent without Next, in milliseconds: whatever else Next goes by is not passed over for longer. */
const freshFor = 10_000;
/** So long the others are sent it still while the first who asks after that is answered by Next, or while Next makes it anew. */
const askingFor = 1_000;
/** An address of more characters gets nothing from being asked again. */
const longest = 500;
/** What keeping a page takes besides its bytes: address, headers, entry. */
const overhead = 2048;

/** By a header of these Next answers something else at the address of a page: a part of it, a step of its own, an action. */
const asksOtherwise =
  /^(?:rsc$|next-|x-next|x-middleware-|x-invoke-|x-matched-|x-now-|x-prerender-)/;
/** By a cookie of these it makes the page anew, as an editor's draft. */
const seesDrafts = /__prerender_bypass|__next_preview_data/;

/** The headers that belong to the page, or to its address. All others belong to the one answer: they are set for each. */
const ofPage: ReadonlySet<string> = new Set([
  ...["cache-control", "content-type", "content-encoding", "content-length", "etag", "vary"],
  ...["link", "x-nextjs-cache", "x-nextjs-prerender", "x-nextjs-stale-time"],
  ...constantNames,
]);

/** What is asked of a server. */
export interface PageAsked {
  readonly method?: string | undefined;
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

/** An answer of Next that was sent. */
export interface PageSent {
  readonly statusCode: number;
  readonly sent: SentWhole | undefined;
  getHeaders(): OutgoingHttpHeaders;
}

interface Kept extends KeptPage {
  /** What it was made from, as it says itself. */
  readonly made: string;
  until: number;
}

/**
 * The pages made ahead that were last sent, compressed, by all that they depend on: address with its query, and encoding. One is
 * sent again while it is made from what there is now, by the very question that the page cache asks (cache-handler.mjs), so a reader
 * never gets another page than Next would send. The least used beyond `limit` bytes are forgotten; addresses with a query, of which
 * anybody can make as many as they like, have a place of their own beside, of an eighth of that.
 */
export class KeptPages {
  readonly #plain: Shelf;
  readonly #withQuery: Shelf;
  readonly #isCurrent: (made: string) => boolean | Promise<boolean>;
  readonly #now: () => number;

  constructor(
    isCurrent: (made: string) => boolean | Promise<boolean>,
    limit = 32 * 1024 * 1024,
    now: () => number = Date.now,
  ) {
    this.#isCurrent = isCurrent;
    this.#plain = new Shelf(limit);
    this.#withQuery = new Shelf(limit / 8);
    this.#now = now;
  }

  /**
   * The page that answers a question (`pageQuestion`), if it was just sent and is still what there is: at once, unless that has to
   * be asked first.
   */
  find(question: string): KeptPage | undefined | Promise<KeptPage | undefined> {
    const page = this.#shelfOf(question).get(question);
    if (page === undefined) return undefined;
    const now = this.#now();
    if (now >= page.until) {
      page.until = now + askingFor;
      return undefined;
    }
    const isGood = this.#isCurrent(page.made);
    if (typeof isGood === "boolean") return this.#judged(question, page, isGood);
    return isGood.then((told) => this.#judged(question, page, told));
  }

  #judged(question: string, page: Kept, isGood: boolean): KeptPage | undefined {
    const shelf = this.#shelfOf(question);
    // Another may have come in its place meanwhile.
    if (shelf.get(question) === page) {
      if (isGood) shelf.put(question, page);
      else shelf.drop(question);
    }
    return isGood ? page : undefined;
  }

  /** Keeps what Next answered, when it is a page from its cache that says from what it was made. */
  keep(question: string, answer: PageSent): void {
    const { bytes, tag, made } = answer.sent ?? {};
    const all = answer.getHeaders();
    const time = timeFor(all);
    if (answer.statusCode !== 200 || !bytes || !tag || !made || time === 0) return;
    const head = Object.entries(all).flatMap(([name, value]) =>
      ofPage.has(name) ? [value ?? []].flat().flatMap((one) => [name, String(one)]) : [],
    );
    const page = { head, bytes, tag, made, until: this.#now() + time };
    this.#shelfOf(question).put(question, page);
  }

  #shelfOf(question: string): Shelf {
    return question.includes("?") ? this.#withQuery : this.#plain;
  }
}

/** Pages by the questions they answer, the last that were put there up to a number of bytes. */
class Shelf {
  // A Map keeps the order of entry: the least used stays first.
  readonly #pages = new Map<string, Kept>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(question: string): Kept | undefined {
    return this.#pages.get(question);
  }

  put(question: string, page: Kept): void {
    this.drop(question);
    this.#pages.set(question, page);
    this.#bytes += page.bytes.length + overhead;
    for (const asked of this.#pages.keys()) {
      if (this.#bytes <= this.#limit) return;
      this.drop(asked);
    }
  }

  drop(question: string): void {
    const page = this.#pages.get(question);
    if (page === undefined) return;
    this.#pages.delete(question);
    this.#bytes -= page.bytes.length + overhead;
  }
}

/** All that the answer depends on; undefined for what may be anything but a plain look at a page. */
export function pageQuestion({ method, target, headers }: PageAsked): string | undefined {
  if ((method !== "GET" && method !== "HEAD") || target.length > longest) return undefined;
  if (seesDrafts.test(headers.cookie ?? "")) return undefined;
  for (const name in headers) if (asksOtherwise.test(name)) return undefined;
  return `${encodingFor(headers["accept-encoding"])} ${target}`;
}

/**
 * How long it is sent again: not at all unless Next had it made ahead and took it from its cache; what is made for one reader is
 * neither. While Next makes it anew, which takes longer the more ask, one of all who ask in a second hears whether it is there.
 */
function timeFor(headers: OutgoingHttpHeaders): number {
  const caching = String(headers["cache-control"]);
  const isShared =
    isPrerendered(headers["x-nextjs-prerender"]) &&
    caching.startsWith("s-maxage=") &&
    headers["set-cookie"] === undefined;
  if (!isShared) return 0;
  if (headers["x-nextjs-cache"] === "HIT") return freshFor;
  return headers["x-nextjs-cache"] === "STALE" ? askingFor : 0;
}

/** Next says it twice of a page that it has from the build, and once when it has made the page anew. */
function isPrerendered(told: OutgoingHttpHeaders[string]): boolean {
  return [told].flat().includes("1");
}
