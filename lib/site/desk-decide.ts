import { readFile } from "node:fs/promises";
import { parseArticle, type Article, type ChartHeadline } from "#lib/articles/article";
import { checkArticle, type CheckedArticle } from "#lib/articles/check-article";
import type { ArticleCorrection, ArticleDecision } from "#lib/articles/frontmatter";
import { readDeskArticle } from "#lib/desk/desk-article";
import { checkRange } from "#lib/desk/desk-range";
import { draftCorrections } from "#lib/desk/draft-corrections";
import { editFrontmatter } from "#lib/desk/edit-frontmatter";
import { replaceFile } from "#lib/desk/replace-file";
import type { VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import { rememberingReader } from "#lib/series/remembering-reader";
import type { Vintage } from "#lib/series/vintage";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import { checkOne } from "./check-one.ts";
import { loadArticles } from "./content.ts";
import { findWrongCall, type DeskCall } from "./desk-call.ts";
import { seenOf } from "./desk.ts";
import { loadWords } from "./load-words.ts";

/** What came of a decision. When it is refused, the content is as it was. */
export type Decided =
  | {
      readonly ok: true;
      readonly file: string;
      readonly corrections: readonly ArticleCorrection[];
      /** What is still to be mended, of a draft. */
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly message: string; readonly problems: readonly Problem[] };

/** Where the content and the figures are. */
export interface DeskGround {
  readonly folder: string;
  readonly reader: SeriesReader;
  readonly held: readonly Vintage[];
}

/**
 * Records an editor's decision on a vintage in the article's frontmatter. To sign moves `asOf` to the vintage and `updated` to
 * the day, and is refused while the gate finds anything wrong at that vintage; a draft is written all the same, with a
 * correction for each sentence to be mended. To leave keeps `asOf`. No word of the text is changed by either.
 */
export async function decide(
  call: DeskCall,
  { folder, reader, held }: DeskGround,
): Promise<Decided> {
  const { articles, headlines } = await loadArticles(folder);
  const article = articles.find(({ slug }) => slug === call.slug);
  if (article === undefined) {
    const known = articles.map(({ slug }) => slug).join(", ") || "none";
    return refuse(`There is no article "${call.slug}" that can be read; there are ${known}`);
  }
  if (call.seen !== null && call.seen !== seenOf(article)) {
    const now = seenOf(article);
    return refuse(
      `${article.file} changed since it was seen as ${call.seen} (it is ${now} now): read it again at the desk`,
    );
  }
  const range = checkRange({ from: null, to: call.to }, held);
  if (!range.ok || range.range.to === null) return refuse(range.ok ? "No vintage" : range.message);
  const { to } = range.range;
  const once = wholeSeriesReader(rememberingReader(reader));
  const checked = await checkArticle(article, once, null);
  const wrong = findWrongCall(call, checked, to, held);
  if (wrong !== null) return refuse(wrong);
  const before = await readText(article.file);
  if (before?.replace(/^\ufeff/u, "") !== article.source)
    return refuse(`${article.file} was changed meanwhile, or is not UTF-8; nothing was written`);
  const corrections =
    call.decision === "signed" ? await draft(checked, to, call, { reader: once, held }) : [];
  const edited = editFrontmatter(before, {
    set: call.decision === "signed" ? { asOf: to, updated: call.on } : {},
    append: { corrections, desk: [toDecision(call, to)] },
  });
  if (!edited.ok) return refuse(`${article.file}: ${edited.message}; nothing was written`);
  const problems = await findProblems(edited.source, article, headlines, {
    folder,
    reader: once,
    held,
  });
  if (problems.length > 0 && !call.draft) {
    const what = call.decision === "left" ? "does not pass" : `does not hold as of ${to}`;
    const added = countLines(edited.source) - countLines(before);
    const places = problems.map((problem) => moveUp(problem, article.file, added));
    return refuse(`${article.file} ${what}; nothing was written`, places);
  }
  const replaced = await replaceFile(article.file, before, edited.source);
  if (!replaced.ok) return refuse(replaced.message);
  return { ok: true, file: article.file, corrections, problems };
}

/** The text of a file as its bytes have it; null when they are no UTF-8 and would not be kept. */
async function readText(file: string): Promise<string | null> {
  const bytes = await readFile(file);
  const text = bytes.toString("utf8");
  return Buffer.from(text).equals(bytes) ? text : null;
}

/** What must be said to readers once the words are mended. Words that hold at the vintage need no correction. */
async function draft(
  { article, claims }: CheckedArticle,
  to: VintageDate,
  { on }: DeskCall,
  { reader, held }: Pick<DeskGround, "reader" | "held">,
): Promise<ArticleCorrection[]> {
  const range = { from: null, to };
  const { entries } = await readDeskArticle({ article, claims, seen: "" }, range, reader, held);
  return draftCorrections(entries, to, on);
}

function toDecision({ decision, by, on, note }: DeskCall, vintage: VintageDate): ArticleDecision {
  return { vintage, decision, by, on, ...(note === null ? {} : { note }) };
}

/** What the gate finds in the article as it would be. */
async function findProblems(
  source: string,
  { slug, file }: Article,
  headlines: ReadonlyMap<string, ChartHeadline>,
  { folder, reader, held }: DeskGround,
): Promise<readonly Problem[]> {
  const { article, problems } = parseArticle(source, { slug, file }, headlines);
  if (article === null) return problems;
  const { words } = await loadWords(folder);
  const setting = { reader, heldVintages: held, ...words, folder };
  return [...problems, ...(await checkOne(article, setting)).problems];
}

function countLines(text: string): number {
  return text.split("\n").length;
}

/** The frontmatter would have grown; an editor looks for the place in the file as it is. */
function moveUp(problem: Problem, file: string, lines: number): Problem {
  const { at } = problem;
  if (at.file !== file) return problem;
  return { ...problem, at: { ...at, line: Math.max(1, at.line - lines) } };
}

function refuse(message: string, problems: readonly Problem[] = []): Decided {
  return { ok: false, message, problems };
}
