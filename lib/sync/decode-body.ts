import { gunzipSync } from "node:zlib";

/**
 * The bytes that a body stands for. It is asked for as it is, but a server may compress it all the same. Of a body that
 * cannot be read, the reason; nothing larger than `mostBytes` is ever unpacked.
 */
export function decodeBody(
  body: Uint8Array,
  encoding: string | undefined,
  mostBytes: number,
):
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string } {
  switch (encoding?.toLowerCase() ?? "identity") {
    case "identity":
    case "":
      return { ok: true, bytes: body };
    case "gzip":
    case "x-gzip":
      try {
        return { ok: true, bytes: gunzipSync(body, { maxOutputLength: mostBytes }) };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return {
          ok: false,
          message: `Expected gzip of at most ${mostBytes} bytes, found: ${reason}`,
        };
      }
    default:
      return {
        ok: false,
        message: `Expected a body as it is or in gzip, found the encoding "${encoding}"`,
      };
  }
}
