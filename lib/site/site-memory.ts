import type { CheckedArticle } from "#lib/articles/check-article";
import type { Ledger } from "#lib/evidence/ledger";
import type { SeriesReader } from "#lib/series/reader";
import type { ArticlePage } from "./article-page.ts";
import type { Findings } from "./findings.ts";
import type { LookedAt } from "./gate.ts";
import type { NowPage } from "./now-page.ts";

/** What is made of one article, each when first asked for. */
export interface ArticleParts {
  page(): Promise<ArticlePage>;
  now(): Promise<NowPage>;
  ledger(): Promise<Ledger>;
}

interface Remembered {
  readonly name: string;
  readonly found: LookedAt;
}

/**
 * What one process knows of the articles from one opening of the site to the next: what the gate found in each, and the pages that
 * were made. An edit of one then costs the work of one. The newest of each article is remembered, and nothing over another store.
 */
export class SiteMemory {
  readonly #found = new Map<string, Remembered>();
  readonly #parts = new WeakMap<CheckedArticle, ArticleParts>();
  #reader: { readonly held: string; readonly reader: SeriesReader } | undefined;

  /** `basis` names what the store holds. */
  findings(basis: () => Promise<string>): Findings<LookedAt> {
    return {
      basis,
      read: (slug, name) => {
        const known = this.#found.get(slug);
        return Promise.resolve(known?.name === name ? known.found : null);
      },
      write: (slug, name, found) => {
        this.#found.set(slug, { name, found });
        return Promise.resolve();
      },
    };
  }

  /** Forgets articles that are no longer there. */
  keepOnly(slugs: ReadonlySet<string>): void {
    for (const slug of this.#found.keys()) if (!slugs.has(slug)) this.#found.delete(slug);
  }

  /** A finding that is remembered is the same object, and its pages rest on nothing that its name does not say. */
  partsOf(checked: CheckedArticle, make: () => ArticleParts): ArticleParts {
    const known = this.#parts.get(checked);
    if (known !== undefined) return known;
    const parts = make();
    this.#parts.set(checked, parts);
    return parts;
  }

  /** The reader of all pages over what the store holds, which keeps what it has been told. */
  readerFor(held: string, open: () => SeriesReader): SeriesReader {
    if (this.#reader?.held !== held) this.#reader = { held, reader: open() };
    return this.#reader.reader;
  }
}
