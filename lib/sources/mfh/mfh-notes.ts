import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Problem } from "#lib/series/problem";
import { addProblems } from "../bounded-problems.ts";
import { isMfhFoot, type MfhBlock } from "./mfh-block.ts";
import { isBlank, textsOf, type SourceRow } from "../source-rows.ts";

/**
 * What stands below the years of mfhhis01.txt: the Department's line, the file's own date, which years were revised when,
 * and the footnotes. They end the file, so each footnote used must be there and the last must end as a sentence does.
 * Problems: `missing-notes`, `figures-in-notes`, `wrong-date`, `wrong-year`.
 */
export function readMfhNotes(
  rows: readonly SourceRow[],
  start: number,
  blocks: readonly MfhBlock[],
  file: string,
  problems: Problem[],
): VintageDate | null {
  const foot = rows[start];
  const lastLine = rows.length;
  if (!foot || !isMfhFoot(foot)) {
    problems.push(
      missing("the Department's line and the notes after the last year", file, lastLine),
    );
    return null;
  }
  // A block that could not be read is a problem already; its year is not missing as well.
  const whole = problems.length === 0;
  const notes = rows.slice(start + 1).filter((row) => !isBlank(row));
  const stated = readDate(notes[0], foot.line, file, problems);
  addProblems(
    problems,
    notes.flatMap((row) => checkNote(row, file)),
  );
  const years = new Set(blocks.map(({ year }) => String(year)));
  for (const row of notes) {
    const revised = /^\((\d{4}) revised [A-Z][a-z]+ \d{1,2}, \d{4}\)$/.exec(textsOf(row).join(" "));
    if (!revised || !whole || years.has(revised[1] ?? "")) continue;
    problems.push({
      kind: "wrong-year",
      message: `Expected the figures of each year that was revised, found "${revised[0]}" and no block of that year`,
      at: { file, line: row.line, column: 1 },
      fix: "a year is missing above; fetch the file again",
    });
  }
  const explained = notes.flatMap((row) => /^(\d+)\/\s/.exec(textsOf(row).join(" "))?.[1] ?? []);
  for (const mark of marksAbove(rows.slice(0, start))) {
    if (explained.includes(mark)) continue;
    problems.push(missing(`footnote ${mark}/, which the table uses`, file, lastLine));
  }
  const lastNote = textsOf(notes.at(-1)).join(" ");
  if (!/[.)]"?$/.test(lastNote)) {
    problems.push(missing("the last note to end with a full stop", file, lastLine));
  }
  return stated;
}

/** Notes stand in the first field only: what has more is a line of the table, as when the file holds itself twice. */
function checkNote(row: SourceRow, file: string): Problem[] {
  if (row.fields.slice(1).every((field) => field.trim() === "")) return [];
  return [
    {
      kind: "figures-in-notes",
      message: `Expected notes below the Department's line, found the line "${textsOf(row).slice(0, 3).join(" ")}"`,
      at: { file, line: row.line, column: 1 },
      fix: "lines were moved, or the file was joined to another; fetch it again",
    },
  ];
}

function readDate(
  row: SourceRow | undefined,
  line: number,
  file: string,
  problems: Problem[],
): VintageDate | null {
  const text = textsOf(row).join(" ");
  const [, month = "", day = "", year = ""] =
    /^(\d{1,2})\/(\d{1,2})\/((?:20)?\d\d)$/.exec(text) ?? [];
  const date = `${year.length === 2 ? "20" : ""}${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (isVintageDate(date)) return date;
  problems.push({
    kind: "wrong-date",
    message: `Expected the file's date such as 5/18/2026 below the Department's line, found "${text}"`,
    at: { file, line: row?.line ?? line, column: 1 },
    fix: "the notes are cut or were moved; fetch the file again",
  });
  return null;
}

/** Numbers of the footnotes that headings and names point to. */
function marksAbove(rows: readonly SourceRow[]): Set<string> {
  return new Set(
    rows.flatMap((row) =>
      textsOf(row).flatMap((text) => /(?:^|\s)(\d+)\/(?:\s|$)/.exec(text)?.[1] ?? []),
    ),
  );
}

function missing(expected: string, file: string, line: number): Problem {
  return {
    kind: "missing-notes",
    message: `Expected ${expected}, found none`,
    at: { file, line, column: 1 },
    fix: "the file is cut; fetch it again",
  };
}
