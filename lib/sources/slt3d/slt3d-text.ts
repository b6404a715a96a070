import type { Problem } from "#lib/series/problem";

/** The title of slt3d_globl.csv, without spaces. */
export const slt3dTitle = "TABLE3D:U.S.TreasurySecuritiesHeldbyForeignResidents1/";

/**
 * The fourteen lines before the figures as they stand. The program that wrote the file cut every line of text into fields
 * of 15 characters, in the middle of words.
 */
export const slt3dHead = [
  '""',
  '""',
  '""',
  '"",""',
  '"TABLE 3D:  U.S",". Treasury Secu","rities Held by","Foreign Residen","ts 1/"',
  '"","Millio","ns of dollars"',
  '""',
  '""',
  '"","","","Total U.S.","Long-term","Short-term"',
  '"","","","Treasury  U.S",". Treasury  U.S",". Treasury"',
  '"","","","Securities","Securities","Securities"',
  '""',
  '"","","","----------","----------","----------"',
  '""',
] as const;

/** How the lines below the figures start, in order, without spaces; the last ends so. */
export const slt3dNotes = [
  "Notes:",
  "1/Estimatedforeignholdings",
  "TreasuryInternationalCapital",
  "HoldingsofLong-TermSecurities",
  "ReportofCustomers",
  "Thedatainthistable",
  "attributedtotheactualowners",
  "TICFAQ#7at:",
] as const;
const notesEnd = "ticfaq1.aspx).";

/** The letters of a line that was cut into fields: without the quotes and commas between them, and without spaces. */
export function lettersOf(line: string): string {
  return line.replace(/[",\s]/g, "");
}

/** Problems of the head: `wrong-title`, `wrong-unit`, `wrong-heading`. */
export function checkSlt3dHead(lines: readonly string[], file: string): Problem[] {
  return slt3dHead.flatMap((expected, at): Problem[] => {
    const found = lines[at]?.trimEnd();
    if (found === expected) return [];
    const kind = at === 4 ? "wrong-title" : at === 5 ? "wrong-unit" : "wrong-heading";
    return [
      {
        kind,
        message: `Expected ${expected}, found ${found ?? "the end of the file"}`,
        at: { file, line: at + 1, column: 1 },
        fix: "this is not slt3d_globl.csv as Tickmark knows it, or it is damaged; fetch it again",
      },
    ];
  });
}

/**
 * The notes that end the file, from line `end` on (counted from 0): without all of them it is cut, and a line of figures
 * among them stands in the wrong place. Problems: `missing-notes`, `figures-in-notes`.
 */
export function checkSlt3dNotes(lines: readonly string[], end: number, file: string): Problem[] {
  const problems: Problem[] = [];
  const notes = lines.slice(end).map(lettersOf);
  for (const [at, text] of lines.slice(end).entries()) {
    if (!/,"?\d{5}"?,/.test(text)) continue;
    problems.push({
      kind: "figures-in-notes",
      message: `Expected notes after the blank line below the figures, found ${text.slice(0, 60)}`,
      at: { file, line: end + at + 1, column: 1 },
      fix: "a blank line stands among the figures, or lines were moved; fetch the file again",
    });
  }
  let from = 0;
  for (const start of slt3dNotes) {
    const last = start === slt3dNotes.at(-1);
    const at = notes.findIndex(
      (note, index) =>
        index >= from && note.startsWith(start) && (!last || note.endsWith(notesEnd)),
    );
    if (at >= 0) {
      from = at + 1;
      continue;
    }
    problems.push({
      kind: "missing-notes",
      message: `Expected "${start}…" among the notes that end the file, found no such line in its place`,
      at: { file, line: lines.length, column: 1 },
      fix: "the file is cut or its lines were moved; fetch it again",
    });
  }
  return problems;
}
