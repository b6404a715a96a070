import { vintagesFile, type PackedVintage } from "../seed-collection.ts";
import { pressHeading } from "./press-row.ts";

const tableLines = 32;
const tableColumns = 8;
const observationsFile = "observations.csv";

/** The CSV files that carry lines.csv over. */
export const pressFiles = [vintagesFile, observationsFile] as const;

/**
 * lines.csv as two tables: what a release says of itself and its columns, once; and a row for each line of its table. The
 * lines were parsed without a problem, so the order of each release is known.
 */
export function packPress(
  lines: readonly string[],
  vintages: readonly PackedVintage[],
): ReadonlyMap<string, string> {
  const releases = groupBy(lines.slice(1).map((line) => line.split(",")));
  const listed: string[] = [];
  const observations: string[] = [];
  for (const { released, sha256 } of vintages) {
    const rows = releases.get(released) ?? [];
    const times = rows.length / (tableLines * tableColumns);
    const once = rows.filter((_, at) => at % times === 0);
    const columns = once.slice(0, tableColumns).map((fields) => `${fields[3]} ${fields[4]}`);
    const [, name, reference] = rows[0] ?? [];
    listed.push([released, sha256, name, reference, times, ...columns].join(","));
    for (let line = 0; line < tableLines; line += 1) {
      const values = once.slice(line * tableColumns, (line + 1) * tableColumns);
      observations.push([released, line + 1, ...values.map((fields) => fields[6])].join(","));
    }
  }
  const numbered = Array.from({ length: tableColumns }, (_, at) => `column-${at + 1}`).join(",");
  return new Map([
    [vintagesFile, table(`released,sha256,name,reference,times,${numbered}`, listed)],
    [observationsFile, table(`released,line,${numbered}`, observations)],
  ]);
}

/** The lines of lines.csv again, from what `packPress` wrote. */
export function unpackPress(texts: ReadonlyMap<string, string>): readonly string[] {
  const observations = groupBy(rowsOf(texts.get(observationsFile)));
  const lines = rowsOf(texts.get(vintagesFile)).flatMap(
    ([released, , name, reference, times, ...columns]) =>
      (observations.get(released ?? "") ?? []).flatMap(([, line, ...values]) =>
        columns.flatMap((column, at) => {
          const text = [released, name, reference, ...column.split(" "), line, values[at]].join(
            ",",
          );
          return times === "2" ? [text, text] : [text];
        }),
      ),
  );
  return [pressHeading, ...lines];
}

function table(heading: string, rows: readonly string[]): string {
  return [heading, ...rows, ""].join("\n");
}

function rowsOf(text = ""): string[][] {
  return text
    .split("\n")
    .slice(1, -1)
    .map((row) => row.split(","));
}

/** Rows by their first field, the day of release. */
function groupBy(rows: readonly string[][]): Map<string, string[][]> {
  const groups = new Map<string, string[][]>();
  for (const row of rows) {
    const [released = ""] = row;
    const group = groups.get(released);
    if (group) group.push(row);
    else groups.set(released, [row]);
  }
  return groups;
}
