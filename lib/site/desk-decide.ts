import path from "node:path";
import { changeLock, readRecordedIds, recordCorrections } from "#lib/articles/claims-lock";
import { parseArticle, type Article, type ChartHeadline } from "#lib/articles/article";
import { withoutByteOrderMark } from "#lib/articles/byte-order-mark";
import { checkArticle, type CheckedArticle } from "#lib/articles/check-article";
import { withIds } from "#lib/articles/correction-id";
import type { ArticleDecision, WrittenCorrection } from "#lib/articles/frontmatter";
import { readDeskArticle } from "#lib/desk/desk-article";
import type { DeskEntry } from "#lib/desk/desk-entry";
import { checkRange } from "#lib/desk/desk-range";
import { draftCorrections } from "#lib/desk/draft-corrections";
import { editFrontmatter } from "#lib/newsroom/edit-frontmatter";
import { readText } from "#lib/newsroom/read-text";
import { replaceFile } from "#lib/newsroom/replace-file";
import type { VintageDate } from "#lib/series/observation";
import type { Place, Problem } from "#lib/series/problem";
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
      readonly corrections: readonly WrittenCorrection[];
      /** Claims that the vintage contradicts and that no correction is drafted of: their sentences name the vintage they are true of. */
      readonly named: readonly DeskEntry[];
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
 * its time, and is refused while the gate finds anything wrong at that vintage; a draft is written all the same, with a
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
  const file = path.relative(folder, article.file);
  if (call.seen !== null && call.seen !== seenOf(article)) {
    const now = seenOf(article);
    return refuse(
      `${file} changed since it was seen as ${call.seen} (it is ${now} now): read it again at the desk`,
    );
  }
  const range = checkRange({ from: null, to: call.to }, held);
  if (!range.ok || range.range.to === null) return refuse(range.ok ? "No vintage" : range.message);
  const { to } = range.range;
  const once = wholeSeriesReader(rememberingReader(reader));
  const checked = await checkArticle(article, once, null);
  const trouble = findWrongCall(call, checked, to, held);
  if (trouble !== null) return refuse(trouble);
  const before = await readText(article.file);
  if (before === null || withoutByteOrderMark(before) !== article.source)
    return refuse(`${file} was changed meanwhile, or is not UTF-8; nothing was written`);
  const wrong =
    call.decision === "signed" ? await findWrong(checked, to, { reader: once, held }) : [];
  // Words that hold at the vintage need no correction.
  const given = [
    ...(await readRecordedIds(article)).corrections,
    ...article.frontmatter.corrections.map(({ id }) => id),
  ];
  const corrections = withIds(given, draftCorrections(wrong, to, call.changed));
  const edited = editFrontmatter(before, {
    set: call.decision === "signed" ? { asOf: to, updated: call.changed } : {},
    append: { corrections, desk: [toDecision(call, to)] },
  });
  if (!edited.ok) return refuse(`${file}: ${edited.message}; nothing was written`);
  const problems = await findProblems(edited.source, article, headlines, {
    folder,
    reader: once,
    held,
  });
  const added = countLines(edited.source) - countLines(before);
  if (problems.length > 0 && !call.draft) {
    const what = call.decision === "left" ? "does not pass" : `does not hold as of ${to}`;
    const places = problems.map((problem) => moveLines(problem, article.file, -added));
    return refuse(`${file} ${what}; nothing was written`, places);
  }
  const ids = [...article.frontmatter.corrections, ...corrections].flatMap(({ id }) => id ?? []);
  const replaced = await replaceFile(article.file, before, edited.source, () =>
    changeLock(article, () => recordCorrections(article, ids)),
  );
  if (!replaced.ok) return refuse(`${file}: ${replaced.message}`);
  const named = wrong
    .filter(({ namesItsDay }) => namesItsDay)
    .map((entry) => moveLines(entry, article.file, added));
  return { ok: true, file: article.file, corrections, named, problems };
}

/** The claims that the vintage contradicts. */
async function findWrong(
  { article, claims }: CheckedArticle,
  to: VintageDate,
  { reader, held }: Pick<DeskGround, "reader" | "held">,
): Promise<DeskEntry[]> {
  const range = { from: null, to };
  const { entries } = await readDeskArticle({ article, claims, seen: "" }, range, reader, held);
  return entries.filter((entry) => entry.to.mends.length > 0);
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
  const { problems: found } = await checkOne(article, setting);
  // The corrections are recorded with the decision.
  return [...problems, ...found.filter(({ kind }) => kind !== "correction-new")];
}

function countLines(text: string): number {
  return text.split("\n").length;
}

/** The frontmatter grows: an editor looks for a place in the file as it is, before what is refused and after what is written. */
function moveLines<Placed extends { readonly at: Place }>(
  placed: Placed,
  file: string,
  lines: number,
): Placed {
  const { at } = placed;
  return at.file === file
    ? { ...placed, at: { ...at, line: Math.max(1, at.line + lines) } }
    : placed;
}

function refuse(message: string, problems: readonly Problem[] = []): Decided {
  return { ok: false, message, problems };
}
