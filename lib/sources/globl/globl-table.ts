import type { Period } from "#lib/series/period";
import type { Catalogue } from "../catalogue.ts";
import { printedAreas, type PrintedArea } from "../printed-area.ts";
import type { GloblLayout } from "./globl-layout.ts";
import { monthsOfRuns, type MonthRun } from "./month-runs.ts";

/** The files of one form: a line for each area and month, its name, code and month before the figures. */
export type GloblRelease = "s1" | "slt3d";

/** A column of figures. */
export interface GloblColumn {
  readonly field: string;
  /** The field again: these files have one heading. */
  readonly heading: string;
  /** Place in a key: `treasuries.purchases`. */
  readonly label: string;
  readonly security: GloblLayout["classes"][number];
  readonly measure: GloblLayout["measures"][number];
}

/** The months an area has lines for, were the file as new as it ever became. */
export interface AreaMonths {
  readonly newestFirst: readonly Period[];
  /** Where each stands in the list. */
  readonly places: ReadonlyMap<Period, number>;
}

/** An area, and what its lines hold. */
export interface GloblArea extends PrintedArea {
  /** Key of the series of each column. */
  readonly keys: readonly string[];
  readonly months: AreaMonths;
}

/** One of the files as the catalogue describes it, worked out once for a file. */
export interface GloblTable {
  readonly release: GloblRelease;
  readonly layout: GloblLayout;
  readonly columns: readonly GloblColumn[];
  /** By code, in the order of the catalogue. */
  readonly areas: ReadonlyMap<string, GloblArea>;
  /** Every month that an area may have a line for, by its text. */
  readonly periods: ReadonlyMap<string, Period>;
}

/** What the catalogue says of one of the files. Throws when a column names a class or measure that is not there. */
export function globlTableOf(catalogue: Catalogue, release: GloblRelease): GloblTable {
  const layout = catalogue[release];
  const columns = columnsOf(layout);
  const usual = areaMonths(layout.months, layout.newest);
  const areas = printedAreas(catalogue, release).map((printed): [string, GloblArea] => {
    const own = layout.exceptions[printed.area.slug];
    const months = own ? areaMonths(own, layout.newest) : usual;
    const keys = columns.map(({ label }) => `${release}.${label}.${printed.area.slug}`);
    return [printed.code, { ...printed, keys, months }];
  });
  const periods = areas.flatMap(([, { months }]) => months.newestFirst);
  return {
    release,
    layout,
    columns,
    areas: new Map(areas),
    periods: new Map(periods.map((period) => [period, period])),
  };
}

function areaMonths(runs: readonly MonthRun[], newest: Period): AreaMonths {
  const newestFirst = monthsOfRuns(runs, newest);
  return { newestFirst, places: new Map(newestFirst.map((month, place) => [month, place])) };
}

function columnsOf({ file, columns, classes, measures }: GloblLayout): readonly GloblColumn[] {
  return columns.map(({ class: security, measure, field }) => ({
    field,
    heading: field,
    label: `${security}.${measure}`,
    security: listed(classes, security, file),
    measure: listed(measures, measure, file),
  }));
}

function listed<T extends { readonly slug: string }>(
  list: readonly T[],
  slug: string,
  file: string,
): T {
  const found = list.find((one) => one.slug === slug);
  if (!found)
    throw new Error(`The columns of ${file} name "${slug}", which the catalogue does not list`);
  return found;
}
