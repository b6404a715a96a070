import type { SeriesReader } from "#lib/series/reader";
import type { ArticleParts } from "./article-parts.ts";
import { KeptFindings, type FindingsOnDisk } from "./keep-findings.ts";

interface Made {
  readonly name: string;
  readonly parts: ArticleParts;
}

/** Of so many articles what was made is kept, of those asked for last: pages are kept by Next besides. */
const mostMade = 200;

/**
 * What one process knows of the articles from one opening of the site to the next: what the gate found in each, and the pages that
 * were made. An edit of one then costs the work of one. The newest of each article is remembered, and nothing over another store.
 */
export class SiteMemory {
  readonly findings: KeptFindings;
  readonly #made = new Map<string, Made>();
  readonly #most: number;
  #reader: { readonly held: string; readonly reader: SeriesReader } | undefined;

  constructor(disk: FindingsOnDisk | null = null, most = mostMade) {
    this.findings = new KeptFindings(disk);
    this.#most = most;
  }

  /** Forgets articles that are not among those accepted. */
  keepOnly(slugs: ReadonlySet<string>): void {
    this.findings.keepOnly(slugs);
    for (const slug of this.#made.keys()) if (!slugs.has(slug)) this.#made.delete(slug);
  }

  /** What is made of an article; `name` says all that it rests on. */
  partsOf(slug: string, name: string, make: () => ArticleParts): ArticleParts {
    const known = this.#made.get(slug);
    const parts = known?.name === name ? known.parts : make();
    // Put behind the others: who is asked for last is forgotten last.
    this.#made.delete(slug);
    this.#made.set(slug, { name, parts });
    for (const [oldest] of this.#made) if (this.#made.size > this.#most) this.#made.delete(oldest);
    return parts;
  }

  /** The reader of all pages over what the store holds, which keeps what it has been told. */
  readerFor(held: string, open: () => SeriesReader): SeriesReader {
    if (this.#reader?.held === held) return this.#reader.reader;
    // What was made holds on to the reader that it was made with.
    this.#made.clear();
    const reader = open();
    this.#reader = { held, reader };
    return reader;
  }
}
