import path from "node:path";
import { loadArticle, type Article } from "#lib/articles/article";
import type { CheckedArticle } from "#lib/articles/check-article";
import { isSupported } from "#lib/claims/judgement";
import { markProblems, type MarkedProblems } from "#lib/articles/problem-places";
import type { Problem } from "#lib/series/problem";
import type { ArticlePage } from "./article-page.ts";
import { describeArticle } from "./build-article-page.ts";
import { buildReceipt } from "./build-receipt.ts";
import type { ChartView } from "./chart-view.ts";
import { byPlace } from "./by-place.ts";
import { amongOthers, type ArticleAmongOthers } from "./check-between.ts";
import { checkOne } from "./check-one.ts";
import { termsOf } from "./check-terms.ts";
import type { PreviewSetting } from "./preview-setting.ts";
import type { Receipt } from "./receipt.ts";

/** An article as its files were when it was looked at. */
export interface Look {
  /** Those in the article first, in its order. */
  readonly problems: readonly Problem[];
  /** What can be shown of it; null where its frontmatter cannot be read, which all else goes by. */
  readonly made: {
    readonly checked: CheckedArticle;
    readonly marked: MarkedProblems;
    readonly page: ArticlePage;
  } | null;
  /** What readers open behind its claims, to be used again at the next look. */
  readonly receipts: ReceiptsMade;
}

/** Receipts by all that they are made of. */
export type ReceiptsMade = ReadonlyMap<string, Promise<Receipt>>;

/** What the gate finds in an article as its files are now. */
export interface Inspected {
  readonly checked: CheckedArticle | null;
  /** Those in the article itself first, in its order; without what it is to others, which changes when they do. */
  readonly problems: readonly Problem[];
  /** What it is to others; null where nobody can tell. */
  readonly among: ArticleAmongOthers | null;
}

/** Looks at an article by itself. */
export async function inspect(slug: string, setting: PreviewSetting): Promise<Inspected> {
  const { folder, headlines } = setting;
  const { article, problems: unread } = await loadArticle(
    path.join(folder, "articles"),
    slug,
    headlines,
  );
  if (article === null) return { checked: null, problems: unread.toSorted(byPlace), among: null };
  const { checked, problems: found } = await checkOne(article, setting);
  const all = [...unread, ...found, ...problemsOfCharts(article, setting)];
  const problems = ownFirst(all, article.file);
  return { checked, problems, among: amongOthers(article) };
}

/** All that the gate says of an article that was inspected, with what it says of it beside the others as they are now. */
export async function allProblems(
  { problems, among }: Pick<Inspected, "problems" | "among">,
  setting: PreviewSetting,
): Promise<readonly Problem[]> {
  if (among === null) return problems;
  const { file } = among.named.at;
  return ownFirst([...problems, ...(await setting.between(among))], file);
}

function ownFirst(problems: readonly Problem[], file: string): Problem[] {
  const isOwn = ({ at }: Problem) => at.file === file;
  return [
    ...problems.filter(isOwn).sort(byPlace),
    ...problems.filter((problem) => !isOwn(problem)).sort(byPlace),
  ];
}

/** Inspects an article, and makes what can be shown of it. `known` are receipts that were made before. */
export async function lookAt(
  slug: string,
  setting: PreviewSetting,
  known: ReceiptsMade,
): Promise<Look> {
  const inspected = await inspect(slug, setting);
  const { checked } = inspected;
  const problems = await allProblems(inspected, setting);
  if (checked === null) return { problems, made: null, receipts: known };
  const { article } = checked;
  const receipts = makeReceipts(checked, setting, known);
  const page = describeArticle(checked, {
    receipts: await Promise.all(receipts.values()),
    charts: await chartsOf(article, setting),
    code: "",
    terms: termsShown(article, setting),
    problems,
  });
  return {
    problems,
    made: { checked, marked: markProblems(article, problems, setting.headlines), page },
    receipts,
  };
}

/** Why charts that the article names cannot be read. */
function problemsOfCharts({ source }: Article, { problems }: PreviewSetting): Problem[] {
  return problems.filter(({ at }) => {
    const id = path.basename(at.file, ".yml");
    return path.basename(path.dirname(at.file)) === "charts" && source.includes(`"${id}"`);
  });
}

/** A receipt of each claim that holds. One is made of the claim's own words and of the headline, and of nothing else that is written. */
function makeReceipts(
  { article, claims }: CheckedArticle,
  { mark, revisions }: PreviewSetting,
  known: ReceiptsMade,
): ReceiptsMade {
  return new Map(
    claims.filter(isSupported).map((checked) => {
      const { claim, asOf, isPinned } = checked;
      const { id, form, expression, sentence, source } = claim;
      const { headline, slug, frontmatter } = article;
      const name = JSON.stringify([
        ...[mark, slug, headline, id, form, expression, sentence, source, asOf, isPinned],
        frontmatter.sources,
        [...frontmatter.definitions],
      ]);
      return [name, known.get(name) ?? buildReceipt(checked, article, revisions)] as const;
    }),
  );
}

/** The charts that can be drawn. Why others cannot is among the problems. */
async function chartsOf(article: Article, { viewChart }: PreviewSetting): Promise<ChartView[]> {
  const { asOf } = article.frontmatter;
  const viewed = await Promise.all(article.charts.map(({ id }) => viewChart(id, asOf)));
  return viewed.flatMap((one) => (one.ok ? [one.view] : []));
}

function termsShown(article: Article, { glossary }: PreviewSetting) {
  const ids = new Set(termsOf(article));
  return [...ids].flatMap((id) => glossary?.find((term) => term.id === id) ?? []);
}
