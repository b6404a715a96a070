import type { Problem } from "#lib/series/problem";
import { isPublished, publishedApart, sumOf, type Identity } from "../identities.ts";
import type { GloblRow } from "./globl-row.ts";
import type { GloblTable } from "./globl-table.ts";

/**
 * What the figures of a file should add up to, as its catalogue file says: the classes of a line to one of them, and rows to
 * other rows, in the months in which they do. What is missing on its own, where whole and parts are missing together, goes
 * to `problems`: `published-apart`.
 */
export function* globlIdentities(
  rows: readonly GloblRow[],
  table: GloblTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  yield* classSums(rows, table, file, problems);
  yield* areaSums(rows, table, file, problems);
}

function* classSums(
  rows: readonly GloblRow[],
  { layout, columns }: GloblTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  if (!layout.classSum) return;
  const { whole: wholeSlug, parts, tolerance } = layout.classSum;
  for (const [at, { security, measure }] of columns.entries()) {
    if (security.slug !== wholeSlug) continue;
    const ofParts = parts.map((slug) =>
      columns.findIndex((one) => one.security.slug === slug && one.measure === measure),
    );
    const names = ofParts.map((index) => columns[index]?.field).join(" + ");
    const identity = `${columns[at]?.field} = ${names}`;
    for (const { cells } of rows) {
      const whole = cells[at];
      const published = ofParts.flatMap((index) => cells[index] ?? []).filter(isPublished);
      if (!whole) continue;
      const complete = published.length === parts.length;
      if (isPublished(whole) !== complete) problems.push(publishedApart(whole, names, file));
      else if (isPublished(whole)) yield { identity, whole, expected: sumOf(published), tolerance };
    }
  }
}

function* areaSums(
  rows: readonly GloblRow[],
  { layout }: GloblTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  const summed = new Set(layout.areaSums.flatMap(({ whole, parts }) => [whole, ...parts]));
  const byPlace = new Map(
    rows
      .filter(({ printed }) => summed.has(printed.code))
      .map((row) => [`${row.printed.code} ${row.period}`, row]),
  );
  for (const { whole, parts, from, to, tolerance } of layout.areaSums) {
    for (const row of byPlace.values()) {
      const { printed, period } = row;
      if (printed.code !== whole) continue;
      if ((from !== undefined && period < from) || (to !== undefined && period > to)) continue;
      const below = parts.flatMap((code) => byPlace.get(`${code} ${period}`) ?? []);
      const names = below.map((one) => one.printed.name).join(" + ");
      for (const [at, total] of row.cells.entries()) {
        const published = below.flatMap(({ cells }) => cells[at] ?? []).filter(isPublished);
        if (published.length < parts.length || !isPublished(total)) {
          problems.push(publishedApart(total, names, file));
          continue;
        }
        const identity = `${printed.name} = ${names}`;
        yield { identity, whole: total, expected: sumOf(published), tolerance };
      }
    }
  }
}
