import path from "node:path";
import { z } from "zod";
import { createCheckCache, type CheckCache } from "#lib/articles/check-cache";
import { reportShape, type ArticleReport } from "./article-report.ts";
import { besideShape, type BesideReport } from "./beside-report.ts";
import type { Findings, TracedFinding } from "./findings.ts";
import { RememberedFindings, type FindingsPlace } from "./remembered-findings.ts";
import { traceShape } from "./trace.ts";

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
  readonly #tracedArticles = new RememberedFindings<TracedFinding<ArticleReport>>();
  readonly #tracedBeside = new RememberedFindings<TracedFinding<BesideReport>>();
  readonly #isTraced: boolean;

  /** `isTraced` for who keeps them while vintages come, and not for one who asks again and again over one state of the store. */
  constructor(disk: FindingsOnDisk | null, { isTraced = true }: { isTraced?: boolean } = {}) {
    this.#disk = disk;
    this.#isTraced = isTraced;
  }

  /** Those over a store that held `held` before anything was read of it; `stands` tells whether it holds that still. */
  over(held: string, stands: () => Promise<boolean>): Keeping {
    const disk = this.#disk;
    // Node's Unicode tables cut sentences.
    const gate = `${process.version} ${disk?.gate}`;
    const ground = { basis: `${gate} ${held}`, stands };
    const tracedIn = <T extends object>(
      remembered: RememberedFindings<TracedFinding<T>>,
      shape: z.ZodType<T>,
    ) =>
      this.#isTraced && {
        traced: {
          basis: `${gate} traced`,
          ...remembered.before(disk && placeOn(disk, tracedShape(shape))),
        },
      };
    return {
      articles: {
        ...{ ...ground, ...this.#articles.before(disk && placeOn(disk, reportShape)) },
        ...tracedIn(this.#tracedArticles, reportShape),
      },
      beside: {
        ...{ ...ground, ...this.#beside.before(disk && placeOn(disk, besideShape)) },
        ...tracedIn(this.#tracedBeside, besideShape),
      },
      prune: async (inUse) => disk?.cache.prune(inUse),
    };
  }

  /** Forgets articles that are no longer there. */
  keepOnly(slugs: ReadonlySet<string>): void {
    this.#articles.keepOnly(slugs);
    this.#tracedArticles.keepOnly(slugs);
  }
}

function tracedShape<T>(found: z.ZodType<T>): z.ZodType<TracedFinding<T>> {
  return z.strictObject({ found, looked: traceShape, stood: traceShape });
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
