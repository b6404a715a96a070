import path from "node:path";
import type { z } from "zod";
import { createCheckCache, type CheckCache } from "#lib/articles/check-cache";
import { reportShape, type ArticleReport } from "./article-report.ts";
import { besideShape, type BesideReport } from "./beside-report.ts";
import type { Findings } from "./findings.ts";
import { RememberedFindings, type FindingsPlace } from "./remembered-findings.ts";

/** All that the gate finds in a folder of content, kept from one time to the next. */
export interface Keeping {
  readonly articles: Findings<ArticleReport>;
  readonly beside: Findings<BesideReport>;
  /** Throws away the oldest but those `inUse`, by name, where there are more than anybody uses. */
  prune(inUse: ReadonlySet<string>): Promise<void>;
}

/** Findings on the disk: `npm start`, `tickmark check` and the server go by the same. */
export interface FindingsOnDisk {
  readonly cache: CheckCache;
  /** Names the gate by its code (`gateDigest` of lib/cli). What another gate found is not trusted. */
  readonly gate: string;
}

/** Where they lie; may be deleted. */
const usual = path.join(".tickmark", "checked");

export function findingsOnDisk(gate: string, folder = usual): FindingsOnDisk {
  return { gate, cache: createCheckCache(folder) };
}

/** Findings come from the memory of this process, else from the disk, else from looking. */
export class KeptFindings {
  readonly #disk: FindingsOnDisk | null;
  readonly #articles = new RememberedFindings<ArticleReport>();
  readonly #beside = new RememberedFindings<BesideReport>();

  constructor(disk: FindingsOnDisk | null) {
    this.#disk = disk;
  }

  /** Those over a store; `held` names what it holds. */
  over(held: () => Promise<string>): Keeping {
    const disk = this.#disk;
    // Node's Unicode tables cut sentences.
    const basis = async () => `${process.version} ${disk?.gate} ${await held()}`;
    return {
      articles: { basis, ...this.#articles.before(disk && placeOn(disk, reportShape)) },
      beside: { basis, ...this.#beside.before(disk && placeOn(disk, besideShape)) },
      prune: async (inUse) => disk?.cache.prune(inUse),
    };
  }

  /** Forgets articles that are no longer there. */
  keepOnly(slugs: ReadonlySet<string>): void {
    this.#articles.keepOnly(slugs);
  }
}

function placeOn<T extends object>(
  { cache }: FindingsOnDisk,
  shape: z.ZodType<T>,
): FindingsPlace<T> {
  return {
    read: (_, name) => cache.read(name, shape),
    write: (_, name, found) => cache.write(name, found),
  };
}
