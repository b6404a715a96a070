import path from "node:path";
import { listSlugs, loadArticle, type ChartHeadline } from "#lib/articles/article";
import { isSupported } from "#lib/claims/judgement";
import { sha256, type ArticleReport, type CheckCache } from "#lib/articles/check-cache";
import { projectFolder } from "#lib/charts/content-folder";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Vintage } from "#lib/series/vintage";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import { byPlace } from "./check-content.ts";
import { checkIds, namedId } from "./check-ids.ts";
import { checkLoneCharts } from "./check-lone-charts.ts";
import { checkOne, type CheckSetting } from "./check-one.ts";
import { contentFolder, findMissing, loadHeadlines } from "./content.ts";
import { hashFolder } from "./hash-folder.ts";
import { loadWords } from "./load-words.ts";

/** The report of one article, by the folder it lies in. */
export interface NamedReport extends ArticleReport {
  readonly slug: string;
  readonly file: string;
}

/** What the gate found in all content, in figures. */
export interface ContentSummary {
  readonly reports: readonly NamedReport[];
  /** How many articles were not looked at again. */
  readonly unchanged: number;
  /** By file, then by place. */
  readonly problems: readonly Problem[];
}

/** What may be kept from one run to the next. */
export interface Keeping {
  readonly cache: CheckCache;
  /** Names all that a check depends on besides the content: the gate's own code and what the store holds. */
  readonly basis: () => Promise<string>;
}

/**
 * The same gate as `checkContent`, for who wants to know what is wrong and not to show pages: one article is in memory at a
 * time, and what was found before, in the same bytes by the same gate over the same store, is not looked for again.
 */
export async function reportContent(
  reader: SeriesReader,
  heldVintages: readonly Vintage[],
  folder = contentFolder,
  keeping: Keeping | null = null,
): Promise<ContentSummary> {
  const missing = findMissing(folder);
  if (missing) return { reports: [], unchanged: 0, problems: [missing] };
  const { headlines, problems } = await loadHeadlines(folder);
  const { words, problems: inWords } = await loadWords(folder);
  const once = wholeSeriesReader(rememberingReader(reader));
  const setting = { reader: once, heldVintages, ...words, folder };

  const articles = path.join(folder, "articles");
  const basis = await keeping?.basis();
  const rest = await hashRest(folder);
  const nameOf = async (slug: string) =>
    sha256([basis, rest, articles, slug, await hashFolder(path.join(articles, slug))].join("\n"));

  const reports: NamedReport[] = [];
  const fresh = new Map<string, NamedReport>();
  for (const slug of await listSlugs(articles)) {
    const file = path.join(articles, slug, "index.mdx");
    const name = keeping ? await nameOf(slug) : slug;
    const known = keeping ? await keeping.cache.read(name) : null;
    const report = { slug, file, ...(known ?? (await reportOne(setting, headlines, slug))) };
    if (known === null) fresh.set(name, report);
    reports.push(report);
  }
  // What was written to meanwhile, in the store or in a file, may have been read half old and half new.
  if (keeping && (await keeping.basis()) === basis && (await hashRest(folder)) === rest) {
    for (const [name, { slug, counts, problems: found }] of fresh) {
      if ((await nameOf(slug)) === name)
        await keeping.cache.write(name, { counts, problems: found });
    }
    await keeping.cache.prune();
  }
  const named = reports.flatMap(({ counts }) => (counts ? [counts.named] : []));
  const all = [
    ...inWords,
    ...problems,
    ...reports.flatMap((report) => report.problems),
    ...(await checkLoneCharts(headlines, setting)),
    ...checkIds(named),
  ];
  return { reports, unchanged: reports.length - fresh.size, problems: all.sort(byPlace) };
}

async function reportOne(
  setting: CheckSetting,
  headlines: ReadonlyMap<string, ChartHeadline>,
  slug: string,
): Promise<ArticleReport> {
  const folder = path.join(setting.folder, "articles");
  const { article, problems: unread } = await loadArticle(folder, slug, headlines);
  if (article === null) return { counts: null, problems: unread };
  const { checked, problems } = await checkOne(article, setting);
  const { claims, quoted, exempt, frontmatter } = article;
  return {
    counts: {
      named: namedId(article),
      asOf: frontmatter.asOf,
      claims: claims.length,
      held: checked.claims.filter(isSupported).length,
      quoted: quoted.length,
      exempt: exempt.length,
    },
    problems: [...unread, ...problems],
  };
}

/** A hash of all content but the articles: charts, catalogue, nouns. */
async function hashRest(folder: string): Promise<string> {
  const own = await hashFolder(folder, "articles");
  return folder === projectFolder ? own : `${own} ${await hashFolder(projectFolder, "articles")}`;
}
