import type { RootContent } from "mdast";
import { toString } from "mdast-util-to-string";
import type { CheckedArticle } from "#lib/articles/check-article";
import { parseMdx } from "#lib/articles/mdx-tree";
import { chartIds, loadChart, type ChartTexts } from "#lib/charts/load";
import type { SearchDocument } from "#lib/search/search-document";
import { formatDay, formatPeriod } from "#lib/series/format";
import type { Area } from "#lib/series/series";
import type { AreaIndex } from "./area-index.ts";
import type { ArticleOutline } from "./article-outline.ts";
import type { HeldRelease } from "./build-home-page.ts";
import type { ChartPages } from "./chart-page.ts";
import { termPath, type GlossaryTerm } from "./glossary.ts";
import { receiptPath } from "./receipt-path.ts";
import { shortName } from "./release-names.ts";

/** An article, and each of its sections on its own: what stands before the first is the article's. */
export function articleDocuments({ article, claims }: CheckedArticle): SearchDocument[] {
  const { slug, headline, dek, frontmatter, contents, tree } = article;
  const path = `/articles/${slug}`;
  const texts: string[][] = [[]];
  for (const node of tree.children) {
    if (node.type === "heading" && node.depth === 2) texts.push([]);
    else if (isText(node)) texts.at(-1)?.push(toString(node).replaceAll(/\s+/g, " ").trim());
  }
  const [opening = [], ...sections] = texts.map((paragraphs) => paragraphs.join(" "));
  return [
    {
      kind: "article",
      path,
      title: headline,
      names: [frontmatter.topic, frontmatter.byline],
      text: `${dek} ${String(opening)}`.trim(),
      place: null,
      figure: { value: formatDay(frontmatter.published), note: `${claims.length} checked claims` },
    },
    ...contents.map(({ id, text }, position): SearchDocument => ({
      kind: "article",
      path: `${path}#${id}`,
      title: text,
      names: [],
      text: sections[position] ?? "",
      place: headline,
      figure: null,
    })),
  ];
}

/** What of an article is running text: its headline and dek are told apart from it. */
function isText(node: RootContent): boolean {
  if (node.type === "heading") return node.depth > 2;
  return (
    node.type !== "yaml" && !("name" in node && (node.name === "Dek" || node.name === "Chart"))
  );
}

/** The sentence of each claim, found by its own words before others. */
export function claimDocuments({
  slug,
  headline,
  claims,
}: Pick<ArticleOutline, "slug" | "headline" | "claims">): SearchDocument[] {
  return claims.map(({ id, sentence, computed, asOf }) => ({
    kind: "claim",
    path: receiptPath(slug, id),
    title: sentence.claim,
    names: [],
    text: `${sentence.before}${sentence.claim}${sentence.after}`,
    place: headline,
    figure: tells(computed) ? { value: computed, note: `as of ${formatDay(asOf)}` } : null,
  }));
}

/** Whether a value says something on its own: an amount or a period does, "true", a bare rank and a list do not. */
function tells(computed: string): boolean {
  return computed !== "true" && !computed.includes(";") && /[^\d.,…−-]/.test(computed);
}

/** Areas under every name that some file prints and those that readers use, with what they hold of Treasuries. */
export function areaDocuments(
  areas: readonly Pick<Area, "slug" | "name" | "names" | "aliases" | "iso">[],
  { columns: [first], sections }: AreaIndex,
): SearchDocument[] {
  const rows = sections.flatMap((section) => section.rows.map((row) => ({ ...row, section })));
  return areas.flatMap(({ slug, name, names, aliases = [], iso }): SearchDocument[] => {
    const row = rows.find((one) => one.slug === slug);
    if (row === undefined) return [];
    const [amount = null] = row.amounts;
    return [
      {
        kind: "area",
        path: `/areas/${slug}`,
        title: name,
        names: [...new Set([...Object.values(names), ...aliases, ...(iso === null ? [] : [iso])])],
        text: "",
        place: row.section.title,
        figure:
          amount === null || first === undefined
            ? null
            : { value: `$${amount} billion`, note: `of Treasuries, ${formatPeriod(first.period)}` },
      },
    ];
  });
}

export function releaseDocuments(held: readonly HeldRelease[]): SearchDocument[] {
  return held.flatMap(({ release: { slug, title, publisher }, vintages }): SearchDocument[] => {
    const newest = vintages.at(-1);
    if (newest === undefined) return [];
    const count =
      vintages.length === 1 ? "the one vintage held" : `newest of ${vintages.length} vintages`;
    return [
      {
        kind: "release",
        path: `/releases/${slug}`,
        title,
        names: [slug, shortName({ slug, title })],
        text: publisher,
        place: null,
        figure: { value: formatDay(newest.date), note: count },
      },
    ];
  });
}

export function termDocuments(glossary: readonly GlossaryTerm[]): SearchDocument[] {
  return glossary.map(({ id, name, also, definition }) => ({
    kind: "term",
    path: termPath(id),
    title: name,
    names: also,
    text: definition,
    place: null,
    figure: null,
  }));
}

/** Every chart that editors defined and readers are shown, by its headline. */
export async function chartDocuments(
  { isShown }: Pick<ChartPages, "isShown">,
  texts: ChartTexts,
): Promise<SearchDocument[]> {
  const charts = await Promise.all(
    (await chartIds(texts)).map(async (id) => ((await isShown(id)) ? loadChart(id, texts) : null)),
  );
  return charts.flatMap((chart): SearchDocument[] => {
    if (!chart?.ok) return [];
    const { id, headline, headlineAt, measure } = chart.definition;
    const parsed = parseMdx(headline, headlineAt.file);
    return "tree" in parsed
      ? [
          {
            ...{ kind: "chart", path: `/charts/${id}`, title: toString(parsed.tree) },
            ...{ names: [], text: measure, place: null, figure: null },
          },
        ]
      : [];
  });
}
