import type { Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";
import { cutFrontmatter } from "./cut-frontmatter.ts";
import { cutPieces } from "./pieces.ts";

/** A part of an article's text that could not be read. */
export interface UnreadPart {
  /** As it stands in the file, the beginning of what is long. */
  readonly text: string;
  /** The offset of its first character in the source. */
  readonly from: number;
  /** Positions in the list of problems, from 1, of those that stand in it. */
  readonly numbers: readonly number[];
}

/** Enough to see what is meant. */
const longest = 600;

/** The parts of an article that are missing from its tree, in their order; none where all could be read. */
export function unreadParts(
  { source, file, tree, complete }: Pick<Article, "source" | "file" | "tree" | "complete">,
  problems: readonly Problem[],
): UnreadPart[] {
  if (complete) return [];
  const { end } = cutFrontmatter(source, file);
  const before = source.slice(0, end).split("\n").length - 1;
  return cutPieces(source.slice(end)).flatMap((piece) => {
    const [from, to] = [piece.from + end, piece.from + end + piece.text.length];
    const isRead = tree.children.some(({ position }) => {
      if (position === undefined) return false;
      return (position.start.offset ?? 0) < to && (position.end.offset ?? 0) > from;
    });
    if (isRead) return [];
    const [first, last] = [
      piece.line + before,
      piece.line + before + piece.text.split("\n").length - 1,
    ];
    const numbers = problems.flatMap(({ at }, index) =>
      at.file === file && at.line >= first && at.line <= last ? [index + 1] : [],
    );
    const text =
      piece.text.length > longest ? `${piece.text.slice(0, longest).trimEnd()} …` : piece.text;
    return [{ text, from, numbers }];
  });
}
