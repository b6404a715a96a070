import type { Catalogue } from "#lib/sources/catalogue";
import type { Release } from "#lib/series/vintage";

/** A release as the catalogue describes it. Throws for a slug that no catalogue entry has. */
export function releaseOf(catalogue: Catalogue, slug: string): Release {
  const entry = catalogue.releases.find((release) => release.slug === slug);
  if (!entry) throw new Error(`content/catalogue/releases.yml has no release "${slug}"`);
  const { title, publisher, url, licence } = entry;
  return { slug, title, publisher, url, licence };
}
