import { createHash } from "node:crypto";
import { encode, type Encoding } from "./content-encoding.ts";
import { servedPage } from "./served-page.ts";

/** What is known of a body: its policy when it is a page, and its bytes in the encodings asked for so far. */
interface KnownBody {
  readonly policy: string | undefined;
  readonly isMissing: boolean;
  readonly made: string | undefined;
  readonly encoded: Map<Encoding, Buffer>;
  bytes: number;
}

/** A body as it is to be sent. */
export interface EncodedBody {
  readonly policy: string | undefined;
  /** Whether it is a page that says there is no such page. */
  readonly isMissing: boolean;
  /** What it says that it was made from, when it is a page that does. */
  readonly made: string | undefined;
  readonly bytes: Buffer;
  readonly encoding: Encoding;
}

/** Less than a network packet is not worth compressing. */
const worthEncoding = 1024;

/** What keeping a body takes besides its bytes: hash, policy, entry. */
const overhead = 512;

/** What is known of a body that is no page. */
const nothing = { policy: undefined, isMissing: false, made: undefined } as const;

/**
 * Keeps what was worked out for each body, by its SHA-256, and forgets the least used beyond `limit` bytes. The bytes as
 * they are count as an encoding too: however many slow readers there are, they share one copy.
 */
export class EncodedBodies {
  readonly #bodies = new Map<string, KnownBody>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit = 48 * 1024 * 1024) {
    this.#limit = limit;
  }

  /** How many bodies are kept. */
  get size(): number {
    return this.#bodies.size;
  }

  /** A body in an encoding, or as it is when it is small; a page with its scripts put off, and with its policy. */
  encode(body: Buffer, { isHtml, encoding }: { isHtml: boolean; encoding: Encoding }): EncodedBody {
    const isSmall = body.length < worthEncoding;
    // Nothing was worked out for it, so there is nothing to keep.
    if (isSmall && !isHtml) return { ...nothing, bytes: body, encoding: "identity" };
    const used = isSmall ? "identity" : encoding;
    const known = this.#take(body, isHtml);
    const bytes = known.encoded.get(used) ?? encode(known.encoded.get("identity") ?? body, used);
    if (!known.encoded.has(used)) {
      known.encoded.set(used, bytes);
      known.bytes += bytes.length;
      this.#bytes += bytes.length;
    }
    this.#forget();
    const { policy, isMissing, made } = known;
    return { policy, isMissing, made, bytes, encoding: used };
  }

  #take(body: Buffer, isHtml: boolean): KnownBody {
    const key = `${isHtml ? "html" : "text"} ${createHash("sha256").update(body).digest("base64")}`;
    const found = this.#bodies.get(key);
    const known = found ?? knownBody(body, isHtml);
    // A Map keeps the order of entry: the least used stays first.
    this.#bodies.delete(key);
    this.#bodies.set(key, known);
    if (!found) this.#bytes += known.bytes;
    return known;
  }

  #forget(): void {
    for (const [key, known] of this.#bodies) {
      if (this.#bytes <= this.#limit) return;
      this.#bodies.delete(key);
      this.#bytes -= known.bytes;
    }
  }
}

/** Counted by what it keeps from the start: a page as it is sent, of any other body nothing. */
function knownBody(body: Buffer, isHtml: boolean): KnownBody {
  if (!isHtml) return { ...nothing, encoded: new Map(), bytes: overhead };
  const { policy, isMissing, made, bytes } = servedPage(body);
  return {
    policy,
    isMissing,
    made,
    encoded: new Map([["identity", bytes]]),
    bytes: overhead + bytes.length,
  };
}
