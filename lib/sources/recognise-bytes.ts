import type { Problem } from "#lib/series/problem";

interface BinaryKind {
  /** What it is, in a sentence after "found". */
  readonly what: string;
  readonly starts: readonly number[];
  /** Stands somewhere near the start, as text. */
  readonly holds?: string;
  readonly fix: string;
}

const save =
  "fetch the text file itself from the Treasury; do not save the table from a spreadsheet";

/** Files that people have at hand and that are no text. An Excel workbook is a zip, so it stands first. */
const kinds: readonly BinaryKind[] = [
  { what: "an Excel workbook (.xlsx)", starts: [0x50, 0x4b, 3, 4], holds: "xl/", fix: save },
  {
    what: "an Excel workbook (.xlsx)",
    starts: [0x50, 0x4b, 3, 4],
    holds: "[Content_Types]",
    fix: save,
  },
  {
    what: "a zip archive",
    starts: [0x50, 0x4b, 3, 4],
    fix: "unpack it and give the files in it one by one; the Treasury's ticrel_YYYYMMDD.zip holds a release",
  },
  { what: "an Excel workbook (.xls)", starts: [0xd0, 0xcf, 0x11, 0xe0], fix: save },
  {
    what: "a PDF document",
    starts: [0x25, 0x50, 0x44, 0x46],
    fix: "fetch the text file of the table; figures are not read from documents",
  },
];

/** Says by its first bytes that a file is of a kind that holds no lines of text. Problem: `not-text`; null for all others. */
export function recogniseBytes(bytes: Uint8Array, file: string): Problem | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const kind = kinds.find(
    ({ starts, holds }) =>
      starts.every((byte, at) => bytes[at] === byte) &&
      (holds === undefined || head.includes(holds)),
  );
  if (!kind) return null;
  return {
    kind: "not-text",
    message: `Expected a text file of the Treasury's, found ${kind.what}`,
    at: { file, line: 1, column: 1 },
    fix: kind.fix,
  };
}
