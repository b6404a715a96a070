import type { TextPart } from "./text-part.ts";

/** A longer text is read no further. */
export const longestText = 300_000;

/**
 * The parts of a plain text, each with its place: paragraphs end at an empty line, and headings, items and rows at the end
 * of theirs. A line that goes on in the next is of one paragraph with it.
 */
export function splitText(source: string): TextPart[] {
  const text = source.slice(0, longestText);
  const parts: TextPart[] = [];
  let open: { start: number; end: number } | null = null;
  const close = () => {
    if (open !== null) {
      parts.push({
        kind: "paragraph",
        text: text.slice(open.start, open.end),
        start: open.start,
      });
    }
    open = null;
  };
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
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
