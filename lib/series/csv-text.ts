/** Signs with which a spreadsheet begins a formula (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r]/;
const decimal = /^-?\d+(?:\.\d+)?$/;

/**
 * Rows as CSV (RFC 4180): UTF-8 without a byte order mark, which base R takes for part of the first name; every line ends
 * in CRLF; no comment lines, which parsers disagree about. Null is an empty field. A text that a spreadsheet would run as a
 * formula gets an apostrophe before it; a negative number is none.
 */
export function csvText(rows: readonly (readonly (string | null)[])[]): string {
  return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(value: string | null): string {
  const text = value ?? "";
  const safe = formula.test(text) && !decimal.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
