import type { FoundFigure } from "#lib/suggest/found-figure";
import type { TextPart } from "#lib/suggest/text-part";

/** Text, or a figure by its place in the list of figures. */
export type Run = string | { readonly figure: number; readonly text: string };

/** A piece of a text as it was pasted, with its figures. A table has rows of cells. */
export type CheckedBlock =
  | { readonly kind: "heading" | "paragraph" | "item"; readonly runs: readonly Run[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Run[])[])[] };

/** What parts the cells of a row: tabs, or the bars of Markdown, or gaps of several spaces. */
const separators = [/\t/g, /\|/g, / {2,}/g] as const;

/** The line under the heads of a table in Markdown. */
const underline = /^[\s|:+-]*-[\s|:+-]*$/;

/** A text in its parts, with the figures in their places. What stands between parts is white space or marks of Markdown. */
export function blocksOf(
  source: string,
  parts: readonly TextPart[],
  figures: readonly FoundFigure[],
): readonly CheckedBlock[] {
  const blocks: CheckedBlock[] = [];
  let rows: (readonly (readonly Run[])[])[] = [];
  const closeTable = () => {
    if (rows.length > 0) blocks.push({ kind: "table", rows });
    rows = [];
  };
  for (const { kind, start, text } of parts) {
    const end = start + text.length;
    // The heads of a spreadsheet hold no figures, and stand in columns all the same.
    const isRow = kind === "row" || /^[^\n]*\t[^\n]*$/.test(text);
    const cells = isRow ? cellsOf(text, start) : [];
    // The number of a page is a row too, and no table when it stands alone.
    if (!isRow || (cells.length === 1 && rows.length === 0)) {
      closeTable();
      const shown = kind === "row" ? "paragraph" : kind;
      blocks.push({ kind: shown, runs: runsOf(source, { start, end }, figures) });
    } else if (!underline.test(text)) {
      rows.push(cells.map((cell) => runsOf(source, cell, figures)));
    }
  }
  closeTable();
  return blocks;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function runsOf(source: string, { start, end }: Span, figures: readonly FoundFigure[]): Run[] {
  const runs: Run[] = [];
  let at = start;
  for (const [index, figure] of figures.entries()) {
    if (figure.start < at || figure.end > end) continue;
    if (figure.start > at) runs.push(source.slice(at, figure.start));
    runs.push({ figure: index, text: source.slice(figure.start, figure.end) });
    at = figure.end;
  }
  if (at < end) runs.push(source.slice(at, end));
  return runs;
}

/** The cells of a row, without the bars at its ends. */
function cellsOf(row: string, start: number): Span[] {
  const separator = separators.find((one) => row.trim().search(one) >= 0);
  if (separator === undefined) return [{ start, end: start + row.length }];
  const cells: Span[] = [];
  let at = 0;
  for (const { index, 0: found } of row.matchAll(separator)) {
    cells.push({ start: start + at, end: start + index });
    at = index + found.length;
  }
  cells.push({ start: start + at, end: start + row.length });
  const isBare = ({ start: from, end }: Span) => row.slice(from - start, end - start).trim() === "";
  const [first, last] = [cells[0], cells.at(-1)];
  if (separator !== separators[1] || cells.length < 3) return cells;
  return cells.filter((cell) => (cell !== first && cell !== last) || !isBare(cell));
}
