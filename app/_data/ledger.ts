import "server-only";
import type { Ledger } from "#lib/evidence/ledger";
import { makeLedgerFiles, type LedgerFiles } from "#lib/site/ledger-files";
import type { Site } from "#lib/site/site";
import { Kept } from "../_http/kept.ts";
import { getSite } from "./site.ts";
import { siteUrl } from "./site-url.ts";

/** In bytes: the files of an article of a hundred claims have half a million. */
const keptLimit = 32 * 1024 * 1024;

const kept = new Kept<LedgerFiles>(keptLimit, (files) =>
  Object.values(files).reduce((sum, { body }) => sum + body.length, 0),
);

/** Those that are being made: who asks meanwhile shares them, since to compress them keeps the processor for a while. */
const making = new Map<string, Promise<LedgerFiles | null>>();

/** The claims of an article with all that they rest on, or null when there is no such article. */
export async function getLedger(slug: string): Promise<Ledger | null> {
  return (await getSite()).ledger(slug);
}

/** The files of an article's claims, made once for what the store holds; null when there is no such article. */
export async function getLedgerFiles(slug: string): Promise<LedgerFiles | null> {
  const site = await getSite();
  const key = `${site.holds} ${slug}`;
  // What an editor changes while the site is developed is another ledger of the same figures.
  const known = process.env.NODE_ENV === "production" ? kept.get(key) : undefined;
  return known ?? making.get(key) ?? make(key, site, slug);
}

/** A failure is not kept: the next who asks tries again. */
function make(key: string, site: Site, slug: string): Promise<LedgerFiles | null> {
  const made = makeFiles(site, slug)
    .then((files) => {
      if (files !== null) kept.set(key, files);
      return files;
    })
    .finally(() => making.delete(key));
  making.set(key, made);
  return made;
}

async function makeFiles(site: Site, slug: string): Promise<LedgerFiles | null> {
  const ledger = await site.ledger(slug);
  return ledger && makeLedgerFiles(ledger, siteUrl().origin);
}
