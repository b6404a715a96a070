import type { Run } from "#lib/site/check-text-blocks";

type Row = readonly (readonly Run[])[];

const amount = /^\s*[(+\u2212-]?\$?\d[\d,.]*(?: ?(?:%|percent|trillion|billion|million))?\)?\s*$/;

/** The columns of a table whose cells are figures for the most part: they and their heads stand flush right. */
export function figureColumns(rows: readonly Row[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const cells of rows) {
    for (const [column, runs] of cells.entries()) {
      const text = runs.map((run) => (typeof run === "string" ? run : run.text)).join("");
      if (amount.test(text)) counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  const isMost = ([, count]: readonly [number, number]) => count * 2 >= rows.length;
  return new Set([...counts].filter(isMost).map(([column]) => column));
}
