import type { Root } from "mdast";
import type { Problem } from "#lib/series/problem";
import { parseMdx } from "./mdx-tree.ts";
import { movePositions } from "./move-positions.ts";
import { cutPieces, type Piece } from "./pieces.ts";
import { parseSections } from "./sections.ts";

/** More is a mistake. The parser's time grows with the square of these: without them a file could hang the gate. */
const longestText = 200_000;
const longestPiece = 10_000;
const mostMarkers = 400;
const mostLines = 10_000;

/** After so many parts that cannot be read, the rest will not be mended in one go either. */
const mostBroken = 100;

/** As many characters are tried together, since each start of the parser costs as much as reading some hundred. */
const groupLength = 4000;

/**
 * The tree of an article's text, which starts at the offset `from`, behind the frontmatter; positions are those of the
 * whole source. A part that cannot be read is left out and told, and the rest is read all the same: one unclosed tag does
 * not hide a wrong figure elsewhere.
 */
export function parseArticleTree(
  source: string,
  file: string,
  from: number,
): { tree: Root; problems: Problem[] } {
  const before = source.slice(0, from).split("\n").length - 1;
  const text = source.slice(from);
  const pieces = cutPieces(text).map((piece): Piece => ({
    text: piece.text,
    from: piece.from + from,
    line: piece.line + before,
  }));
  const isBounded =
    text.length <= longestText &&
    text.split("\n").length <= mostLines &&
    pieces.every((piece) => !isOverlong(piece));
  const attempt = isBounded ? parseWhole({ text, from, line: before + 1 }, pieces, file) : null;
  if (attempt && "tree" in attempt) return { tree: attempt.tree, problems: [] };

  // Tags too deep in one another are one mistake, told at the first; their own lines hold no words that would be lost.
  const deep = attempt?.problems.find(({ kind }) => kind === "too-deep");
  const isBare = (piece: Piece) => deep !== undefined && tags.test(piece.text);
  const worded = pieces.filter((piece) => !isBare(piece));
  const within = worded.filter(
    (piece) => piece.from - from < longestText && piece.line - before <= mostLines,
  );
  const { tree, problems, end } = parsePieces(within, source, file);
  const unread = worded[end];
  if (unread) problems.push(endOfReading(unread, file));
  const bare = pieces.find(isBare);
  if (deep && bare) problems.push({ ...deep, at: { ...deep.at, line: bare.line } });
  // Parts that can be read each for itself may still make no whole.
  if (problems.length === 0 && attempt) problems.push(...attempt.problems);
  return { tree, problems };
}

/** Nothing but tags. */
const tags = /^(?:\s*<\/?[A-Z]\w*(?: [^<>]*)?>)+\s*$/u;

type Parsed = { readonly tree: Root } | { readonly problems: readonly Problem[] };

function parseWhole(whole: Piece, pieces: readonly Piece[], file: string): Parsed {
  const tree = parseSections(whole, pieces, file);
  return tree === null ? parsePiece(whole, file) : { tree };
}

/** What can be read of the pieces, one after the other, and how many were tried. */
function parsePieces(
  pieces: readonly Piece[],
  source: string,
  file: string,
): { tree: Root; problems: Problem[]; end: number } {
  const tree: Root = { type: "root", children: [] };
  const problems: Problem[] = [];
  let end = 0;
  for (const group of groupsOf(pieces)) {
    for (const parsed of parseGroup(group, source, file)) {
      if ("tree" in parsed) for (const child of parsed.tree.children) tree.children.push(child);
      else for (const problem of parsed.problems) problems.push(problem);
    }
    end += group.length;
    if (problems.length >= mostBroken) break;
  }
  return { tree, problems, end };
}

/** Neighbours that are short together. */
function groupsOf(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let start = -Infinity;
  for (const piece of pieces) {
    if (endOf(piece) - start <= groupLength) groups.at(-1)?.push(piece);
    else {
      groups.push([piece]);
      start = piece.from;
    }
  }
  return groups;
}

function endOf({ from, text }: Piece): number {
  return from + text.length;
}

function parseGroup(group: readonly Piece[], source: string, file: string): Parsed[] {
  const [first, last] = [group[0], group.at(-1)];
  if (first && last && first !== last) {
    const whole = parsePiece({ ...first, text: source.slice(first.from, endOf(last)) }, file);
    if ("tree" in whole) return [whole];
  }
  return group.map((piece) =>
    isOverlong(piece) ? { problems: [tooLong(piece, file)] } : parsePiece(piece, file),
  );
}

function parsePiece({ text, from, line }: Piece, file: string): Parsed {
  const parsed = parseMdx(text, file, line);
  return "tree" in parsed ? { tree: movePositions(parsed.tree, from, line - 1) } : parsed;
}

/** What may open emphasis, a link or a picture, and keeps the parser looking for its end. */
const marker = /[*~[\]_|]/g;

function isOverlong({ text }: Piece): boolean {
  return text.length > longestPiece || (text.match(marker)?.length ?? 0) > mostMarkers;
}

function tooLong({ text, line }: Piece, file: string): Problem {
  const found =
    text.length > longestPiece
      ? `${text.length} characters, and at most ${longestPiece}`
      : `more than ${mostMarkers} of the characters * ~ [ ] _ |, and no more`;
  return {
    kind: "too-long",
    message: `the paragraph has ${found} are read; it was not`,
    at: { file, line, column: 1 },
    fix: "break it up with blank lines",
  };
}

function endOfReading({ line }: Piece, file: string): Problem {
  return {
    kind: "too-long",
    message: `the text was read up to here: at most ${longestText} characters in ${mostLines} lines are, and ${mostBroken} parts that cannot be`,
    at: { file, line, column: 1 },
    fix: "split the article, or mend what stands before",
  };
}
