import { readFile } from "node:fs/promises";
import path from "node:path";
import { listSlugs, parseArticle, type Article } from "#lib/articles/article";
import { parseArticleTree } from "#lib/articles/article-tree";
import { cutFrontmatter } from "#lib/articles/cut-frontmatter";
import { findStatedFigures } from "#lib/claims/stated-figure";
import { parseExpression } from "#lib/expressions/parse";
import { readDraft } from "#lib/marks/draft-text";
import { writeMarks, type LeftFigure } from "#lib/marks/write-marks";
import type { SeriesReader } from "#lib/series/reader";
import { contentFolder, loadHeadlines } from "#lib/site/content";
import type { SuggestSetting } from "#lib/suggest/setting";
import { suggest } from "#lib/suggest/suggest";
import type { Line } from "../line.ts";
import { questionOf } from "./truth.ts";

const openingTag = /<Claim\b(?:\s+[a-zA-Z]+="[^"]*")*\s*>/gu;
const closingTag = /<\/Claim>/gu;

/**
 * How many in a hundred of the marks that are put back may ask something else than the one that stood there, and of the
 * claims how many may not be put back: what is reached, and little worse.
 */
const mostOther = 2;
const mostLost = 52;

/** What became of the claims of some articles that were taken away. */
interface PutBack {
  /** Claims of one figure that stood there. */
  readonly claims: number;
  /** Marks that were written. */
  readonly written: number;
  /** Those that ask something else than what stood there. */
  readonly others: readonly string[];
  readonly left: readonly LeftFigure[];
}

/** Articles without their claims, and how many of the claims on one figure are put back as they were. */
export async function benchPutBack(setting: SuggestSetting, reader: SeriesReader): Promise<Line[]> {
  const first = await putBack(contentFolder, "did-the-world-sell-america", setting, reader);
  const drafts: PutBack[] = [];
  for (const slug of await listSlugs(path.join("bench", "drafts", "articles"))) {
    drafts.push(await putBack(path.join("bench", "drafts"), slug, setting, reader));
  }
  console.log("\nThe first article without its claims, left as they are:");
  for (const { figure, reason } of first.left) console.log(`  "${figure.text}"  ${reason}`);
  return [...linesOf("the first article", [first]), ...linesOf("drafts by another hand", drafts)];
}

function linesOf(what: string, all: readonly PutBack[]): Line[] {
  const written = all.reduce((sum, one) => sum + one.written, 0);
  const claims = all.reduce((sum, one) => sum + one.claims, 0);
  const others = all.flatMap((one) => one.others);
  if (others.length > 0) console.log(`\nPut back otherwise than they stood, ${what}:`);
  for (const other of others) console.log(`  ${other}`);
  const same = written - others.length;
  return [
    {
      name: `marks put back otherwise, ${what}`,
      value: (100 * others.length) / Math.max(1, written),
      ...{
        unit: "%",
        bound: mostOther,
        detail: `${others.length} of ${written} that were written`,
      },
    },
    {
      name: `claims not put back, ${what}`,
      value: 100 - (100 * same) / Math.max(1, claims),
      ...{ unit: "%", bound: mostLost },
      detail: `${same} of ${claims} claims of one figure were, as they stood`,
    },
  ];
}

async function putBack(
  folder: string,
  slug: string,
  setting: SuggestSetting,
  reader: SeriesReader,
): Promise<PutBack> {
  const file = path.join(folder, "articles", slug, "index.mdx");
  const { headlines } = await loadHeadlines(folder);
  const original = await readFile(file, "utf8");
  const { article } = parseArticle(original, { slug, file }, headlines);
  if (article === null) throw new Error(`${file} cannot be read`);
  const stripped = original.replace(openingTag, "").replace(closingTag, "");
  const { end } = cutFrontmatter(stripped, file);
  const draft = readDraft(parseArticleTree(stripped, file, end).tree, stripped);
  const { about, asOf } = article.frontmatter;
  const options = { asOf, about: Object.values(about).join(", ") };
  const { figures } = await suggest(draft.parts, setting, options);
  const { toSource, blockOf } = draft;
  const { source, written, left } = await writeMarks(
    { slug, file, source: stripped, headlines, toSource, blockOf },
    figures,
    { reader, nouns: setting.nouns, heldVintages: setting.vintages },
  );
  const { article: again } = parseArticle(source, { slug, file }, headlines);
  if (again === null) throw new Error(`${file} cannot be read with the marks put back`);
  const before = ofOneFigure(article);
  const others = ofOneFigure(again).filter((claim) => !before.includes(claim));
  return { claims: before.length, written: written.length, others, left };
}

/** The claims of the text that hold one figure, each as the figure and what is asked of it. */
function ofOneFigure({ claims, frontmatter, file }: Article): string[] {
  return claims.flatMap(({ text, expression, form, at }) => {
    const [figure, another] = findStatedFigures(text);
    const parsed = parseExpression(expression, frontmatter.definitions);
    if (at.file !== file || form !== "figure" || !parsed.ok || !figure || another) return [];
    const words = text.slice(figure.start, figure.end).trim();
    return [`"${words}" ${questionOf(parsed.tree)}`];
  });
}
