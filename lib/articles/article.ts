import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Heading, Root } from "mdast";
import { toString } from "mdast-util-to-string";
import GithubSlugger from "github-slugger";
import { visit } from "unist-util-visit";
import type { Place, Problem } from "#lib/series/problem";
import { parseFrontmatter, type Frontmatter } from "./frontmatter.ts";
import { identifyClaims, type IdentifiedClaim } from "./identify-claims.ts";
import type { ExemptMark, Mark, QuotedMark } from "./mark.ts";
import { parseMdx } from "./mdx-tree.ts";
import { readMarks, type ChartReference } from "./read-marks.ts";

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

/** A chart of an article with the tree of its headline. */
export interface ArticleChart {
  readonly id: string;
  readonly headline: Root;
}

/** A chart's headline as its definition has it: MDX text, and where it starts. */
export interface ChartHeadline {
  readonly text: string;
  readonly at: Place;
}

/** An article of a megabyte is a mistake, and would make the gate slow. */
const longestArticle = 400_000;

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
  return parseArticle(await readFile(file, "utf8"), { slug, file }, headlines);
}

/** An article from its text. */
export function parseArticle(
  source: string,
  { slug, file }: { slug: string; file: string },
  headlines: ReadonlyMap<string, ChartHeadline>,
): { article: Article | null; problems: Problem[] } {
  const start: Place = { file, line: 1, column: 1 };
  if (source.length > longestArticle) {
    const message = `the article has ${source.length} characters; at most ${longestArticle} are read`;
    return { article: null, problems: [{ kind: "too-long", message, at: start, fix: "split it" }] };
  }
  const parsed = parseMdx(source, file);
  if ("problems" in parsed) return { article: null, problems: parsed.problems };
  const { tree } = parsed;
  const [first] = tree.children;
  if (first?.type !== "yaml") {
    const message = "the article does not begin with frontmatter";
    return {
      article: null,
      problems: [
        { kind: "frontmatter", message, at: start, fix: "begin with --- and end it with ---" },
      ],
    };
  }
  const { frontmatter, problems } = parseFrontmatter(first.value, file, 2);
  const body = readMarks({ tree, source, start });
  problems.push(...body.problems);
  const { charts, found } = readHeadlines(body.charts, headlines, problems);
  const marks = [...body.marks, ...found];
  if (!frontmatter) return { article: null, problems };
  problems.push(...checkSources(marks, frontmatter));
  const { claims, problems: idProblems } = identifyClaims(
    marks.filter((mark) => mark.type === "claim"),
  );
  problems.push(...idProblems);
  const headline = titleOf(tree);
  const dek = dekOf(tree);
  if (headline === "" || dek === "") {
    const what =
      headline === "" ? "a headline: one line that starts with #" : "a dek: <Dek>…</Dek>";
    problems.push({
      kind: "structure",
      message: `the article has no ${what.split(":")[0]}`,
      at: start,
      fix: `add ${what}`,
    });
  }
  const article: Article = {
    slug,
    file,
    source,
    frontmatter,
    tree,
    headline,
    dek,
    contents: headingsOf(tree),
    claims,
    quoted: marks.filter((mark) => mark.type === "quoted"),
    exempt: marks.filter((mark) => mark.type === "exempt"),
    charts,
    words: toString(tree).split(/\s+/).length,
  };
  return { article, problems };
}

function readHeadlines(
  references: readonly ChartReference[],
  headlines: ReadonlyMap<string, ChartHeadline>,
  problems: Problem[],
) {
  const charts: ArticleChart[] = [];
  const found = references.flatMap(({ id, at }) => {
    const headline = headlines.get(id);
    if (!headline) {
      const known = [...headlines.keys()].join(", ");
      problems.push({
        kind: "unknown-chart",
        message: `there is no chart "${id}"`,
        at,
        fix: `the charts are ${known}`,
      });
      return [];
    }
    if (charts.some((chart) => chart.id === id)) {
      problems.push({
        kind: "chart-twice",
        message: `the chart "${id}" stands twice`,
        at,
        fix: "show it once",
      });
      return [];
    }
    const parsed = parseMdx(headline.text, headline.at.file);
    if ("problems" in parsed) {
      problems.push(...parsed.problems.map((problem) => ({ ...problem, at: headline.at })));
      return [];
    }
    charts.push({ id, headline: parsed.tree });
    const inside = readMarks({ tree: parsed.tree, source: headline.text, start: headline.at });
    problems.push(...inside.problems);
    return inside.marks;
  });
  return { charts, found };
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

function titleOf(tree: Root): string {
  const heading = tree.children.find(
    (node): node is Heading => node.type === "heading" && node.depth === 1,
  );
  return heading ? toString(heading) : "";
}

function dekOf(tree: Root): string {
  let dek = "";
  visit(tree, ["mdxJsxFlowElement", "mdxJsxTextElement"], (node) => {
    if ("name" in node && node.name === "Dek") dek = toString(node).trim();
  });
  return dek;
}

function headingsOf(tree: Root): { id: string; text: string }[] {
  const slugger = new GithubSlugger();
  return tree.children
    .filter((node): node is Heading => node.type === "heading" && node.depth === 2)
    .map((heading) => ({ id: slugger.slug(toString(heading)), text: toString(heading) }));
}
