import { excerptOf, markWords } from "#lib/search/mark-words";
import { documentKinds } from "#lib/search/search-document";
import type { FoundDocument, IndexFound } from "#lib/search/search-index";
import { readQuery, type SearchQuery } from "#lib/search/search-query";
import type { Run } from "#lib/search/word-places";
import type { Store } from "#lib/store/store";
import {
  beginnings,
  groupTitles,
  type FoundGroup,
  type FoundItem,
  type FoundKind,
  type SearchFound,
} from "./search-found.ts";
import { findSeriesFor, seriesItems, type SeriesHits } from "./search-series.ts";
import type { SiteSearch } from "./site-search.ts";

/** So many of each kind are shown. */
const mostItems = 8;

/** How groups stand when none fits better. */
const order: readonly FoundKind[] = [
  ...(["term", "area", "article", "series", "claim", "chart", "release"] as const),
];

interface Hits {
  readonly content: IndexFound;
  readonly series: SeriesHits;
}

/**
 * Everything of the site that has what was typed, in groups, the best fit first. What nothing has is taken for the words most
 * like it, and `meant` says for which.
 */
export async function searchSite(
  typed: string,
  search: SiteSearch,
  store: Store,
): Promise<SearchFound> {
  const query = readQuery(typed);
  if (query.parts.length === 0) {
    return { text: query.text, meant: null, groups: [], suggested: beginnings };
  }
  const asTyped = await hitsOf(query, search, store);
  if (!isEmpty(asTyped)) return found(query, null, asTyped, store);
  for (const meant of corrections(query, search, asTyped.series.meant)) {
    const corrected = readQuery(meant);
    const hits = await hitsOf(corrected, search, store);
    if (!isEmpty(hits)) return found(query, meant, hits, store);
  }
  // Nothing has all of it: each word that finds something on its own.
  const words = [...new Set(query.parts.map(({ text }) => search.index.correct(text)))];
  const alone = words.filter((word) => word !== null);
  return {
    ...{ text: query.text, meant: null, groups: [] },
    suggested: words.length > 1 && alone.length > 0 ? alone.slice(0, mostItems) : beginnings,
  };
}

async function hitsOf(query: SearchQuery, search: SiteSearch, store: Store): Promise<Hits> {
  const [content, series] = [
    search.index.find(query),
    await findSeriesFor(query, search.synonyms, mostItems, store),
  ];
  return { content, series };
}

function isEmpty({ content, series }: Hits): boolean {
  return content.documents.length === 0 && series.total === 0;
}

/** What a misspelt search may have meant: by the words of the site, then by those of the series. */
function* corrections(
  { parts }: SearchQuery,
  { index }: SiteSearch,
  meantSeries: string | null,
): Generator<string> {
  const words = parts.map(({ text, isPhrase }) => {
    const corrected = text.split(/\s+/).map((word) => index.correct(word));
    if (corrected.includes(null)) return null;
    return isPhrase ? `"${corrected.join(" ")}"` : corrected.join(" ");
  });
  if (!words.includes(null)) yield words.join(" ");
  if (meantSeries !== null) yield meantSeries;
}

async function found(
  { text }: SearchQuery,
  meant: string | null,
  { content, series }: Hits,
  store: Store,
): Promise<SearchFound> {
  const groups = documentKinds.flatMap((kind): RankedGroup[] => {
    const documents = content.documents.filter((one) => one.document.kind === kind);
    const distinct = kind === "claim" ? oncePerSentence(documents) : documents;
    const [best] = distinct;
    if (best === undefined) return [];
    const items = distinct.slice(0, mostItems).map((one) => itemOf(one, content.runs));
    return [{ rank: ranks[best.fit], group: groupOf(kind, countsOf(distinct), items, null) }];
  });
  if (series.total > 0) {
    const items = await seriesItems(series, content.runs, store);
    const more = series.total > items.length ? series.more : null;
    groups.push({
      rank: ranks.title,
      group: groupOf("series", { total: series.total, places: series.total }, items, more),
    });
  }
  groups.sort(
    (left, right) =>
      right.rank - left.rank || order.indexOf(left.group.kind) - order.indexOf(right.group.kind),
  );
  return { text, meant, groups: groups.map(({ group }) => group), suggested: [] };
}

interface RankedGroup {
  readonly rank: number;
  readonly group: FoundGroup;
}

/** A series that has all words is no better than a title that has. */
const ranks: Readonly<Record<FoundDocument["fit"], number>> = { exact: 2, title: 1, text: 0 };

function groupOf(
  kind: FoundKind,
  counts: Pick<FoundGroup, "total" | "places">,
  items: readonly FoundItem[],
  more: string | null,
): FoundGroup {
  return { kind, title: groupTitles[kind], ...counts, items, more };
}

/** An article and its sections, which have addresses within its own, are one thing in several places. */
function countsOf(documents: readonly FoundDocument[]): Pick<FoundGroup, "total" | "places"> {
  const pages = documents.map(({ document: { kind, path } }) =>
    kind === "article" ? path.replace(/#.*$/, "") : path,
  );
  return { total: new Set(pages).size, places: documents.length };
}

/** Of the claims in one sentence the one that fits best. */
function oncePerSentence(claims: readonly FoundDocument[]): FoundDocument[] {
  const seen = new Set<string>();
  return claims.filter(({ document: { place, text } }) => {
    const sentence = `${place ?? ""} ${text}`;
    if (seen.has(sentence)) return false;
    seen.add(sentence);
    return true;
  });
}

function itemOf({ document }: FoundDocument, runs: readonly Run[]): FoundItem {
  const { kind, path, title, text, place, figure } = document;
  // What a claim is called is its sentence.
  if (kind === "claim") {
    return { path, title: excerptOf(text, runs), excerpt: [], place, figure };
  }
  const hasExcerpt = kind === "article" || kind === "term";
  return {
    ...{ path, place, figure },
    title: markWords(title, runs),
    excerpt: hasExcerpt ? excerptOf(text, runs) : [],
  };
}
