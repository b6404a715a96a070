import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isPage } from "./cells.mjs";
import { linesOf, placeAt } from "./places.mjs";

/**
 * Looks for each source in a folder and those within, by its SHA-256, and for each cell at its line and column: the figure, the
 * row that it is of, the period, and the head of its column.
 */
export function checkFiles(folder, { cells, sources, fail }) {
  const found = filesIn(folder);
  const each = new Map(sources.map((source) => [source.sha256, source])).values();
  for (const { file, url, sha256 } of each) {
    const own = cells.filter((cell) => cell.sha256 === sha256);
    const bytes = found.get(sha256);
    if (own.length === 0) continue;
    if (isPage(file)) {
      const figures = own.map(
        ({ field, row, period, value }) => `${row}, ${field} ${period}: ${value}`,
      );
      console.log(
        `LOOK ${file} is a page, ${url}\n     The program does not read it; look there for these:\n     ${figures.join("\n     ")}`,
      );
      continue;
    }
    if (bytes === undefined) {
      fail(
        `${file}: no file in ${folder} has the SHA-256 ${sha256}; its ${own.length} cells were not looked up`,
      );
      continue;
    }
    const lines = linesOf(bytes.toString("utf8"));
    const wrong = own.flatMap((cell) => {
      const trouble = placeTrouble(lines, cell);
      const where = `${file}, line ${cell.line}, column ${cell.column}`;
      return trouble === null ? [] : [`${where}: ${cell.key} of ${cell.period} ${trouble}`];
    });
    wrong.forEach(fail);
    if (wrong.length === 0)
      console.log(
        `PASS ${file}: SHA-256 ${sha256}, ${own.length} cells as printed, each in its row, of its period, under its head`,
      );
  }
}

/** What is wrong between a cell and its place in a file, or null. */
function placeTrouble(lines, cell) {
  const { line, column, row, period, field, value, multiplier } = cell;
  if (line === "" || column === "")
    return "has no line or no column, so that it cannot be looked up";
  const printed = printedIn(lines[Number(line) - 1]?.[Number(column) - 1] ?? "");
  if (printed !== value) return `is ${value} in cells.csv, and the file has ${printed}`;
  const place = placeAt(lines, { line: Number(line), column: Number(column) });
  if (place === null) return "stands in no table of a form that this program knows";
  if (!place.rows.includes(row))
    return `is "${row}" in cells.csv, and the row is "${place.rows[0]}"`;
  if (place.period !== period) return `stands where the file has ${place.period}`;
  if (place.multiplier !== multiplier)
    return `is times ${multiplier} in cells.csv, and the file is times ${place.multiplier}`;
  const [head] = field.split(", older series");
  if (place.isOlder !== field.includes(", older series"))
    return `is "${field}" in cells.csv, and the file has the other series of that month`;
  if (!place.heads.some((text) => head === text || (text !== "" && head.startsWith(`${text} `))))
    return `is "${field}" in cells.csv, and no such head stands above it`;
  return null;
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

/** A figure without the commas of thousands; the Treasury's "-0" is 0. */
function printedIn(field) {
  return field.replaceAll(",", "").replace(/^-(0(?:\.0+)?)$/, "$1");
}
