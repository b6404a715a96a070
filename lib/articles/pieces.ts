/** A part of a text that can be read for itself, and the line of the text on which it starts, counted from 1. */
export interface Piece {
  readonly text: string;
  /** The offset of its first character. */
  readonly from: number;
  readonly line: number;
}

const blank = /^[ \t]*\r?$/;
const fence = /^ {0,3}(?<fence>`{3,}|~{3,})/;
/** A tag alone on its line holds paragraphs, up to its closing tag on a line of its own. */
const opening = /^<(?<name>[A-Z]\w*)(?: [^<>]*)?>[ \t]*\r?$/;

/** A note of an editor that begins its line holds what stands in it, up to its end. */
const note = /^ {0,3}\{\s*\/\*/;
const noteEnd = /\*\/\s*\}/;

/** A tag that is closed no sooner is taken for one that is not closed. */
const longestContainer = 200;

/**
 * Cuts Markdown at its blank lines: each piece holds one paragraph, heading, table, list item, block of code or a tag
 * with what stands in it, so that one that cannot be read does not hide the others.
 */
export function cutPieces(text: string): Piece[] {
  const lines = text.split("\n");
  const pieces: Piece[] = [];
  let from = 0;
  for (let index = 0; index < lines.length;) {
    const end = blank.test(lines[index] ?? "") ? index + 1 : endOfPiece(lines, index);
    const piece = lines.slice(index, end).join("\n");
    if (!blank.test(piece)) pieces.push({ text: piece, from, line: index + 1 });
    from += piece.length + 1;
    index = end;
  }
  return pieces;
}

/** The index of the line after the piece that starts at `first`. */
function endOfPiece(lines: readonly string[], first: number): number {
  const begun = lines[first] ?? "";
  if (note.test(begun)) {
    const close = noteLine(lines, first);
    if (close !== null) return close + 1;
  }
  const name = opening.exec(begun)?.groups?.["name"];
  if (name !== undefined) {
    const close = closingLine(lines, first, name);
    if (close !== null) return close + 1;
  }
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (blank.test(line)) return index;
    const mark = fence.exec(line)?.groups?.["fence"];
    if (mark !== undefined) index = endOfFence(lines, index, mark);
  }
  return lines.length;
}

/** The line with which a note ends; null when none does, or more follows on it. */
function noteLine(lines: readonly string[], first: number): number | null {
  const length = lines
    .slice(first, first + longestContainer)
    .findIndex((line) => noteEnd.test(line));
  if (length === -1) return null;
  const end = first + length;
  return /\*\/\s*\}\s*$/.test(lines[end] ?? "") ? end : null;
}

function closingLine(lines: readonly string[], first: number, name: string): number | null {
  const end = Math.min(lines.length, first + longestContainer);
  for (let index = first + 1; index < end; index += 1) {
    const line = (lines[index] ?? "").trim();
    if (line === `</${name}>`) return index;
    if (line.startsWith(`<${name}`)) return null;
  }
  return null;
}

/** The line that closes a block of code; the last of the text when none does. */
function endOfFence(lines: readonly string[], first: number, mark: string): number {
  for (let index = first + 1; index < lines.length; index += 1) {
    const line = (lines[index] ?? "").trim();
    if (line.startsWith(mark) && line.replaceAll(mark.charAt(0), "") === "") return index;
  }
  return lines.length - 1;
}
