import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Root } from "mdast";
import { toString } from "mdast-util-to-string";
import { readFileIfThere } from "#lib/charts/read-file-if-there";
import { nearest } from "#lib/series/nearest";
import type { Place, Problem } from "#lib/series/problem";
import type { PlaceOf } from "#lib/series/yaml-text";
import { saysDraft } from "./appearance.ts";
import { parseArticleTree } from "./article-tree.ts";
import { withoutByteOrderMark } from "./byte-order-mark.ts";
import { readChartHeadlines, type ArticleChart, type ChartHeadline } from "./chart-headlines.ts";
import { cutFrontmatter } from "./cut-frontmatter.ts";
import { parseFrontmatter, type Frontmatter } from "./frontmatter.ts";
import { readHeadings } from "./headings.ts";
import { identifyClaims, type IdentifiedClaim } from "./identify-claims.ts";
import type { ExemptMark, Mark, QuotedMark } from "./mark.ts";
import { limitProblems } from "./problem-limit.ts";
import { readMarks, type Aside } from "./read-marks.ts";

export type { ChartHeadline } from "./chart-headlines.ts";

/** An article as written, read and cut into what the rest of the site needs. */
export interface Article {
  readonly slug: string;
  readonly file: string;
  readonly source: string;
  readonly frontmatter: Frontmatter;
  /** Where the fields of the frontmatter stand. */
  readonly fieldPlace: PlaceOf;
  /** Of what could be read; positions are those of the source. */
  readonly tree: Root;
  /** Whether all of the text could be read. When not, problems say what was left out. */
  readonly complete: boolean;
  /** The `#` heading and the `<Dek>` as plain text. */
  readonly headline: string;
  readonly dek: string;
  /** The `##` headings, with the ids they have on the page. */
  readonly contents: readonly { readonly id: string; readonly text: string }[];
  /** In reading order, those in chart headlines where the chart stands. */
  readonly claims: readonly IdentifiedClaim[];
  readonly quoted: readonly QuotedMark[];
  readonly exempt: readonly ExemptMark[];
  readonly charts: readonly ArticleChart[];
  readonly asides: readonly Aside[];
  readonly words: number;
}

/** What was read of an article's file: every problem found, and null when it cannot be made sense of. */
export interface LoadedArticle {
  readonly article: Article | null;
  readonly problems: Problem[];
  /** Whether it says that it is a draft, be it ever so broken. */
  readonly isDraft: boolean;
}

/** The kind of the problem of an article that is not there, and in which nothing else is wrong. */
export const noArticle = "no-article";

/** The slugs of the articles in a folder, in order. */
export async function listSlugs(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads `<folder>/<slug>/index.mdx`. `file` in places is the path as given, so that it can be clicked in a terminal.
 */
export async function loadArticle(
  folder: string,
  slug: string,
  headlines: ReadonlyMap<string, ChartHeadline>,
): Promise<LoadedArticle> {
  const file = path.join(folder, slug, "index.mdx");
  const at: Place = { file, line: 1, column: 1 };
  if (!/^[a-z0-9-]+$/.test(slug)) {
    const message = `the folder "${slug}" cannot stand in an address`;
    const fix = "use lower-case letters, digits and dashes";
    return refuse({ kind: "bad-slug", message, at, fix });
  }
  const source = await readFileIfThere(file);
  if (source === null) {
    const message = `the folder "${slug}" holds no file index.mdx`;
    const fix = "write the article there, or delete the folder";
    const refused = refuse({ kind: noArticle, message, at, fix });
    return { ...refused, isDraft: await isEmpty(path.join(folder, slug)) };
  }
  return parseArticle(source, { slug, file }, headlines);
}

function refuse(problem: Problem): LoadedArticle {
  return { article: null, problems: [problem], isDraft: false };
}

/** A folder that was just made, or left behind, stops nobody: git knows of none. */
async function isEmpty(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  return names.every((name) => name.startsWith("."));
}

/** An article from its text. */
export function parseArticle(
  text: string,
  { slug, file }: { slug: string; file: string },
  headlines: ReadonlyMap<string, ChartHeadline>,
): LoadedArticle {
  const start: Place = { file, line: 1, column: 1 };
  const source = withoutByteOrderMark(text);
  if (source.trim() === "") {
    const fix = "write the article there, or delete the folder";
    return refuse({ kind: noArticle, message: "the file is empty", at: start, fix });
  }
  const { yaml, end, problems: unended } = cutFrontmatter(source, file);
  const {
    frontmatter,
    placeOf: fieldPlace,
    problems: wrongFields,
  } = yaml === null
    ? { frontmatter: null, placeOf: () => start, problems: unended }
    : parseFrontmatter(yaml, file, 2);
  const { tree, problems: unread } = parseArticleTree(source, file, end);
  const complete = unread.length === 0;
  const body = readMarks({ tree, source, start });
  const shown = readChartHeadlines(body.charts, headlines);
  const marks = [...body.marks, ...shown.marks];
  const { headings, problems: structure } = readHeadings(tree, { start, complete });
  // First what hides other problems: the list is cut at its end.
  const found = [...wrongFields, ...unread, ...body.problems, ...shown.problems, ...structure];
  const isDraft = frontmatter?.draft ?? saysDraft(source);
  if (!frontmatter) return { article: null, problems: limitProblems(found, start), isDraft };
  const { claims, problems: wrongIds } = identifyClaims(
    marks.filter((mark) => mark.type === "claim"),
  );
  const article: Article = {
    slug,
    file,
    source,
    frontmatter,
    fieldPlace,
    tree,
    complete,
    ...headings,
    claims,
    quoted: marks.filter((mark) => mark.type === "quoted"),
    exempt: marks.filter((mark) => mark.type === "exempt"),
    charts: shown.charts,
    asides: body.asides,
    words: toString(tree).split(/\s+/).length,
  };
  const problems = [...found, ...checkSources(marks, frontmatter), ...wrongIds];
  return { article, problems: limitProblems(problems, start), isDraft };
}

function checkSources(marks: readonly Mark[], { sources, unread }: Frontmatter): Problem[] {
  if (unread.has("sources")) return [];
  const known = sources.map((source) => source.id);
  return marks.flatMap((mark) => {
    const named = mark.type === "exempt" ? null : mark.source;
    if (named === null || known.includes(named)) return [];
    const [likely] = nearest(named, known, 1);
    return [
      {
        kind: "unknown-source",
        message: `"${mark.text}" names the source "${named}", which is not among the sources`,
        at: mark.at,
        fix: `${likely === undefined ? "" : `write ${likely}, or `}add it to sources: in the frontmatter; there are ${known.join(", ") || "none"}`,
      },
    ];
  });
}
