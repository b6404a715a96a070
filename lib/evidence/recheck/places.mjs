// Where a figure stands in a file of the Treasury's: the row, the period and the heads of its column, as the file has them.
import { fieldsOf } from "./tables.mjs";

const month = /^\d{4}-\d\d$/;
const unit = /([bm])illions of dollars/i;
const names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A file's lines in fields; what a place in it says is asked often, so each line is cut once. */
export function linesOf(text) {
  return text.split(/\r?\n/).map((line) => {
    const fields = fieldsOf(line, line.includes("\t") ? "\t" : ",");
    return fields.map((field) => field.trim());
  });
}

/**
 * What the file says of a place, or null where it is of no form known here: `rows`, the names its row goes by; `period`;
 * `heads`, what stands above its column; `isOlder`, whether it is the second of a month that is printed twice; `multiplier`.
 */
export function placeAt(lines, { line, column }) {
  const own = lines[line - 1] ?? [];
  const place = month.test(own[2])
    ? inLong(lines, own, column)
    : inWide(lines.slice(0, line - 1), own, column);
  return place && { ...place, multiplier: multiplierIn(lines) };
}

/** "Millions of dollars" stands above the first table, in Table 3D across two fields. */
function multiplierIn(lines) {
  const found = lines.find((fields) => unit.test(fields.join("")));
  return { b: "1000000000", m: "1000000" }[unit.exec(found?.join(""))?.[1].toLowerCase()] ?? null;
}

/** A line for each area and month: its name, its code, the month, the figures. The heads are above the first such line. */
function inLong(lines, [name, code, period], column) {
  const first = lines.findIndex((fields) => month.test(fields[2]));
  const heads = lines.slice(0, first).map((fields) => fields[column - 1] ?? "");
  return { rows: [name, `${name} (${code})`], period, heads, isOlder: false };
}

/** A line for each area and a column for each month; what the figures are stands above the table. */
function inWide(above, own, column) {
  const at = above.findLastIndex(([name]) => name === "Country");
  const periods = above[at]?.map((field, place) => periodIn(field, above[at - 1]?.[place] ?? ""));
  const period = periods?.[column - 1] ?? null;
  if (period === null) return null;
  const heads = above.map((fields) => bare(fields.join(" ").trim()).toLowerCase());
  return { rows: [bare(own[0])], period, heads, isOlder: periods[column - 2] === period };
}

/** Table 5 has "2025-12"; the history has "2025" below "Dec". */
function periodIn(field, above) {
  if (month.test(field)) return field;
  const at = names.indexOf(above);
  return at < 0 || !/^\d{4}$/.test(field) ? null : `${field}-${String(at + 1).padStart(2, "0")}`;
}

/** A name without the number of a note: "United Kingdom 2/". */
function bare(text) {
  return text.replace(/ +\d+\/(?= |$)/g, "");
}
