import { createHash } from "node:crypto";
import { appearanceOf } from "#lib/articles/appearance";
import { withoutByteOrderMark } from "#lib/articles/byte-order-mark";
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
 * Headings and every tag. A ">" in quotes ends no tag. The expressions here are such that their time grows with the length of the
 * text, whatever is typed: it is asked for each second.
 */
const faced = /^#.*$|<[/\w](?:"[^"]*"|'[^']*'|[^"'<>])*>/gm;

/** A chart, up to where its tag ends or cannot be read further; and what stands in a tag under which name. */
const chart = /<Chart(?=\s)(?:"[^"]*"|'[^']*'|[^"'<>])*/g;
const attribute = /(?<![\w-])([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** `bytes` are a file's, as text: it may begin with a byte order mark. */
export function readArticleText(bytes: string): ArticleText {
  const source = withoutByteOrderMark(bytes);
  const { end } = cutFrontmatter(source, "");
  // A quote that stands alone in a comment would open one that ends in a tag.
  const text = withoutComments(source.slice(end));
  const face = [source.slice(0, end), ...deksOf(text), ...(text.match(faced) ?? [])].join("\n");
  return {
    appears: appearanceOf(source),
    face: createHash("sha256").update(face).digest("hex").slice(0, 16),
    charts: [...new Set([...text.matchAll(chart)].flatMap(([tag]) => idsIn(tag)))],
  };
}

/**
 * Another article's page shows the headline and the dek of those that name the same series, and the edition of the site, which is
 * the newest `updated`. A dek that has no end yet is taken to end at the next.
 */
function deksOf(text: string): string[] {
  const [, ...opened] = text.split("<Dek>");
  return opened.map((dek) => dek.split("</Dek>", 1).join(""));
}

function idsIn(tag: string): string[] {
  return [...tag.matchAll(attribute)].flatMap(([, name, double, single]) =>
    name === "id" ? (double ?? single ?? []) : [],
  );
}
