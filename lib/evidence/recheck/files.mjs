import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fieldsOf } from "./tables.mjs";

/** Looks for each source in a folder and those within, by its SHA-256, and for each cell at its line and column. */
export function checkFiles(folder, { cells, sources, fail }) {
  const found = filesIn(folder);
  const each = new Map(sources.map((source) => [source.sha256, source])).values();
  for (const { file, form, url, sha256 } of each) {
    const own = cells.filter((cell) => cell.sha256 === sha256 && cell.line !== "");
    const bytes = found.get(sha256);
    if (own.length === 0) continue;
    if (form === "page") {
      const figures = own.map(
        ({ field, row, period, value }) => `${row}, ${field} ${period}: ${value}`,
      );
      console.log(`LOOK ${file} is a page, ${url}\n     ${figures.join("\n     ")}`);
      continue;
    }
    if (bytes === undefined) {
      fail(
        `${file}: no file in ${folder} has the SHA-256 ${sha256}; its ${own.length} cells were not looked up`,
      );
      continue;
    }
    const lines = bytes.toString("utf8").split(/\r?\n/);
    const wrong = own.filter((cell) => printedAt(lines, cell) !== cell.value);
    for (const cell of wrong)
      fail(
        `${file}, line ${cell.line}, column ${cell.column}: ${cell.key} of ${cell.period} is ${cell.value} in cells.csv, and the file has ${printedAt(lines, cell)}`,
      );
    if (wrong.length === 0)
      console.log(`PASS ${file}: SHA-256 ${sha256}, ${own.length} cells as printed`);
  }
  const unplaced = cells.filter(({ line }) => line === "").length;
  if (unplaced > 0)
    console.log(`${unplaced} cells have no line: an older file was added after a newer one.`);
}

/** The bytes of each file in a folder and those within, by SHA-256. */
function filesIn(folder) {
  if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
  const found = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    found.set(createHash("sha256").update(bytes).digest("hex"), bytes);
  }
  return found;
}

/** The figure in a field of a line, without the commas of thousands; the Treasury's "-0" is 0. */
function printedAt(lines, { line, column }) {
  const text = lines[Number(line) - 1] ?? "";
  const field = fieldsOf(text, text.includes("\t") ? "\t" : ",")[Number(column) - 1] ?? "";
  return field
    .trim()
    .replaceAll(",", "")
    .replace(/^-(0(?:\.0+)?)$/, "$1");
}
