import path from "node:path";
import { parseArticle, type Article } from "#lib/articles/article";
import { changeLock, lockFile, lockKinds, writeLock } from "#lib/articles/claims-lock";
import { compileArticle } from "#lib/articles/compile";
import { publishArticle } from "#lib/newsroom/publish-article";
import { readText } from "#lib/newsroom/read-text";
import { replaceFile } from "#lib/newsroom/replace-file";
import type { Problem } from "#lib/series/problem";
import { rememberingReader } from "#lib/series/remembering-reader";
import { wholeSeriesReader } from "#lib/series/whole-series-reader";
import type { NewsroomGround } from "./begin-article.ts";
import { byPlace } from "./by-place.ts";
import { amongOthers, checkBetween, checkLinksTo } from "./check-between.ts";
import { checkOne } from "./check-one.ts";
import { appearancesIn } from "./content-state.ts";
import { loadArticles } from "./content.ts";
import { drawPictures } from "./draw-pictures.ts";
import { loadWords } from "./load-words.ts";

/** What is to be published, and when. */
export interface PublishCall {
  readonly slug: string;
  readonly file: string;
  readonly at: string | null;
  readonly now: Date;
}

/** What came of it. Unless it is `done`, the files are as they were. */
export type Published =
  | {
      readonly state: "done";
      readonly appears: string;
      readonly claims: number;
      readonly pictures: readonly string[];
      readonly lock: string;
    }
  | { readonly state: "published"; readonly appears: string }
  | {
      readonly state: "refused";
      readonly message: string;
      readonly problems: readonly Problem[];
    };

/**
 * Publishes an article: holds it against the data as it is to be, compiles its page and draws its pictures, records its
 * marks, and takes `draft` away last, in one step. Until then readers see nothing of it, whatever happens.
 */
export async function publish(call: PublishCall, ground: NewsroomGround): Promise<Published> {
  const { file } = call;
  const before = await readText(file);
  if (before === null) return refused("it is not UTF-8: save it as such");
  const publication = publishArticle(before, call);
  if (publication.state !== "ready") return publication;
  const { source, appears, removed } = publication;
  const reader = wholeSeriesReader(rememberingReader(ground.reader));
  const found = await check(source, appears, call, { ...ground, reader });
  // Places are those of the file as it is, which has the line of the draft yet.
  const problems = found.problems.map((problem) => moveBehind(problem, file, removed));
  const { article } = found;
  if (article === null || problems.length > 0)
    return refused("it does not pass the check", problems.sort(byPlace));
  const drawn = await drawPictures(article, reader, ground.folder);
  if (!drawn.ok) return refused(drawn.message);
  await compileArticle(article);
  const lock = lockFile(article);
  // Of two who publish at once, only the one whose text is shown records its marks.
  const record = () => changeLock(article, () => writeLock(article));
  const replaced = await replaceFile(file, before, source, record);
  if (!replaced.ok) return refused(replaced.why);
  return { state: "done", appears, claims: article.claims.length, pictures: drawn.names, lock };
}

/** What the gate says of the article as it is to be, of what it shares with the others, and of their links to it. */
async function check(
  source: string,
  appears: string,
  { slug, file, now }: PublishCall,
  { folder, reader, held }: NewsroomGround,
): Promise<{ article: Article | null; problems: Problem[] }> {
  const loaded = await loadArticles(folder);
  const { words, problems: inWords } = await loadWords(folder);
  const shared = [...inWords, ...loaded.problems.filter(({ at }) => isShared(at.file, folder))];
  const { article, problems } = parseArticle(source, { slug, file }, loaded.headlines);
  if (article === null) return { article, problems: [...shared, ...problems] };
  const checked = await checkOne(article, { reader, heldVintages: held, ...words, folder });
  const others = loaded.articles.filter((one) => one.slug !== slug).map(amongOthers);
  const setting = { others, now, appears: new Map([...appearancesIn(folder), [slug, appears]]) };
  const all = [
    ...shared,
    ...problems,
    // Its marks are recorded when it is published.
    ...checked.problems.filter(({ kind }) => !lockKinds.has(kind)),
    ...checkBetween([amongOthers(article)], setting),
    ...checkLinksTo(amongOthers(article), setting),
  ];
  return { article, problems: all };
}

/** What stands in another article's folder is no matter of this one. */
function isShared(file: string, folder: string): boolean {
  return !file.startsWith(path.join(folder, "articles") + path.sep);
}

function moveBehind(problem: Problem, file: string, removed: number | null): Problem {
  const { at } = problem;
  if (at.file !== file || removed === null || at.line < removed) return problem;
  return { ...problem, at: { ...at, line: at.line + 1 } };
}

function refused(message: string, problems: readonly Problem[] = []): Published {
  return { state: "refused", message, problems };
}
