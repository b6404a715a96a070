import { writeFileSync } from "node:fs";
import path from "node:path";
import { monthPeriod, shiftPeriod } from "#lib/series/period";
import type { Catalogue } from "#lib/sources/catalogue";
import { madeSltTable } from "#lib/sources/slt/made-slt-table";
import { mostBytes } from "#lib/sources/source-rows";

/**
 * Makes a Table 1 as large as a file may be (`mostBytes`), so long that no real one will be for decades, and gives what
 * load-one.ts takes to load it.
 */
export function makeBoundFile(catalogue: Catalogue, folder: string): readonly string[] {
  const newest = monthPeriod(2026, 4);
  const made = (months: number) =>
    madeSltTable(catalogue, "slt1", shiftPeriod(newest, 1 - months), newest, 1).join("\r\n");
  const perMonth = (made(48).length - made(24).length) / 24;
  const months = Math.floor((mostBytes * 0.99) / perMonth);
  const file = path.join(folder, "slt_table1.txt");
  writeFileSync(file, `${made(months)}\r\n`);
  return [file, "2026-06-18"];
}
