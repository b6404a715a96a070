import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArticle, type Article } from "#lib/articles/article";
import { parseArticleTree } from "#lib/articles/article-tree";
import { cutFrontmatter } from "#lib/articles/cut-frontmatter";
import { findStatedFigures } from "#lib/claims/stated-figure";
import { readDraft } from "#lib/marks/draft-text";
import { writeMarks } from "#lib/marks/write-marks";
import { parseExpression } from "#lib/expressions/parse";
import type { SeriesReader } from "#lib/series/reader";
import { contentFolder, loadHeadlines } from "#lib/site/content";
import type { SuggestSetting } from "#lib/suggest/setting";
import { suggest } from "#lib/suggest/suggest";
import type { Line } from "../report.ts";
import { questionOf } from "./truth.ts";

const slug = "did-the-world-sell-america";
const openingTag = /<Claim\b(?:\s+[a-zA-Z]+="[^"]*")*\s*>/gu;
const closingTag = /<\/Claim>/gu;

/** How many in a hundred of the marks that are put back may ask something else than the one that stood there. */
const mostOther = 10;

/** The first article without its claims, and how many of those on one figure are put back as they were. */
export async function putMarksBack(setting: SuggestSetting, reader: SeriesReader): Promise<Line[]> {
  const file = path.join(contentFolder, "articles", slug, "index.mdx");
  const { headlines } = await loadHeadlines(contentFolder);
  const original = await readFile(file, "utf8");
  const { article } = parseArticle(original, { slug, file }, headlines);
  if (article === null) throw new Error(`${file} cannot be read`);
  const stripped = original.replace(openingTag, "").replace(closingTag, "");
  const { end } = cutFrontmatter(stripped, file);
  const draft = readDraft(parseArticleTree(stripped, file, end).tree, stripped);
  const { about, asOf } = article.frontmatter;
  const { figures } = await suggest(draft.parts, setting, {
    asOf,
    about: Object.values(about).join(", "),
  });
  const { source, written, left } = await writeMarks(
    { slug, file, source: stripped, headlines, toSource: draft.toSource, blockOf: draft.blockOf },
    figures,
    { reader, nouns: setting.nouns, heldVintages: setting.vintages },
  );
  const { article: again } = parseArticle(source, { slug, file }, headlines);
  if (again === null) throw new Error(`${file} cannot be read with the marks put back`);
  const before = ofOneFigure(article);
  const same = ofOneFigure(again).filter((claim) => before.includes(claim)).length;
  console.log(`\nThe first article without its claims: left as they are`);
  for (const { figure, reason } of left) console.log(`  "${figure.text}"  ${reason}`);
  console.log("put back otherwise than they stood");
  for (const claim of ofOneFigure(again).filter((one) => !before.includes(one))) {
    console.log(`  ${claim}`);
  }
  return [
    {
      name: "marks put back otherwise, the first article",
      value: (100 * (written.length - same)) / Math.max(1, written.length),
      unit: "%",
      bound: mostOther,
      detail: `${same} of ${before.length} claims with a figure put back as they were, ${written.length} written`,
    },
  ];
}

/** The claims of the text that hold a figure, each as what it asks and the figure that it is asked of. */
function ofOneFigure({ claims, frontmatter, file }: Article): string[] {
  return claims.flatMap(({ text, expression, form, at }) => {
    const [figure, another] = findStatedFigures(text);
    const parsed = parseExpression(expression, frontmatter.definitions);
    if (at.file !== file || form !== "figure" || !parsed.ok || !figure || another) return [];
    const words = text.slice(figure.start, figure.end).trim();
    return [`"${words}" ${questionOf(parsed.tree)}`];
  });
}
