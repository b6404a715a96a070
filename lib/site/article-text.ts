import { createHash } from "node:crypto";
import { appearanceOf } from "#lib/articles/appearance";
import { withoutComments } from "#lib/articles/comments";
import { cutFrontmatter } from "#lib/articles/cut-frontmatter";

/** What is known of an article by its text alone, without reading it as MDX. */
export interface ArticleText {
  /** The instant from which on readers see it; null for a draft (lib/articles/appearance.ts). */
  readonly appears: string | null;
  /** Changes with what the pages of other articles may show of it or go by. Running text is no part of it. */
  readonly face: string;
  /** The ids of the charts that it names, whether or not the rest can be read. */
  readonly charts: readonly string[];
}

/**
 * The frontmatter, headings, the dek and every tag: another article's page shows the headline and the dek of those that name the
 * same series, and the edition of the site, which is the newest `updated`.
 */
const faced = /^#.*$|<Dek>[^]*?<\/Dek>|<[^>]*>/gm;

export function readArticleText(source: string): ArticleText {
  const { end } = cutFrontmatter(source, "");
  const text = source.slice(end);
  const face = [source.slice(0, end), ...(text.match(faced) ?? [])].join("\n");
  const charts = [...withoutComments(text).matchAll(/<Chart\s[^>]*?id="([^"]*)"/g)];
  return {
    appears: appearanceOf(source),
    face: createHash("sha256").update(face).digest("hex").slice(0, 16),
    charts: [...new Set(charts.flatMap(([, id]) => id ?? []))],
  };
}
