import type { Problem } from "#lib/series/problem";
import { textsOf, type SourceRow } from "../source-rows.ts";

/** The notes end the file: without their last line it is cut. Problems: `missing-notes`, `figures-in-notes`. */
export function checkSlt5Notes(
  rows: readonly SourceRow[],
  file: string,
  lastLine: number,
  problems: Problem[],
): void {
  for (const row of rows) {
    if (textsOf(row).length <= 1) continue;
    problems.push({
      kind: "figures-in-notes",
      message: `Expected notes below the figures, found the line "${textsOf(row).slice(0, 3).join(" ")}"`,
      at: { file, line: row.line, column: 1 },
      fix: "lines were moved, or the file was joined to another; fetch it again",
    });
  }
  const texts = rows.map((row) => textsOf(row).join(" ")).filter((text) => text !== "");
  if (texts[0] === "Notes:" && /TIC Form BL2.*\."?$/.test(texts.at(-1) ?? "")) return;
  problems.push({
    kind: "missing-notes",
    message: `Expected "Notes:" below the figures and the forms they come from (TIC Form BL2) at the end, found "${(texts.at(-1) ?? "nothing").slice(0, 60)}"`,
    at: { file, line: lastLine, column: 1 },
    fix: "the file is cut; fetch it again",
  });
}
