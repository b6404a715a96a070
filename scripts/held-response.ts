import {
  ServerResponse,
  type IncomingHttpHeaders,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
} from "node:http";
import { encodingFor, hasTag, tagFor, tagSent } from "./content-encoding.ts";
import { closedPolicy, framable } from "./csp.ts";
import type { EncodedBodies } from "./encoded-bodies.ts";

/** What is held back until it is whole: pages, feeds, tables, scripts, styles. Images, fonts and streams go through. */
const held =
  /^(?:text\/(?:html|plain|csv|xml|x-opml|css|javascript)|application\/(?:javascript|(?:[\w.-]+\+)?(?:json|xml|csv))|image\/svg\+xml)\b/i;

/** How a response is to be sent, from the request as it came. */
export interface Sending {
  readonly bodies: EncodedBodies;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** Whether other sites may show it in a frame. */
  readonly isFramable?: boolean;
}

/** What was sent whole. */
export interface SentWhole {
  /** What a page says that it was made from. */
  readonly made: string | undefined;
  readonly bytes: Buffer;
  /** The entity tag whatever the encoding. */
  readonly tag: string | undefined;
}

/** A page as it was sent before. */
export interface KeptPage {
  /** Its headers, and those that every answer at its address has: name, value, name, value. */
  readonly head: readonly string[];
  readonly bytes: Buffer;
  /** Its entity tag whatever the encoding. */
  readonly tag: string;
}

/**
 * A response that holds a text back until it is whole and then sends it with its policy, length, encoding and entity tag.
 * Without `sendWhole` it is an ordinary response.
 */
export class HeldResponse extends ServerResponse {
  #sending: Sending | undefined;
  #chunks: Buffer[] | undefined;
  #decided = false;
  #sent: SentWhole | undefined;

  /** What was held back and then sent; undefined for all else. */
  get sent(): SentWhole | undefined {
    return this.#sent;
  }

  /**
   * Sends a page that was sent before, or says to who has it that it is the same, as Next does. `named` are headers of this one answer:
   * where none was set before, Node writes the list down as it is.
   */
  sendKept(
    { head, bytes, tag }: KeptPage,
    asked: IncomingHttpHeaders,
    named: readonly (readonly [name: string, value: string])[] = [],
  ): void {
    this.#decided = true;
    const { "if-none-match": ifNoneMatch, "cache-control": caching = "" } = asked;
    if (ifNoneMatch === undefined || caching.includes("no-cache") || !hasTag(ifNoneMatch, tag)) {
      super.writeHead(200, [...head, ...named.flat()]);
      super.end(bytes);
      return;
    }
    this.removeHeader("Content-Security-Policy");
    const others = head.flatMap((name, index) =>
      index % 2 === 1 || name === "etag" || name.startsWith("content-")
        ? []
        : [name, head[index + 1] ?? ""],
    );
    super.writeHead(304, [...others, "etag", tagSent(ifNoneMatch, tag), ...named.flat()]);
    super.end();
  }

  sendWhole(sending: Sending): void {
    this.#sending = sending;
  }

  override writeHead(
    status: number,
    reason?: string | OutgoingHttpHeaders | OutgoingHttpHeader[],
    headers?: OutgoingHttpHeaders | OutgoingHttpHeader[],
  ): this {
    this.statusCode = status;
    if (typeof reason === "string") this.statusMessage = reason;
    this.#setAll(typeof reason === "string" ? headers : reason);
    this.#decide();
    return this.#chunks ? this : super.writeHead(status);
  }

  override flushHeaders(): void {
    this.#decide();
    if (!this.#chunks) super.flushHeaders();
  }

  override write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    this.#decide();
    const done = callbackIn(encoding, callback);
    if (!this.#chunks) return super.write(chunk, charsetOf(encoding), done);
    this.#chunks.push(bytesOf(chunk, encoding));
    process.nextTick(done);
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
    const done = callbackIn(chunk, encoding, callback);
    const isNothing = chunk === null || chunk === undefined || typeof chunk === "function";
    const last = isNothing ? [] : [bytesOf(chunk, encoding)];
    this.#decide();
    const chunks = this.#chunks;
    if (!chunks) return isNothing ? super.end(done) : super.end(whole(last), done);
    this.#chunks = undefined;
    return super.end(this.#encode(whole([...chunks, ...last])), done);
  }

  #setAll(headers: OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined): void {
    // Node also takes a flat list: name, value, name, value.
    const pairs = Array.isArray(headers)
      ? headers.flatMap((name, index) =>
          index % 2 === 0 ? [[String(name), headers[index + 1]] as const] : [],
        )
      : Object.entries(headers ?? {});
    for (const [name, value] of pairs) if (value !== undefined) this.setHeader(name, value);
  }

  /** Once, when the first byte would go out: by then all headers are set. */
  #decide(): void {
    if (this.#decided || this.headersSent) return;
    this.#decided = true;
    const type = String(this.getHeader("content-type") ?? "");
    const isWhole = held.test(type) && !this.hasHeader("content-encoding");
    if (this.#sending && isWhole && this.statusCode !== 304) this.#chunks = [];
    else if (type.startsWith("text/html")) this.#setPolicy(closedPolicy);
    if (this.statusCode !== 304) return;
    const tag = this.#tag();
    // Headers of a 304 replace those the client keeps (RFC 9111, section 3.2), and its page came with a policy of its own.
    this.removeHeader("Content-Security-Policy");
    // What is sent whole is sent encoded or not, and caches must be told so either way. A 304 need not name its type.
    if (this.#sending && (type === "" || held.test(type))) {
      this.setHeader("Vary", varyWithEncoding(this.getHeader("vary")));
    }
    if (tag !== undefined) {
      this.setHeader("ETag", tagSent(this.#sending?.ifNoneMatch ?? "", tag));
    }
  }

  #setPolicy(policy: string): void {
    const isFramable = this.#sending?.isFramable === true;
    this.setHeader("Content-Security-Policy", isFramable ? framable(policy) : policy);
  }

  /** Next appends the headers of a route one by one, and Node then holds each as a list of one. */
  #tag(): string | undefined {
    const [tag] = [this.getHeader("etag")].flat();
    return typeof tag === "string" ? tag : undefined;
  }

  #encode(body: Buffer): Buffer {
    if (!this.#sending) return body;
    const { bodies, acceptEncoding } = this.#sending;
    const isHtml = String(this.getHeader("content-type")).startsWith("text/html");
    const { policy, isMissing, made, bytes, encoding } = bodies.encode(body, {
      isHtml,
      encoding: encodingFor(acceptEncoding),
    });
    if (policy !== undefined) this.#setPolicy(policy);
    if (isMissing && this.statusCode === 200) this.statusCode = 404;
    const tag = this.#tag();
    if (tag !== undefined) this.setHeader("ETag", tagFor(tag, encoding));
    this.#sent = { made, bytes, tag };
    if (encoding !== "identity") this.setHeader("Content-Encoding", encoding);
    this.removeHeader("Transfer-Encoding");
    this.setHeader("Content-Length", bytes.length);
    this.setHeader("Vary", varyWithEncoding(this.getHeader("vary")));
    return bytes;
  }
}

function varyWithEncoding(vary: number | string | string[] | undefined): string {
  const names = (vary === undefined ? [] : [vary].flat()).flatMap((value) =>
    String(value).split(","),
  );
  const others = names
    .map((name) => name.trim())
    .filter((name) => name !== "" && !/^accept-encoding$/i.test(name));
  return [...others, "Accept-Encoding"].join(", ");
}

function callbackIn(...args: readonly unknown[]): () => void {
  const found = args.find((argument) => typeof argument === "function");
  return () => {
    if (found) Reflect.apply(found, undefined, []);
  };
}

function charsetOf(encoding: unknown): BufferEncoding {
  return typeof encoding === "string" && Buffer.isEncoding(encoding) ? encoding : "utf8";
}

/** One buffer of several; a single one as it is. */
function whole(chunks: readonly Buffer[]): Buffer {
  const [first] = chunks;
  return first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks);
}

function bytesOf(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === "string") return Buffer.from(chunk, charsetOf(encoding));
  if (chunk instanceof Uint8Array)
    return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw new TypeError("A response takes strings and bytes");
}
