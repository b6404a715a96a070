import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync, type Dirent, type Stats } from "node:fs";
import path from "node:path";
import { contentFolder, projectFolder } from "#lib/charts/content-folder";
import { isAbsence } from "#lib/charts/read-file-if-there";
import { readArticleText, type ArticleText } from "./article-text.ts";
import { isContentFile } from "./content-file.ts";
import { nounsFile } from "./load-nouns.ts";

/** What pages are made of besides the articles and the store, and what the gate goes by. */
const sharedParts = ["charts", "dictionary.yml", "glossary.yml", "topics.yml"];

/** An article as it lies on the disk. */
export interface ArticleFiles extends ArticleText {
  /** Changes when one of its files does. */
  readonly mark: string;
  /** Changes when one of its files is written to, be it with the same text. */
  readonly stamp: string;
  /** Its text, as it was when the mark was made: what was accepted can be shown whatever the file holds since. */
  readonly bytes: Buffer;
}

/** A folder of content as it is on the disk; the same object for as long as no file changes. */
export interface ContentState {
  /** Changes when anything does. */
  readonly mark: string;
  /** Changes when anything does that each article may rest on: charts, glossary, topics, nouns, the catalogue. */
  readonly shared: string;
  /** The texts of the shared files that pages show, as they were when the mark was made, by name: `glossary.yml`, `charts/<id>.yml`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Changes when one of the shared files is written to, be it with the same text. */
  readonly stamp: string;
  /** The articles by slug, in its order. */
  readonly articles: ReadonlyMap<string, ArticleFiles>;
}

/** A file as it was when it was last read. */
interface KnownFile {
  readonly stamp: string;
  readonly digest: string;
  /** Of an article's own file. */
  readonly article: ReadText | null;
  /** Of a file that all pages may show. */
  readonly text: string | null;
}

interface ReadText extends ArticleText {
  readonly bytes: Buffer;
}

/** What names some files: what they hold, and when they were written. */
interface Marks {
  readonly mark: string;
  readonly stamp: string;
}

interface Kept {
  readonly folder: string;
  readonly files: ReadonlyMap<string, KnownFile>;
  readonly state: ContentState;
}

let kept: Kept | undefined;

/**
 * How the content is now. Asked every second: a file is read again only when its size or its time has changed, and to ask for
 * these at once takes a fraction of what it takes to wait for each of thousands.
 */
export function contentState(folder = contentFolder): ContentState {
  const before = kept?.folder === folder ? kept : undefined;
  const files = new Map<string, KnownFile>();
  const marksOf = (named: readonly NamedFile[]): Marks => {
    const known = named.map(({ name, file }) => {
      const one = readKnown(name, file, before?.files.get(file));
      files.set(file, one);
      return { name, ...one };
    });
    return {
      mark: digest(known.map((one) => `${one.name}\0${one.digest}`).join("\n")),
      stamp: digest(known.map((one) => `${one.name}\0${one.stamp}`).join("\n")),
    };
  };
  const listed = listShared(folder);
  const { mark: shared, stamp } = marksOf(listed);
  const places = path.join(folder, "articles");
  const articles = new Map(
    listFolders(places).map((slug) => {
      const place = path.join(places, slug);
      const own = listNamed({ name: slug, file: place });
      const marks = marksOf(own);
      const text = files.get(path.join(place, "index.mdx"))?.article ?? readText(Buffer.alloc(0));
      // An empty folder is an article that is yet to be written.
      return [slug, { ...text, ...(own.length === 0 ? { appears: null } : {}), ...marks }];
    }),
  );
  const mark = digest(
    [shared, ...[...articles].map(([slug, one]) => `${slug} ${one.mark}`)].join("\n"),
  );
  const state = { mark, shared, stamp, articles, texts: textsOf(listed, files) };
  const isSame = before?.state.mark === mark && allStamps(before.state) === allStamps(state);
  kept = { folder, files, state: isSame ? before.state : state };
  return kept.state;
}

/** From when on each article of a folder is seen, by its slug; null for a draft. */
export function appearancesIn(folder: string): ReadonlyMap<string, string | null> {
  return new Map([...contentState(folder).articles].map(([slug, { appears }]) => [slug, appears]));
}

/** Changes when any file is written to, be it with the same text: who reads files one after the other asks before and after. */
export function allStamps({ stamp, articles }: Pick<ContentState, "stamp" | "articles">): string {
  return [stamp, ...[...articles].map(([slug, one]) => `${slug} ${one.stamp}`)].join("\n");
}

/** Sixteen letters that name a text. */
export function digest(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

interface NamedFile {
  readonly name: string;
  readonly file: string;
}

/** Of a picture that lies beside an article only the name counts. */
const nameOnly: KnownFile = { stamp: "", digest: "", article: null, text: null };

/** The shared files that pages show, by name. */
const isShownName = /^(?:charts\/[^/]+\.yml|glossary\.yml|topics\.yml)$/;

function textsOf(
  named: readonly NamedFile[],
  files: ReadonlyMap<string, KnownFile>,
): ReadonlyMap<string, string> {
  return new Map(
    named.flatMap(({ name, file }): [string, string][] => {
      const text = files.get(file)?.text ?? null;
      return text === null ? [] : [[name, text]];
    }),
  );
}

/** What is taken away while it is looked at counts as empty: the next who asks no longer finds it. */
function readKnown(name: string, file: string, known: KnownFile | undefined): KnownFile {
  if (!isContentFile(path.basename(file))) return nameOnly;
  // As who reads it does, this follows links, and reads nothing but files: a pipe would keep its reader waiting.
  const found = statIfThere(file);
  if (found?.isFile() !== true) return nameOnly;
  const stamp = `${found.mtimeMs} ${found.ctimeMs} ${found.size} ${found.ino}`;
  if (known?.stamp === stamp) return known;
  const bytes = ifThere(() => readFileSync(/* turbopackIgnore: true */ file)) ?? Buffer.alloc(0);
  const article = path.basename(file) === "index.mdx" ? readText(bytes) : null;
  const text = isShownName.test(name) ? bytes.toString("utf8") : null;
  return { stamp, digest: digest(bytes), article, text };
}

function readText(bytes: Buffer): ReadText {
  return { ...readArticleText(bytes.toString("utf8")), bytes };
}

function statIfThere(place: string): Stats | null {
  return ifThere(() => statSync(/* turbopackIgnore: true */ place));
}

function ifThere<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** Nouns, catalogue and house dictionary may be the project's own: they are named by what they are, and not by where they stand. */
function listShared(folder: string): NamedFile[] {
  const places = [
    ...sharedParts.map((part) => ({ name: part, file: path.join(folder, part) })),
    { name: "nouns.yml", file: nounsFile(folder) },
    { name: "catalogue", file: path.join(projectFolder, "catalogue") },
    { name: "house", file: path.join(projectFolder, "dictionary.yml") },
  ];
  return places.flatMap(listNamed);
}

/** What is no folder at a place, in the order of its paths, without what begins with a dot: an editor's own. */
function listNamed({ name, file: place }: NamedFile): NamedFile[] {
  const found = statIfThere(place);
  if (found === null) return [];
  if (!found.isDirectory()) return [{ name, file: place }];
  return entriesOf(place, true)
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ name: path.join(name, path.relative(place, file)), file }));
}

function listFolders(place: string): string[] {
  return entriesOf(place, false)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function entriesOf(place: string, recursive: boolean): Dirent[] {
  const read = () =>
    readdirSync(/* turbopackIgnore: true */ place, { recursive, withFileTypes: true });
  return ifThere(read) ?? [];
}
