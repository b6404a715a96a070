import path from "node:path";
import { listSlugs } from "#lib/articles/article";
import type { CheckedArticle } from "#lib/articles/check-article";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
import { byPlace } from "./by-place.ts";
import { amongOthers, checkBetween } from "./check-between.ts";
import { appearancesIn } from "./content-state.ts";
import { contentFolder, findMissing } from "./content.ts";
import { findAgain, type Findings } from "./findings.ts";
import { openGate, type LookedAt } from "./gate.ts";

/** What the gate found in all content but the drafts, which stop nothing and are shown to nobody. */
export interface ContentReport {
  readonly articles: readonly CheckedArticle[];
  /** By file, then by place. */
  readonly problems: readonly Problem[];
}

/**
 * The gate: every article read, every claim decided at its vintage, every figure accounted for, every mark still there.
 * Anything in `problems` stops the build. A link to what appears later is right from then on: `now` is what time it is. `kept` are the findings of an earlier time, for who asks again and again.
 */
export async function checkContent(
  reader: SeriesReader,
  heldVintages: readonly Vintage[],
  now: Date,
  folder = contentFolder,
  kept: Findings<LookedAt> | null = null,
): Promise<ContentReport> {
  const missing = findMissing(folder);
  if (missing) return { articles: [], problems: [missing] };
  const gate = await openGate(reader, heldVintages, folder);
  const appears = appearancesIn(folder);
  const slugs = (await listSlugs(path.join(folder, "articles"))).filter(
    (slug) => appears.get(slug) !== null,
  );
  const { found } = await findAgain(folder, slugs, kept, gate.look);
  const articles = found.flatMap(({ checked }) => checked ?? []);
  const problems = [
    ...(await gate.problemsBeside()).blocking,
    ...found.flatMap((one) => one.problems),
    ...checkBetween(
      articles.map(({ article }) => amongOthers(article)),
      { others: [], appears, now },
    ),
  ];
  return { articles, problems: problems.sort(byPlace) };
}
