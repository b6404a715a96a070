import type { TextPart } from "./text-part.ts";

/** A paragraph as long as this is cut, so that the first of a text without an empty line are read. */
const longestPart = 20_000;

/**
 * The parts of a plain text, each with its place: paragraphs end at an empty line, and headings, items and rows at the end
 * of theirs. A line that goes on in the next is of one paragraph with it.
 */
export function splitText(source: string): TextPart[] {
  const parts: TextPart[] = [];
  let open: { start: number; end: number } | null = null;
  const close = () => {
    if (open !== null) {
      for (let start = open.start; start < open.end; start += longestPart) {
        const text = source.slice(start, Math.min(open.end, start + longestPart));
        parts.push({ kind: "paragraph", text, start });
      }
    }
    open = null;
  };
  for (const { start, end } of linesOf(source)) {
    const line = source.slice(start, end);
    const kind = kindOf(line);
    if (kind === null) close();
    else if (kind === "paragraph") open = { start: open === null ? start : startOf(open), end };
    else {
      close();
      parts.push({ kind, text: line, start });
    }
  }
  close();
  return parts;
}

function startOf({ start }: { readonly start: number }): number {
  return start;
}

function linesOf(text: string): { start: number; end: number }[] {
  const lines = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end: text[end - 1] === "\r" && end > start ? end - 1 : end });
    start = end + 1;
  }
  return lines;
}

/** Two cells at least: a row of a spreadsheet, of CSV, of a table in Markdown, or of columns of figures. */
const row =
  /^\s*\||\t.*\d|^[^,"]{0,80}(?:,\s*-?[\d.]{1,20}){2}|^\S.{0,90}?(?: {2,}-?[\d.,]{1,20}){2,}|^\s*-?\(?[\d,]{1,20}(?:\.\d{1,9})?\)?\s*$/u;

/** What a line is; null for an empty one. */
function kindOf(line: string): TextPart["kind"] | null {
  if (line.trim() === "") return null;
  if (/^#{1,6} /u.test(line) || /^title:/iu.test(line)) return "heading";
  if (/^(?:date|published|asOf):/iu.test(line) || row.test(line)) return "row";
  if (/^\s{0,6}(?:[-*+\u2022]|\d{1,2}[.)]) /u.test(line)) return "item";
  return "paragraph";
}
