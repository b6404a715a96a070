import type { Problem } from "#lib/series/problem";
import { mostProblems } from "../bounded-problems.ts";

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
const slt3dNotes = [
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
 * The notes that end the file, from line `end` on (counted from 0): without all of them it is cut, and what stands among or
 * after them is in the wrong place. Problems: `missing-notes`, `figures-in-notes`, `text-after-notes`.
 */
export function checkSlt3dNotes(lines: readonly string[], end: number, file: string): Problem[] {
  const problems: Problem[] = [];
  const notes = lines.slice(end).map(lettersOf);
  let next = 0;
  for (const start of slt3dNotes) {
    const isLast = start === slt3dNotes.at(-1);
    const at = notes.findIndex(
      (note, index) =>
        index >= next && note.startsWith(start) && (!isLast || note.endsWith(notesEnd)),
    );
    if (at >= 0) next = at + 1;
    else {
      problems.push({
        kind: "missing-notes",
        message: `Expected "${start}…" among the notes that end the file, found no such line in its place`,
        at: { file, line: lines.length, column: 1 },
        fix: "the file is cut or its lines were moved; fetch it again",
      });
    }
  }
  for (const [at, note] of notes.entries()) {
    const text = lines[end + at] ?? "";
    const figures = /[,\t]"?\d{5}"?[,\t]/.test(text);
    const after = at >= next && note !== "" && problems.length === 0;
    if (!figures && !after) continue;
    problems.push({
      kind: figures ? "figures-in-notes" : "text-after-notes",
      message: `Expected ${after ? "the file to end after its notes" : "notes after the blank line below the figures"}, found ${text.slice(0, 60)}`,
      at: { file, line: end + at + 1, column: 1 },
      fix: "a blank line stands among the figures, or lines were moved; fetch the file again",
    });
  }
  return problems.slice(0, mostProblems);
}
