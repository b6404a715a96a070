import { markWords } from "#lib/search/mark-words";
import type { SearchQuery } from "#lib/search/search-query";
import type { Synonyms } from "#lib/search/synonyms";
import type { Run } from "#lib/search/word-places";
import { formatPeriod } from "#lib/series/format";
import type { Series } from "#lib/series/series";
import { readLatest } from "#lib/store/latest";
import { searchSeries } from "#lib/store/series-search";
import type { Store } from "#lib/store/store";
import { newestVintage } from "#lib/store/vintage-rows";
import { amountInWords } from "./data-figures.ts";
import { dataPath, wholeIndex } from "./data-query.ts";
import { seriesPath } from "./data-page-query.ts";
import { shortName } from "./release-names.ts";
import type { FoundItem } from "./search-found.ts";

/** The series that have what was typed. */
export interface SeriesHits {
  readonly total: number;
  /** Best first, as many as are shown. */
  readonly series: readonly Series[];
  /** Where all are listed. */
  readonly more: string;
  /** The words that some series have instead of those typed; null when none has any like them. */
  readonly meant: string | null;
}

/** The store's search, with the words as typed, then with the usual names for them. Nothing misspelt is found. */
export async function findSeriesFor(
  { parts }: SearchQuery,
  synonyms: Synonyms,
  limit: number,
  store: Store,
): Promise<SeriesHits> {
  const phrases = parts.flatMap(({ isPhrase, text }) => (isPhrase ? [text] : []));
  const typed = parts.map(({ text }) => text).join(" ");
  const usual = usualNames(parts, synonyms);
  let meant: string | null = null;
  for (const text of new Set([typed, usual])) {
    const found = await searchSeries(store, { text, phrases, limit, offset: 0 });
    if (found.meant === null && found.total > 0) {
      const more = dataPath({ ...wholeIndex, search: text });
      return { total: found.total, series: found.series, more, meant: null };
    }
    meant ??= found.meant?.join(" ") ?? null;
  }
  return { total: 0, series: [], more: dataPath(wholeIndex), meant };
}

/** The words with each name as the Treasury has it: "uk t-bills" is "United Kingdom Treasury bills". */
function usualNames(parts: SearchQuery["parts"], synonyms: Synonyms): string {
  const stems = parts.map(({ stems: own }) => own.join(" "));
  const names: string[] = [];
  for (let at = 0; at < parts.length;) {
    const found = synonyms.at(stems, at);
    names.push(found?.first ?? parts[at]?.text ?? "");
    at += found?.length ?? 1;
  }
  return names.join(" ");
}

/** The series as things found, each with its table, since several have one title, and its newest figure. */
export async function seriesItems(
  { series }: SeriesHits,
  runs: readonly Run[],
  store: Store,
): Promise<FoundItem[]> {
  const asOf = await newestVintage(store);
  const keys = series.map(({ key }) => key);
  const latest = asOf === null ? null : await readLatest(store, keys, asOf);
  return series.map((one): FoundItem => {
    const { value = null, period } = latest?.get(one.key)?.latest ?? {};
    return {
      path: seriesPath(one.key),
      title: markWords(one.title, runs),
      excerpt: [],
      place: shortName({ slug: one.release, title: one.release }),
      figure:
        value === null || period === undefined
          ? null
          : { value: amountInWords(value, one), note: formatPeriod(period) },
    };
  });
}
