import { createIndex, type SearchIndex } from "#lib/search/search-index";
import { synonymsOf, type Synonyms } from "#lib/search/synonyms";
import { formatProblem } from "#lib/series/problem";
import { loadCatalogue } from "#lib/sources/catalogue";
import { listAreas } from "#lib/store/area-rows";
import type { Store } from "#lib/store/store";
import { areaIndex } from "./area-index.ts";
import type { ArticleOutline } from "./article-outline.ts";
import type { HeldRelease } from "./build-home-page.ts";
import type { ChartPages } from "./chart-page.ts";
import {
  areaDocuments,
  chartDocuments,
  claimDocuments,
  releaseDocuments,
  termDocuments,
} from "./search-documents.ts";
import type { SharedContent } from "./shared-content.ts";

/** What of the site is searched in memory, and which names stand for one another. */
export interface SiteSearch {
  readonly index: SearchIndex;
  readonly synonyms: Synonyms;
}

/** The documents of a site. Like the site, good for as long as the store holds the same. */
export async function indexSite(
  articles: readonly ArticleOutline[],
  releases: readonly HeldRelease[],
  shown: Pick<ChartPages, "isShown">,
  shared: SharedContent,
  store: Store,
): Promise<SiteSearch> {
  const glossary = shared.glossary();
  const [held, figures, charts] = await Promise.all([
    listAreas(store),
    areaIndex(store, releases),
    chartDocuments(shown, shared.charts),
  ]);
  const catalogue = loadCatalogue();
  if (!catalogue.ok) throw new Error(catalogue.problems.map(formatProblem).join("\n"));
  // The store knows the names that files print, the catalogue also those that readers use.
  const areas = held.map((area) => ({
    ...area,
    aliases: catalogue.value.areas.find(({ slug }) => slug === area.slug)?.aliases ?? [],
  }));
  const synonyms = synonymsOf([
    ...areas.map(({ name, names, aliases }) => [
      ...new Set([name, ...Object.values(names), ...aliases]),
    ]),
    ...glossary.map(({ name, also }) => [name, ...also]),
  ]);
  const documents = [
    ...articles.flatMap(({ documents: own }) => own),
    ...articles.flatMap(claimDocuments),
    ...areaDocuments(areas, figures),
    ...charts,
    ...releaseDocuments(releases),
    ...termDocuments(glossary),
  ];
  return { index: createIndex(documents, synonyms), synonyms };
}
