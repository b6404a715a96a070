import type { Problem } from "#lib/series/problem";
import { accepted, refused, type Checked } from "#lib/series/checked";

/** One line of a tab-delimited file: its number counted from 1, and its fields with quotes removed. */
export interface SourceRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** No file of this family: the largest that the Treasury publishes is 3.2 MB. More is not read into memory. */
export const mostBytes = 4 * 1024 * 1024;
/** As text and fields, lines take many times the memory of their bytes. The longest file has 56,321, of 300 bytes at most. */
const mostLines = 200_000;
const longestLine = 64 * 1024;

/**
 * Bytes of a Treasury text file as lines of printable text and tabs. The files are ASCII; UTF-8 is read as UTF-8, and any
 * other encoding is refused rather than guessed. Problems: `empty-file`, `too-large`, `compressed-file`, `wrong-encoding`,
 * `control-character`, `cut-file`.
 */
export function readLines(bytes: Uint8Array, file: string): Checked<readonly string[]> {
  const decoded = decode(bytes, file);
  if (!decoded.ok) return decoded;
  const outsize = checkLines(bytes, file);
  if (outsize) return refused([outsize]);
  const lines = decoded.value.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  if (!strayCharacter.test(decoded.value)) return accepted(lines);
  const problems = lines.flatMap((text, at): Problem[] => {
    const line = at + 1;
    const stray = text.search(/[\u0000-\u0008\u000b-\u001f\u007f]/);
    if (stray < 0) return [];
    const column = text.slice(0, stray).split("\t").length;
    if (line === lines.length && text.slice(stray) === "\r") {
      const message =
        "Expected a line feed after the last carriage return, found the end of the file";
      const fix = "the file is cut; fetch it again";
      return [{ kind: "cut-file", message, at: { file, line, column }, fix }];
    }
    return [
      {
        kind: "control-character",
        message: `Expected printable text and tabs, found the control character U+${hex(text, stray)}`,
        at: { file, line, column },
        fix: "fetch the file again; it was damaged or is not plain text",
      },
    ];
  });
  return problems.length > 0 ? refused(problems) : accepted(lines);
}

/** In a text; a carriage return before a line feed is none. */
const strayCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\r(?!\n)/;

/** What stands between two fields. */
export type Separator = keyof typeof quotedField;

const quotedField = {
  "\t": /^"((?:[^"]|"")*)"(?=\t|$)/,
  ",": /^"((?:[^"]|"")*)"(?=,|$)/,
} as const;

/**
 * Lines as rows of tab-separated fields. A field that starts with a quote ends with one, quotes inside doubled (RFC 4180
 * with tabs). Problem: `bad-quoting`.
 */
export function splitRows(lines: readonly string[], file: string): Checked<readonly SourceRow[]> {
  const problems: Problem[] = [];
  const rows = lines.map((text, at): SourceRow => ({
    line: at + 1,
    fields: splitFields(text, at + 1, file, problems),
  }));
  return problems.length > 0 ? refused(problems) : accepted(rows);
}

/** Before they are split. What ends its lines with carriage returns only is refused for these. */
function checkLines(bytes: Uint8Array, file: string): Problem | null {
  const tooLarge = (message: string, line: number): Problem => {
    return { kind: "too-large", message, at: { file, line, column: 1 } };
  };
  for (let line = 1, start = 0; start < bytes.length; line += 1) {
    if (line > mostLines) return tooLarge(`Expected at most ${mostLines} lines, found more`, line);
    const found = bytes.indexOf(0x0a, start);
    const end = found < 0 ? bytes.length : found;
    if (end - start > longestLine && !bytes.subarray(start, end - 1).includes(0x0d)) {
      return tooLarge(
        `Expected a line of at most ${longestLine} bytes, found ${end - start}`,
        line,
      );
    }
    start = end + 1;
  }
  return null;
}

function decode(bytes: Uint8Array, file: string): Checked<string> {
  const at = { file, line: 1, column: 1 };
  if (bytes.length === 0) {
    return refused([
      { kind: "empty-file", message: "Expected a Treasury file, found no bytes", at },
    ]);
  }
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const message = "Expected plain text, found a file compressed with gzip";
    const fix = "unpack it with gunzip and give the file that comes out";
    return refused([{ kind: "compressed-file", message, at, fix }]);
  }
  const fix = "fetch the file again as bytes; do not open and save it in another program";
  if (wide) {
    const message = "Expected ASCII or UTF-8, found UTF-16";
    return refused([{ kind: "wrong-encoding", message, at, fix }]);
  }
  if (bytes.length > mostBytes) {
    const message = `Expected at most ${mostBytes} bytes, found ${bytes.length}`;
    return refused([{ kind: "too-large", message, at }]);
  }
  try {
    return accepted(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    const { line, column, byte } = firstInvalid(bytes);
    const message = `Expected ASCII or UTF-8, found the byte 0x${byte.toString(16)}, which is neither (Latin-1?)`;
    return refused([{ kind: "wrong-encoding", message, at: { file, line, column }, fix }]);
  }
}

/** Where decoding fails: the first byte above ASCII that does not belong to a well-formed sequence. */
function firstInvalid(bytes: Uint8Array): { line: number; column: number; byte: number } {
  let line = 1;
  let column = 1;
  let start = 0;
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0x0a || at === bytes.length - 1) {
      const part = bytes.subarray(start, at + 1);
      const text = new TextDecoder().decode(part);
      if (text.includes("\uFFFD")) {
        column = text.slice(0, text.indexOf("\uFFFD")).split("\t").length;
        return { line, column, byte: part.find((value) => value > 0x7f) ?? byte };
      }
      line += 1;
      start = at + 1;
    }
  }
  return { line, column, byte: 0 };
}

/** The fields of one line, without their quotes. Problem: `bad-quoting`. */
export function splitFields(
  text: string,
  line: number,
  file: string,
  problems: Problem[],
  separator: Separator = "\t",
): string[] {
  if (!text.includes('"')) return text.split(separator);
  const fields: string[] = [];
  let rest = text;
  for (;;) {
    const quoted = quotedField[separator].exec(rest);
    if (rest.startsWith('"') && !quoted) {
      problems.push({
        kind: "bad-quoting",
        message: `Expected a closing quote before the next ${separator === "," ? "comma" : "tab"}, found ${rest.slice(0, 40)}`,
        at: { file, line, column: fields.length + 1 },
        fix: "fetch the file again; this line is cut or joined",
      });
      return [...fields, ...rest.split(separator)];
    }
    const raw = quoted ? quoted[0] : (rest.split(separator, 1)[0] ?? "");
    fields.push(quoted ? (quoted[1] ?? "").replaceAll('""', '"') : raw);
    if (raw.length >= rest.length) return fields;
    rest = rest.slice(raw.length + 1);
  }
}

function hex(text: string, at: number): string {
  return text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
}

/** The fields of a row that hold something, trimmed. */
export function textsOf(row: SourceRow | undefined): string[] {
  return row ? row.fields.map((field) => field.trim()).filter((field) => field !== "") : [];
}

/** Whether a row holds nothing but tabs and spaces. */
export function isBlank(row: SourceRow | undefined): boolean {
  return textsOf(row).length === 0;
}
