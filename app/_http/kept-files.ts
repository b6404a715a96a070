import { Kept } from "./kept.ts";

/** A file that was made, as it is sent. */
export interface KeptFile {
  readonly body: Buffer;
  readonly mediaType: string;
  readonly fileName: string;
}

/** Files by key, the least used forgotten beyond `limit` bytes. */
export class KeptFiles<File extends { readonly body: Buffer } = KeptFile> extends Kept<File> {
  constructor(limit = 16 * 1024 * 1024) {
    super(limit, ({ body }) => body.length);
  }
}
