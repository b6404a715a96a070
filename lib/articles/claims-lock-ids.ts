import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";

/** What a lock keeps for good, whatever becomes of the article: feed readers know it and its corrections by these. */
export interface RecordedIds {
  /** The id that the article was published under. After a careless merge there may be several. */
  readonly article: readonly string[];
  readonly corrections: readonly string[];
}

const [articleStart, correctionStart] = ["id | ", "correction | "];

/** The lines of a lock that record ids; each once. */
export function idLines({ article, corrections }: RecordedIds): string[] {
  return [
    ...article.map((id) => `${articleStart}${id}`),
    ...[...new Set(corrections)].map((id) => `${correctionStart}${id}`),
  ];
}

/** The ids that the text of a lock records. */
export function readIds(text: string): RecordedIds {
  const lines = linesOf(text);
  const after = (start: string) =>
    lines.flatMap((line) => (line.startsWith(start) ? [line.slice(start.length)] : []));
  return { article: after(articleStart), corrections: after(correctionStart) };
}

/** The lines that record marks. */
export function markLines(text: string): string[] {
  return linesOf(text).filter((line) => !isIdLine(line));
}

/** The text of a lock with corrections more, and all else as it is. */
export function withCorrections(text: string, ids: readonly string[]): string {
  const { corrections } = readIds(text);
  const lines = text.split("\n");
  const added = idLines({
    article: [],
    corrections: ids.filter((id) => !corrections.includes(id)),
  });
  const last = lines.findLastIndex(isIdLine);
  const place =
    last < 0
      ? Math.max(
          0,
          lines.findIndex((line) => !line.startsWith("#")),
        )
      : last + 1;
  return lines.toSpliced(place, 0, ...added).join("\n");
}

/** Ids that were recorded and stand in the article no more: feed readers would show it, or a correction, a second time. */
export function findLostIds(article: Article, recorded: RecordedIds): Problem[] {
  const { id, corrections, unread } = article.frontmatter;
  const [other] = recorded.article.filter((one) => one !== id);
  const present = new Set(corrections.map((correction) => correction.id));
  const lost = recorded.corrections.filter((one) => !present.has(one));
  return [
    ...(other === undefined || unread.has("id")
      ? []
      : [
          {
            kind: "id-changed",
            message: `the id is "${id}", and it was published as "${other}": feed readers would show the article a second time`,
            at: article.fieldPlace(["id"]),
            fix: `write id: ${other} again; an id never changes`,
          },
        ]),
    ...(unread.has("corrections") ? [] : lost).map((one) => ({
      kind: "correction-lost",
      message: `the correction "${one}" was recorded and is gone: nothing is ever taken off`,
      at: article.fieldPlace(["corrections"]),
      fix: `put the correction with id: ${one} back; its words may be mended, its id stays`,
    })),
  ];
}

function isIdLine(line: string): boolean {
  return line.startsWith(articleStart) || line.startsWith(correctionStart);
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
}
