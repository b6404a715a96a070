import "server-only";
import type { Ledger } from "#lib/evidence/ledger";
import { makeLedgerFiles, type LedgerFiles } from "#lib/site/ledger-files";
import { Kept } from "../_http/kept.ts";
import { getSite } from "./site.ts";
import { siteUrl } from "./site-url.ts";

/** In bytes: the files of an article of a hundred claims have half a million. */
const keptLimit = 32 * 1024 * 1024;

const kept = new Kept<LedgerFiles>(keptLimit, (files) =>
  Object.values(files).reduce((sum, { body }) => sum + body.length, 0),
);

/** The claims of an article with all that they rest on, or null when there is no such article. */
export async function getLedger(slug: string): Promise<Ledger | null> {
  return (await getSite()).ledger(slug);
}

/** The files of an article's claims, made once for what the store holds; null when there is no such article. */
export async function getLedgerFiles(slug: string): Promise<LedgerFiles | null> {
  const site = await getSite();
  const key = `${site.holds} ${slug}`;
  const known = kept.get(key);
  // What an editor changes while the site is developed is another ledger of the same figures.
  if (known && process.env.NODE_ENV === "production") return known;
  const ledger = await site.ledger(slug);
  if (ledger === null) return null;
  const files = await makeLedgerFiles(ledger, siteUrl().origin);
  kept.set(key, files);
  return files;
}
