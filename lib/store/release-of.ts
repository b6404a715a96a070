import type { Catalogue, CatalogueRelease } from "#lib/sources/catalogue";
import type { Release } from "#lib/series/vintage";
import type { Extent } from "./vintage-content.ts";

/** A release as the catalogue describes it. Throws for a slug that no catalogue entry has. */
export function releaseOf(catalogue: Catalogue, slug: string): Release {
  const { title, publisher, url, licence } = entryOf(catalogue, slug);
  return { slug, title, publisher, url, licence };
}

/** How the periods of a release go from vintage to vintage. Throws as `releaseOf` does. */
export function extentOf(catalogue: Catalogue, slug: string): Extent {
  return entryOf(catalogue, slug).extent;
}

function entryOf(catalogue: Catalogue, slug: string): CatalogueRelease {
  const entry = catalogue.releases.find((release) => release.slug === slug);
  if (!entry) throw new Error(`content/catalogue/releases.yml has no release "${slug}"`);
  return entry;
}
