import type { Problem } from "#lib/series/problem";
import type { SltTable } from "./slt-table.ts";
import { textsOf, type SourceRow } from "../source-rows.ts";

/** Five titles, a blank, two headings, machine names. */
export const sltHeadRows = 9;

const scope = "All Countries and International and Regional Organizations";
const unitRows = { 6: "Millions of dollars", 9: "Billions of dollars" } as const;

/**
 * The nine rows before the figures. They say what the figures are, so any difference is a problem:
 * `wrong-title`, `wrong-sign`, `wrong-unit`, `wrong-link`, `wrong-heading`, `duplicated-column`, `unknown-column`,
 * `missing-column`, `column-moved`.
 */
export function checkSltHead(rows: readonly SourceRow[], table: SltTable, file: string): Problem[] {
  const { sign, multiplier } = table.layout;
  const groups = table.columns.map(({ security }) => security.heading);
  const headings = table.columns.map(({ measure }) => measure.heading);
  const expected: readonly (readonly [kind: string, texts: readonly string[]])[] = [
    ["wrong-title", [table.title]],
    ["wrong-title", [scope]],
    ["wrong-sign", [sign]],
    ["wrong-unit", [unitRows[multiplier]]],
    ["wrong-link", []],
    ["wrong-heading", []],
    ["wrong-heading", groups],
    ["wrong-heading", ["Country", "Country Code", "Date", ...headings]],
  ];
  const problems = expected.flatMap(([kind, texts], at): Problem[] => {
    if (kind === "wrong-link") return checkLink(rows[at], at + 1, table, file);
    const found = textsOf(rows[at]);
    const wrong = Array.from({ length: Math.max(texts.length, found.length) }).findIndex(
      (_, column) => texts[column] !== found[column],
    );
    if (wrong < 0) return [];
    const wanted = texts[wrong] === undefined ? "nothing more" : `"${texts[wrong]}"`;
    const got = found[wrong] === undefined ? "nothing" : `"${found[wrong]}"`;
    return [
      {
        kind,
        message: `Expected ${wanted}, found ${got}`,
        at: { file, line: at + 1, column: fieldOf(rows[at], found[wrong]) },
        fix: "this is not the table as Tickmark knows it; check the file, and if the Treasury has changed its form, change the loader",
      },
    ];
  });
  return [...problems, ...checkColumns(rows[sltHeadRows - 1], table, file)];
}

/** The link's host has changed before; the file it names may not. */
function checkLink(
  row: SourceRow | undefined,
  line: number,
  { layout }: SltTable,
  file: string,
): Problem[] {
  const text = textsOf(row).join(" ");
  if (/^Link: https?:\/\/\S+$/.test(text) && text.endsWith(`/${layout.file}`)) return [];
  return [
    {
      kind: "wrong-link",
      message: `Expected "Link: " and an address ending in /${layout.file}, found "${text}"`,
      at: { file, line, column: 1 },
      fix: "this may be another table under this title; check the file",
    },
  ];
}

function checkColumns(row: SourceRow | undefined, { columns }: SltTable, file: string): Problem[] {
  const expected = ["country", "country_code", "date", ...columns.map(({ field }) => field)];
  const found = row ? row.fields.map((field) => field.trim()) : [];
  const line = row?.line ?? sltHeadRows;
  const fix =
    "the figures cannot be told apart; fetch the file again, or change the loader if the Treasury has changed its form";
  const problems = found.flatMap((name, at): Problem[] => {
    const place = { file, line, column: at + 1 };
    if (name === expected[at]) return [];
    if (found.indexOf(name) < at) {
      const message = `Expected each column once, found "${name}" again`;
      return [{ kind: "duplicated-column", message, at: place, fix }];
    }
    const wanted = expected[at] === undefined ? "no more columns" : `"${expected[at]}"`;
    const kind = expected.includes(name) ? "column-moved" : "unknown-column";
    return [{ kind, message: `Expected ${wanted}, found "${name}"`, at: place, fix }];
  });
  const missing = expected.flatMap((name, at): Problem[] =>
    found.includes(name)
      ? []
      : [
          {
            kind: "missing-column",
            message: `Expected the column "${name}", found none of that name`,
            at: { file, line, column: at + 1 },
            fix,
          },
        ],
  );
  return [...problems, ...missing];
}

function fieldOf(row: SourceRow | undefined, text: string | undefined): number {
  const at = row && text !== undefined ? row.fields.findIndex((field) => field.trim() === text) : 0;
  return Math.max(0, at) + 1;
}
