import { monthNumber, monthWord } from "#lib/claims/printed-period";
import type { TextSpan } from "#lib/claims/text-span";
import type { TextPart } from "./text-part.ts";

/** What rows of a table are made of, in the order of the text. Places are in the source. */
export type TableItem = TextSpan &
  (
    | {
        readonly type: "number";
        readonly text: string;
        readonly amount: number;
        readonly decimals: number;
      }
    /** "Feb", "May-21", "2025-12". */
    | { readonly type: "month"; readonly month: number; readonly year: number | null }
    /** A place without a value: "n.a.". */
    | { readonly type: "none" }
    | { readonly type: "word"; readonly text: string }
    /** No row of figures goes on here. */
    | { readonly type: "end" }
  );

const digits = String.raw`(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.\d{1,12})?`;
const year = String.raw`(?:19|20)\d\d`;
const endOfNumber = String.raw`(?![\p{L}\p{N}%]|[.,]\d)`;

const item = new RegExp(
  [
    String.raw`\((?<below>${digits})\)`,
    String.raw`(?<aside>\([^()\n]{0,120}\)|(?<![\p{L}\p{N}])12[- ]months?)`,
    String.raw`(?<footnote>(?<![\p{L}\p{N}])\/\d{1,2}(?!\d))`,
    String.raw`(?<![\p{L}\p{N}])(?<isoYear>${year})-(?<isoMonth>0[1-9]|1[0-2])(?:-\d\d)?(?![\p{L}\p{N}-])`,
    String.raw`(?<![\p{L}\p{N}])(?<month>${monthWord})(?:(?:[-\u2013]| ?['\u2019])(?<short>\d\d)|(?:[-\u2013]|,? )(?<year>${year}))?(?![\p{L}\p{N}]|[.,]\d)`,
    String.raw`(?<![\p{L}\p{N}.])(?<sign>[-\u2212\u2013])?\$?(?<number>${digits})${endOfNumber}`,
    String.raw`(?<none>(?<![\p{L}\p{N}])(?:n\.a\.|na|n/a|nd|-{2,3})(?![\p{L}\p{N}]))`,
    String.raw`(?<word>\p{L}[\p{L}\p{N}'\u2019.&/-]{0,40})`,
    String.raw`(?<comma>,)`,
  ].join("|"),
  "giu",
);

/** The items of all lines of a text. Cells that bars, tabs or commas part end with their line; bare figures may go on. */
export function tableItems(parts: readonly TextPart[]): TableItem[] {
  const items: TableItem[] = [];
  for (const { text, start, kind } of parts) {
    let at = 0;
    for (const line of text.split("\n")) {
      const from = start + at;
      const cells = kind === "heading" ? null : commaCells(line);
      if (cells === null) items.push(...itemsOf(line, from));
      else for (const cell of cells) items.push(...itemsOf(cell.text, from + cell.at));
      const end = from + line.length;
      if (cells !== null || /\t|\|.*\|/u.test(line)) items.push({ type: "end", start: end, end });
      at += line.length + 1;
    }
  }
  return items;
}

function itemsOf(line: string, from: number): TableItem[] {
  return [...line.matchAll(item)].flatMap((match): TableItem[] => {
    const { groups = {}, index } = match;
    const place = { start: from + index, end: from + index + match[0].length };
    const number = groups["below"] ?? groups["number"];
    if (number !== undefined) {
      const isBelow = groups["below"] !== undefined || groups["sign"] !== undefined;
      const size = Number(number.replaceAll(",", ""));
      const decimals = (number.split(".")[1] ?? "").length;
      return [
        { type: "number", text: match[0], amount: isBelow ? -size : size, decimals, ...place },
      ];
    }
    const { isoYear, isoMonth, month, short } = groups;
    if (isoYear !== undefined) {
      return [{ type: "month", month: Number(isoMonth), year: Number(isoYear), ...place }];
    }
    if (month !== undefined) {
      const written = groups["year"] ?? (short === undefined ? null : longYear(short));
      const at = written === null ? null : Number(written);
      return [{ type: "month", month: monthNumber(month), year: at, ...place }];
    }
    if (groups["none"] !== undefined) return [{ type: "none", ...place }];
    if (groups["comma"] !== undefined) return [{ type: "end", ...place }];
    const word = groups["word"] ?? groups["aside"];
    return word === undefined ? [] : [{ type: "word", text: word, ...place }];
  });
}

/** The monthly data begin in 1977. */
function longYear(short: string): string {
  return Number(short) < 77 ? `20${short}` : `19${short}`;
}

const cell = /(?:"[^"]*"|[^,]*)(?:,|$)/gu;
const bare = new RegExp(
  String.raw`^(?:-?\$?\d{1,18}(?:\.\d{1,12})?|${year}-\d\d(?:-\d\d)?|${monthWord}(?:[- ]\d{2,4})?|n\.a\.|)$`,
  "iu",
);

/** The cells of a line of comma-separated values; null for any other line. */
function commaCells(line: string): { text: string; at: number }[] | null {
  if (!line.includes(",") || line.includes("\t") || line.includes("|") || line.length > 20_000) {
    return null;
  }
  const cells: { text: string; at: number }[] = [];
  for (const match of line.matchAll(cell)) {
    const text = match[0].replace(/,$/u, "");
    if (cells.length > 0 && !bare.test(text.replace(/^"(.*)"$/u, "$1").trim())) return null;
    cells.push({ text, at: match.index });
    if (match.index + match[0].length >= line.length) break;
  }
  return cells.length < 2 ? null : cells;
}
