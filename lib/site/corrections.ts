import type { ArticleCorrection, Frontmatter } from "#lib/articles/frontmatter";
import { feedTimesOf } from "./feed-times.ts";

/** One correction, and the article that it is of. */
export interface Correction extends ArticleCorrection {
  readonly article: { readonly slug: string; readonly headline: string };
}

interface Corrected {
  readonly slug: string;
  readonly headline: string;
  readonly frontmatter: Pick<Frontmatter, "said" | "corrections">;
}

/** The corrections of all articles, the newest first. */
export function correctionsOf(articles: readonly Corrected[]): Correction[] {
  return articles
    .flatMap(({ slug, headline, frontmatter }) =>
      timed(frontmatter).map(({ at, correction }) => ({
        at,
        correction: { ...correction, article: { slug, headline } },
      })),
    )
    .sort(
      (left, right) =>
        right.at.localeCompare(left.at, "en") ||
        left.correction.article.slug.localeCompare(right.correction.article.slug, "en"),
    )
    .map(({ correction }) => correction);
}

/** The corrections of one article, the newest first; of one instant, or of one day without times, the last to be written. */
export function newestFirst(
  frontmatter: Pick<Frontmatter, "said" | "corrections">,
): ArticleCorrection[] {
  return timed(frontmatter).map(({ correction }) => correction);
}

/** When readers were last told of a correction: an instant in UTC, or a day where no more is said; null where none was. */
export function lastCorrected(
  frontmatter: Pick<Frontmatter, "said" | "corrections">,
): string | null {
  const [last] = newestFirst(frontmatter);
  return last === undefined ? null : (last.recorded ?? last.instant ?? last.date);
}

function timed(frontmatter: Pick<Frontmatter, "said" | "corrections">) {
  const times = feedTimesOf(frontmatter).corrections;
  return frontmatter.corrections
    .map((correction, position) => ({ at: times[position]?.published ?? "", correction }))
    .toReversed()
    .sort((left, right) => right.at.localeCompare(left.at, "en"));
}
