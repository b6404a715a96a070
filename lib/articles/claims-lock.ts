import { rm } from "node:fs/promises";
import path from "node:path";
import { contentFolder } from "#lib/charts/content-folder";
import { readFileIfThere } from "#lib/charts/read-file-if-there";
import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";
import {
  findLostIds,
  idLines,
  markLines,
  readIds,
  withCorrections,
  type RecordedIds,
} from "./claims-lock-ids.ts";
import { writeWhole } from "./write-whole.ts";

/** Beside each article: one line for each mark, so that taking a mark away or weakening it shows in a diff. */
const lockName = "claims.lock";

const heading =
  "# The marks of this article, written by `npx tickmark lock`. A mark that is lost or changed fails the check.";

/** The lines an article's lock should hold. */
function lockLines({ claims, quoted, exempt, frontmatter }: Article): string[] {
  return [
    ...claims.map(({ id, form, expression, asOf, source, text }) =>
      [
        id,
        form === "figure" ? "of" : "holds",
        oneLine(expression),
        asOf ?? "article",
        ...(source === null ? [] : [`source ${source}`]),
        oneLine(text),
      ].join(" | "),
    ),
    ...quoted.map(({ source, text }) => ["quoted", source, oneLine(text)].join(" | ")),
    ...exempt.map(({ reason, because, text }) =>
      [
        "exempt",
        ...(because === null ? [] : [`because ${because}`]),
        oneLine(reason),
        oneLine(text),
      ].join(" | "),
    ),
    ...[...frontmatter.definitions].map(([name, text]) =>
      ["define", name, oneLine(text)].join(" | "),
    ),
  ];
}

/**
 * Records an article's marks as they are now, and its id and those of its corrections, once and for all: what is recorded stays.
 * Those of a draft may change until it is published. Throws `Unwritable`.
 */
export async function writeLock(article: Article): Promise<string> {
  const file = lockFile(article);
  const { id, draft, corrections } = article.frontmatter;
  const recorded = readIds((await readFileIfThere(file)) ?? "");
  const ids = recorded.article.length > 0 || draft ? recorded.article : [id];
  const corrected = draft ? [] : corrections.map((correction) => correction.id);
  const lines = [
    heading,
    ...idLines({ article: ids, corrections: [...recorded.corrections, ...corrected] }),
    ...lockLines(article),
    "",
  ];
  await writeWhole(file, lines.join("\n"));
  return file;
}

/**
 * What the lock records and the article has no more, which writing the lock again does not mend. None for a draft that was never
 * published.
 */
export async function checkRecorded(article: Article): Promise<Problem[]> {
  return findLostIds(article, await readRecordedIds(article));
}

/** What `checkLock` may find that writing the lock again mends. */
export const lockKinds: ReadonlySet<string> = new Set([
  "lock-missing",
  "mark-lost",
  "mark-changed",
  "mark-new",
  "correction-new",
]);

/**
 * The marks that the lock has and the article has not, and the other way round. Those of a draft change with every sentence, and are
 * recorded when it is published; the ids of one that was published before stay.
 */
export async function checkLock(article: Article): Promise<Problem[]> {
  if (article.frontmatter.draft) return checkRecorded(article);
  const file = lockFile(article);
  const at = { file: article.file, line: 1, column: 1 };
  const fix = `put the mark back as it was, or run \`${commandOf(article)}\` and have the diff of ${lockName} reviewed`;
  const text = await readFileIfThere(file);
  if (text === null) {
    // A field that is wrong may be the one that makes it a draft.
    if (article.frontmatter.unread.size > 0) return [];
    return [
      {
        kind: "lock-missing",
        message: `${file} is missing, the record of the marks, the id and the corrections that readers have seen`,
        at,
        fix: `put back the one that there was, \`git checkout HEAD -- ${file}\`; where there never was one, run \`${commandOf(article)}\``,
      },
    ];
  }
  const marks = compareLock(markLines(text), article).map(({ kind, message, place }) => ({
    ...{ kind, message, fix },
    at: place ?? at,
  }));
  const recorded = readIds(text);
  const ids = [...findLostIds(article, recorded), ...findNewCorrections(article, recorded)];
  if (recorded.article.length > 0) return [...marks, ...ids];
  const message = `${file} does not record the id of the article`;
  const missing = { kind: "lock-missing", message, at, fix: `run \`${commandOf(article)}\`` };
  return [...marks, ...ids, missing];
}

/** Corrections that readers may have seen, and that could be taken away again without a word. */
function findNewCorrections(article: Article, recorded: RecordedIds): Problem[] {
  return article.frontmatter.corrections.flatMap(({ id }, position): Problem[] =>
    id === "" || recorded.corrections.includes(id)
      ? []
      : [
          {
            kind: "correction-new",
            message: `the correction "${id}" is not recorded yet`,
            at: article.fieldPlace(["corrections", position, "id"]),
            fix: `run \`${commandOf(article)}\``,
          },
        ],
  );
}

/** How the lock is written again; articles of another folder are found by its name. */
function commandOf({ file, slug }: Article): string {
  const folder = path.join(path.dirname(file), "../..");
  const isUsual = folder === path.normalize(contentFolder);
  return `npx tickmark lock ${slug}${isUsual ? "" : ` --content ${folder}`}`;
}

function compareLock(lines: readonly string[], article: Article) {
  const recorded = lines.map(withoutCount);
  const present = lockLines(article).map(withoutCount);
  const places = [
    ...[...article.claims, ...article.quoted, ...article.exempt].map((mark) => mark.at),
    ...article.frontmatter.definitionPlaces.values(),
  ];
  const positions = firstPositions(present, (line) => line);
  const placeOf = (line: string) => places[positions.get(line) ?? -1];
  const lost = without(recorded, present);
  const added = without(present, recorded);
  const addedById = firstPositions(added, markId);
  const successor = (line: string) => added[addedById.get(markId(line)) ?? -1];
  const successors = new Set(lost.map(successor));
  const neighbours = nearestKnown(recorded, positions);
  return [
    ...lost.map((line) => {
      const now = successor(line);
      return now === undefined
        ? {
            kind: "mark-lost",
            message: `a recorded mark is gone: ${line}`,
            place: placeOf(neighbours.get(line) ?? ""),
          }
        : {
            kind: "mark-changed",
            message: `recorded as: ${line}; now: ${now}`,
            place: placeOf(now),
          };
    }),
    ...added
      .filter((line) => !successors.has(line))
      .map((line) => ({
        kind: "mark-new",
        message: `this mark is not recorded yet: ${line}`,
        place: placeOf(line),
      })),
  ];
}

/** Where the first line of each name stands. */
function firstPositions(
  lines: readonly string[],
  nameOf: (line: string) => string,
): Map<string, number> {
  const positions = new Map<string, number>();
  for (const [position, line] of lines.entries()) {
    const name = nameOf(line);
    if (!positions.has(name)) positions.set(name, position);
  }
  return positions;
}

/** A mark that is gone has no place: its nearest neighbour that is left shows where it stood. By the line that is gone. */
function nearestKnown(
  lines: readonly string[],
  known: ReadonlyMap<string, number>,
): Map<string, string> {
  const nearest = new Map<string, { line: string; steps: number }>();
  const pass = (inOrder: readonly string[]) => {
    let last: { line: string; at: number } | null = null;
    for (const [at, line] of inOrder.entries()) {
      if (known.has(line)) {
        last = { line, at };
        nearest.set(line, { line, steps: 0 });
      } else if (last && at - last.at < (nearest.get(line)?.steps ?? Infinity)) {
        nearest.set(line, { line: last.line, steps: at - last.at });
      }
    }
  };
  pass(lines);
  pass(lines.toReversed());
  return new Map([...nearest].map(([line, found]) => [line, found.line]));
}

/** Of equal questions, taking one away renumbers the others: `-2` says which it was, and not what. */
function withoutCount(line: string): string {
  return line.replace(/^([0-9a-f]{8})-\d+ \|/, "$1 |");
}

/** What a mark keeps when its words are mended: a claim its id, a quoted figure its source, a definition its name. */
function markId(line: string): string {
  const [first = "", second = ""] = line.split(" | ");
  return ["quoted", "exempt", "define"].includes(first) ? `${first} ${second}` : first;
}

/** `lines` less one of each line of `others`. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Where an article's lock lies. */
export function lockFile({ file }: Pick<Article, "file">): string {
  return path.join(path.dirname(file), lockName);
}

/** The ids that an article's lock records; none without a lock. */
export async function readRecordedIds(article: Pick<Article, "file">): Promise<RecordedIds> {
  return readIds((await readFileIfThere(lockFile(article))) ?? "");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Records corrections more and nothing else; without a lock nothing, since all of it is to be written. Throws `Unwritable`. */
export async function recordCorrections(
  article: Pick<Article, "file">,
  ids: readonly string[],
): Promise<void> {
  const file = lockFile(article);
  const text = await readFileIfThere(file);
  if (text !== null) await writeWhole(file, withCorrections(text, ids));
}

/** Does something to an article's lock, and gives what undoes it. Throws `Unwritable`. */
export async function changeLock(
  article: Pick<Article, "file">,
  change: () => Promise<unknown>,
): Promise<() => Promise<void>> {
  const file = lockFile(article);
  const old = await readFileIfThere(file);
  await change();
  return () => (old === null ? rm(file, { force: true }) : writeWhole(file, old));
}
