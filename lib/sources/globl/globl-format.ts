import { accepted, refused, type Checked } from "#lib/series/checked";
import type { Problem } from "#lib/series/problem";
import { addProblems } from "../bounded-problems.ts";
import type { Catalogue } from "../catalogue.ts";
import { holdIdentities } from "../identities.ts";
import { makeParsedFile, type ParsedFile } from "../parsed-file.ts";
import type { SourceFormat } from "../source-format.ts";
import type { Separator } from "../source-rows.ts";
import { sumIdentities } from "../sums.ts";
import { cellsInOrder, readGloblRows } from "./globl-rows.ts";
import { globlSeries } from "./globl-series.ts";
import { globlTableOf, type GloblRelease } from "./globl-table.ts";

/** What is not common to the two files. */
interface GloblForm extends Pick<SourceFormat, "description" | "recognises" | "endsWithLineBreak"> {
  readonly release: GloblRelease;
  readonly separator: Separator;
  /** Lines before the figures. */
  readonly headLines: number;
  checkHead(lines: readonly string[], file: string): Problem[];
  /** Where the figures end, counted from 0. */
  findEnd(lines: readonly string[]): number;
  checkNotes(lines: readonly string[], end: number, file: string): Problem[];
}

/**
 * A file with a line for each area and month, newest first, under a head and above notes. Parsing returns every problem (at
 * most about a thousand); the identities are only tried on a file that is otherwise whole.
 */
export function globlFormat(form: GloblForm): SourceFormat {
  const { release, description, recognises, endsWithLineBreak } = form;
  const format: SourceFormat = {
    release,
    description,
    ...(endsWithLineBreak === true && { endsWithLineBreak }),
    recognises,
    parse(lines, catalogue, file) {
      const parsed = parseGlobl(form, format, lines, catalogue, file);
      return parsed.ok ? accepted([parsed.value]) : parsed;
    },
    series: (catalogue) => globlSeries(catalogue, release),
    seedTables: (catalogue) => [
      {
        name: "observations.csv",
        measures: globlTableOf(catalogue, release).columns.map(({ label }) => label),
      },
    ],
  };
  return format;
}

function parseGlobl(
  form: GloblForm,
  format: SourceFormat,
  lines: readonly string[],
  catalogue: Catalogue,
  file: string,
): Checked<ParsedFile> {
  const { release, separator, headLines } = form;
  const problems = form.checkHead(lines, file);
  if (problems.length > 0) return refused(problems);
  const table = globlTableOf(catalogue, release);
  const end = form.findEnd(lines);
  const place = { from: headLines, to: end, separator, file };
  const rows = readGloblRows(lines, place, table, problems);
  addProblems(problems, form.checkNotes(lines, end, file));
  if (problems.length > 0) return refused(problems.sort((a, b) => a.at.line - b.at.line));
  const identities = sumIdentities(rows, table, file, problems);
  const held = holdIdentities(identities, table.layout.acknowledged, file);
  if (!held.ok) addProblems(problems, held.problems);
  if (!held.ok || problems.length > 0) return refused(problems);
  const cells = cellsInOrder(rows, table);
  return accepted(makeParsedFile(catalogue, format, cells, { violations: held.value }));
}
