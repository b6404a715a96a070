import { createHash } from "node:crypto";
import { encode, type Encoding } from "./content-encoding.ts";
import { policyFor } from "./csp.ts";

/** A body as it is sent: its policy when it is a page, and its bytes in the encodings asked for so far. */
interface DressedPage {
  readonly policy: string | undefined;
  readonly encoded: Map<Encoding, Buffer>;
  bytes: number;
}

/** Less than a network packet is not worth compressing. */
const worthEncoding = 1024;

/** Keeps what was worked out for each body, by its SHA-256, and forgets the least used beyond `limit` bytes. */
export class Wardrobe {
  readonly #pages = new Map<string, DressedPage>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit = 48 * 1024 * 1024) {
    this.#limit = limit;
  }

  /** The policy of a body (of HTML only), and its bytes in an encoding, or as they are when they are few. */
  dress(
    body: Buffer,
    { isHtml, encoding }: { isHtml: boolean; encoding: Encoding },
  ): { policy: string | undefined; bytes: Buffer; encoding: Encoding } {
    const used = body.length < worthEncoding ? "identity" : encoding;
    const page = this.#take(body, isHtml);
    if (used === "identity") return { policy: page.policy, bytes: body, encoding: used };
    const known = page.encoded.get(used);
    if (known) return { policy: page.policy, bytes: known, encoding: used };
    const bytes = encode(body, used);
    page.encoded.set(used, bytes);
    page.bytes += bytes.length;
    this.#bytes += bytes.length;
    this.#forget();
    return { policy: page.policy, bytes, encoding: used };
  }

  #take(body: Buffer, isHtml: boolean): DressedPage {
    const key = `${isHtml ? "html" : "text"} ${createHash("sha256").update(body).digest("base64")}`;
    const found = this.#pages.get(key);
    const page = found ?? {
      policy: isHtml ? policyOf(body) : undefined,
      encoded: new Map(),
      bytes: 512,
    };
    // A Map keeps the order of entry: the least used stays first.
    this.#pages.delete(key);
    this.#pages.set(key, page);
    if (!found) this.#bytes += page.bytes;
    return page;
  }

  #forget(): void {
    for (const [key, page] of this.#pages) {
      if (this.#bytes <= this.#limit) return;
      this.#pages.delete(key);
      this.#bytes -= page.bytes;
    }
  }
}

function policyOf(body: Buffer): string {
  const { policy, refused } = policyFor(body.toString("utf8"));
  for (const script of refused)
    console.error(`A page holds a script that is not allowed to run: ${script.slice(0, 120)}`);
  return policy;
}
