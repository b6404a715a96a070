import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Root } from "mdast";
import { toString } from "mdast-util-to-string";
import type { Place, Problem } from "#lib/series/problem";
import { readChartHeadlines, type ArticleChart, type ChartHeadline } from "./chart-headlines.ts";
import { parseFrontmatter, type Frontmatter } from "./frontmatter.ts";
import { readHeadings } from "./headings.ts";
import { identifyClaims, type IdentifiedClaim } from "./identify-claims.ts";
import type { ExemptMark, Mark, QuotedMark } from "./mark.ts";
import { parseMdx } from "./mdx-tree.ts";
import { limitProblems } from "./problem-limit.ts";
import { readMarks } from "./read-marks.ts";

export type { ChartHeadline } from "./chart-headlines.ts";

/** An article as written, read and cut into what the rest of the site needs. */
export interface Article {
  readonly slug: string;
  readonly file: string;
  readonly source: string;
  readonly frontmatter: Frontmatter;
  readonly tree: Root;
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
  readonly words: number;
}

/** An article of a megabyte is a mistake, and would make the gate slow. */
const longestArticle = 400_000;

/** What stands between the first line, `---`, and the next such line. */
const frontmatterText = /^---[ \t]*\r?\n(?<yaml>[^]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/;

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
 * Returns every problem found; the article is null when it cannot be made sense of.
 */
export async function loadArticle(
  folder: string,
  slug: string,
  headlines: ReadonlyMap<string, ChartHeadline>,
): Promise<{ article: Article | null; problems: Problem[] }> {
  const file = path.join(folder, slug, "index.mdx");
  const at: Place = { file, line: 1, column: 1 };
  if (!/^[a-z0-9-]+$/.test(slug)) {
    const message = `the folder "${slug}" cannot stand in an address`;
    const fix = "use lower-case letters, digits and dashes";
    return { article: null, problems: [{ kind: "bad-slug", message, at, fix }] };
  }
  const source = await readIfThere(file);
  if (source === null) {
    const message = `the folder "${slug}" holds no index.mdx`;
    const fix = "write the article there, or delete the folder";
    return { article: null, problems: [{ kind: "no-article", message, at, fix }] };
  }
  return parseArticle(source, { slug, file }, headlines);
}

/** The text of a file, or null when there is none. Other read errors are thrown. */
async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** An article from its text. */
export function parseArticle(
  text: string,
  { slug, file }: { slug: string; file: string },
  headlines: ReadonlyMap<string, ChartHeadline>,
): { article: Article | null; problems: Problem[] } {
  const start: Place = { file, line: 1, column: 1 };
  // Some editors begin a file with a byte order mark, which would hide the frontmatter.
  const source = text.replace(/^\ufeff/, "");
  const stop = (problems: readonly Problem[]) => ({
    article: null,
    problems: limitProblems(problems, start),
  });
  if (source.length > longestArticle) {
    const message = `the article has ${source.length} characters; at most ${longestArticle} are read`;
    return stop([{ kind: "too-long", message, at: start, fix: "split it" }]);
  }
  // The frontmatter is read on its own, so that its problems are told even where the rest cannot be read.
  const yaml = frontmatterText.exec(source)?.groups?.["yaml"];
  if (yaml === undefined) {
    const message = "the article does not begin with frontmatter";
    const fix = "begin with --- and end it with ---";
    return stop([{ kind: "frontmatter", message, at: start, fix }]);
  }
  const { frontmatter, problems: wrongFields } = parseFrontmatter(yaml, file, 2);
  const parsed = parseMdx(source, file);
  if ("problems" in parsed) return stop([...wrongFields, ...parsed.problems]);
  const { tree } = parsed;
  const body = readMarks({ tree, source, start });
  const shown = readChartHeadlines(body.charts, headlines);
  const marks = [...body.marks, ...shown.marks];
  const { headings, problems: structure } = readHeadings(tree, start);
  const found = [...wrongFields, ...body.problems, ...shown.problems, ...structure];
  if (!frontmatter) return stop(found);
  const { claims, problems: wrongIds } = identifyClaims(
    marks.filter((mark) => mark.type === "claim"),
  );
  const article: Article = {
    slug,
    file,
    source,
    frontmatter,
    tree,
    ...headings,
    claims,
    quoted: marks.filter((mark) => mark.type === "quoted"),
    exempt: marks.filter((mark) => mark.type === "exempt"),
    charts: shown.charts,
    words: toString(tree).split(/\s+/).length,
  };
  const problems = [...found, ...checkSources(marks, frontmatter), ...wrongIds];
  return { article, problems: limitProblems(problems, start) };
}

function checkSources(marks: readonly Mark[], { sources }: Frontmatter): Problem[] {
  const known = sources.map((source) => source.id);
  return marks.flatMap((mark) => {
    const named = mark.type === "exempt" ? null : mark.source;
    if (named === null || known.includes(named)) return [];
    return [
      {
        kind: "unknown-source",
        message: `"${mark.text}" names the source "${named}", which is not among the sources`,
        at: mark.at,
        fix: `add it to sources: in the frontmatter; there are ${known.join(", ") || "none"}`,
      },
    ];
  });
}
