import path from "node:path";
import { listSlugs } from "#lib/articles/article";
import type { ArticleReport, CheckCache } from "#lib/articles/check-cache";
import { isSupported } from "#lib/claims/judgement";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
import { byPlace } from "./by-place.ts";
import { amongOthers, checkBetween, type ArticleAmongOthers } from "./check-between.ts";
import { appearancesIn } from "./content-state.ts";
import { contentFolder, findMissing } from "./content.ts";
import { findAgain, type Findings } from "./findings.ts";
import { openGate, type LookedAt } from "./gate.ts";

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
  /** All of them. By file, then by place. */
  readonly problems: readonly Problem[];
  /** Those that stop the build: all but what only drafts have. */
  readonly blocking: readonly Problem[];
}

/** What may be kept from one run to the next. */
export interface Keeping {
  readonly cache: CheckCache;
  /** Names all that a check depends on besides the content: the gate's own code and what the store holds. */
  readonly basis: () => Promise<string>;
}

/**
 * The same gate as `checkContent`, for who wants to know what is wrong and not to show pages: drafts are held against the data
 * too, one article is in memory at a time, and what was found before, in the same bytes by the same gate over the same store, is
 * not looked for again.
 */
export async function reportContent(
  reader: SeriesReader,
  heldVintages: readonly Vintage[],
  now: Date,
  folder = contentFolder,
  keeping: Keeping | null = null,
  open = openGate,
): Promise<ContentSummary> {
  const missing = findMissing(folder);
  if (missing) return { reports: [], unchanged: 0, problems: [missing], blocking: [missing] };
  const gate = await open(reader, heldVintages, folder);
  const articles = path.join(folder, "articles");
  const slugs = await listSlugs(articles);
  const { found, unchanged } = await findAgain(folder, slugs, findingsIn(keeping), async (slug) =>
    reportOf(await gate.look(slug)),
  );
  await keeping?.cache.prune();
  const reports = slugs.flatMap((slug, position): NamedReport[] => {
    const report = found[position];
    const file = path.join(articles, slug, "index.mdx");
    return report === undefined ? [] : [{ slug, file, ...report }];
  });
  const { blocking: beside, ofDrafts } = await gate.problemsBeside();
  const drafts = reports.filter(({ isDraft }) => isDraft);
  const others = reports.filter(({ isDraft }) => !isDraft);
  const [gated, drafted] = [knownIn(others), knownIn(drafts)];
  const appears = appearancesIn(folder);
  const blocking = [
    ...beside,
    ...others.flatMap((report) => report.problems),
    ...checkBetween(gated, { others: [], appears, now }),
  ];
  const inDrafts = [
    ...ofDrafts,
    ...drafts.flatMap((report) => report.problems),
    // Of two that clash the draft is the one to change.
    ...checkBetween(drafted, { others: gated, appears, now }),
  ];
  const problems = [...blocking, ...inDrafts];
  return {
    reports,
    unchanged,
    problems: problems.sort(byPlace),
    blocking: blocking.sort(byPlace),
  };
}

function knownIn(reports: readonly NamedReport[]): ArticleAmongOthers[] {
  return reports.flatMap(({ counts }) => counts ?? []);
}

function findingsIn(keeping: Keeping | null): Findings<ArticleReport> | null {
  if (keeping === null) return null;
  const { cache, basis } = keeping;
  return {
    basis,
    read: (_, name) => cache.read(name),
    write: (_, name, report) => cache.write(name, report),
  };
}

function reportOf({ checked, problems, isDraft }: LookedAt): ArticleReport {
  if (checked === null) return { counts: null, isDraft, problems: [...problems] };
  const { claims, quoted, exempt, frontmatter } = checked.article;
  return {
    counts: {
      ...amongOthers(checked.article),
      asOf: frontmatter.asOf,
      claims: claims.length,
      held: checked.claims.filter(isSupported).length,
      quoted: quoted.length,
      exempt: exempt.length,
    },
    isDraft,
    problems: [...problems],
  };
}
