import type { TextRange } from "./tree.ts";

const widest = 100;

/** The line of a text that a problem stands in, and under it carets at the place: two lines, at most 100 wide. */
export function pointAt(text: string, { start, end }: TextRange): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", lineStart);
  // Tabs and the like would put the carets in the wrong place.
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd).replace(/\s/g, " ");
  const from = Math.min(start - lineStart, line.length);
  const cut = Math.max(0, Math.min(from - widest / 2, line.length - widest));
  const shown = line.slice(cut, cut + widest);
  const marks = Math.max(1, Math.min(end - start, shown.length - (from - cut)));
  return `${shown}\n${" ".repeat(from - cut)}${"^".repeat(marks)}`;
}
