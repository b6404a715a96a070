import type { Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import { isPublished, publishedApart, sumOf, type Identity } from "./identities.ts";
import type { SourceCell } from "./source-cell.ts";
import type { AreaSum, ClassSum } from "./sum-rules.ts";

/** A line of figures, one in each column. */
export interface SummedRow {
  readonly printed: { readonly code: string; readonly name: string };
  readonly period: Period;
  readonly cells: readonly SourceCell[];
}

/** What is summed where, of a file whose lines are areas and months, and its columns classes and measures. */
export interface SummedTable {
  readonly columns: readonly {
    readonly field: string;
    /** What the identity calls the column. */
    readonly heading: string;
    readonly security: { readonly slug: string };
    readonly measure: { readonly slug: string };
  }[];
  readonly layout: {
    readonly classSum?: ClassSum | undefined;
    readonly areaSums: readonly AreaSum[];
  };
}

/**
 * What the figures of a file should add up to, as its catalogue file says: the classes of a line to one of them, and rows to
 * other rows. A whole is published exactly when all its parts are: one that is missing on its own goes to `problems`,
 * `published-apart`, but in the places that the catalogue names.
 */
export function* sumIdentities(
  rows: readonly SummedRow[],
  table: SummedTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  yield* classSums(rows, table, file, problems);
  yield* areaSums(rows, table, file, problems);
}

function* classSums(
  rows: readonly SummedRow[],
  { columns, layout }: SummedTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  if (!layout.classSum) return;
  const { whole: wholeSlug, parts, tolerance, partsMissing } = layout.classSum;
  for (const [at, { security, measure, heading }] of columns.entries()) {
    if (security.slug !== wholeSlug) continue;
    const placeOf = (slug: string) =>
      columns.findIndex((one) => one.security.slug === slug && one.measure.slug === measure.slug);
    const places = parts.map(placeOf);
    const names = places.map((place) => columns[place]?.heading).join(" + ");
    const identity = `${heading} = ${names}`;
    const unprinted = new Map(
      partsMissing.flatMap((one) => one.rows.map((code) => [code, one.parts.map(placeOf)])),
    );
    for (const { printed, cells } of rows) {
      const whole = cells[at];
      if (!whole) continue;
      const mayMiss = unprinted.get(printed.code) ?? [];
      const needed = places.filter((place) => !mayMiss.includes(place));
      const isComplete = publishedAt(cells, needed).length === needed.length;
      if (needed.length > 0 && isPublished(whole) !== isComplete) {
        problems.push(publishedApart(whole, names, file));
        continue;
      }
      const published = publishedAt(cells, places);
      if (!isPublished(whole) || published.length < parts.length) continue;
      yield { identity, whole, expected: sumOf(published), tolerance };
    }
  }
}

function publishedAt(cells: readonly SourceCell[], places: readonly number[]) {
  return places.flatMap((place) => cells[place] ?? []).filter(isPublished);
}

function* areaSums(
  rows: readonly SummedRow[],
  { columns, layout }: SummedTable,
  file: string,
  problems: Problem[],
): Generator<Identity> {
  const summed = new Set(layout.areaSums.flatMap(({ whole, parts }) => [whole, ...parts]));
  const byPlace = new Map(
    rows
      .filter(({ printed }) => summed.has(printed.code))
      .map((row) => [`${row.printed.code} ${row.period}`, row]),
  );
  for (const { whole, parts, from, to, tolerance, partsFrom } of layout.areaSums) {
    for (const { printed, period, cells } of byPlace.values()) {
      if (printed.code !== whole) continue;
      if ((from !== undefined && period < from) || (to !== undefined && period > to)) continue;
      const below = parts.flatMap((code) => byPlace.get(`${code} ${period}`) ?? []);
      const names = below.map((one) => one.printed.name).join(" + ");
      const identity = `${printed.name} = ${names}`;
      for (const [at, total] of cells.entries()) {
        if (partsFrom && period < partsFrom.period && partsFrom.column === columns[at]?.field) {
          continue;
        }
        const published = below.flatMap((row) => row.cells[at] ?? []).filter(isPublished);
        if (published.length === 0 && !isPublished(total)) continue;
        if (published.length < parts.length || !isPublished(total)) {
          problems.push(publishedApart(total, names, file));
        } else {
          yield { identity, whole: total, expected: sumOf(published), tolerance };
        }
      }
    }
  }
}
