/** A file that was made, as it is sent. */
export interface KeptFile {
  readonly body: Buffer;
  readonly mediaType: string;
  readonly fileName: string;
}

/** Files by key, the least used forgotten beyond `limit` bytes. */
export class KeptFiles<File extends { readonly body: Buffer } = KeptFile> {
  readonly #files = new Map<string, File>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit = 16 * 1024 * 1024) {
    this.#limit = limit;
  }

  get(key: string): File | undefined {
    const file = this.#files.get(key);
    if (file === undefined) return undefined;
    // A Map keeps the order of entry: the least used stays first.
    this.#files.delete(key);
    this.#files.set(key, file);
    return file;
  }

  set(key: string, file: File): void {
    this.#bytes += file.body.length - (this.#files.get(key)?.body.length ?? 0);
    this.#files.delete(key);
    this.#files.set(key, file);
    for (const [oldest, { body }] of this.#files) {
      if (this.#bytes <= this.#limit) return;
      this.#files.delete(oldest);
      this.#bytes -= body.length;
    }
  }
}
