import type { Series } from "#lib/series/series";
import type { Release } from "#lib/series/vintage";
import { nameOfClass, nameOfMeasure, orderOfClass } from "./area-class-names.ts";

/** The series of one table, by class of security. */
export interface TableOfSeries {
  readonly release: string;
  readonly title: string;
  readonly rows: readonly {
    readonly label: string;
    readonly series: readonly { readonly key: string; readonly measure: string }[];
  }[];
}

/** All series of an area for its page: by table in the order of the releases, by class in the table's own order. */
export function listOfSeries(
  series: readonly Series[],
  releases: readonly Release[],
): TableOfSeries[] {
  return releases.flatMap(({ slug, title }) => {
    const own = series
      .filter(({ release }) => release === slug)
      .toSorted((left, right) => orderOfClass(left) - orderOfClass(right));
    if (own.length === 0) return [];
    const labels = [...new Set(own.map(nameOfClass))];
    const rows = labels.map((label) => ({
      label,
      series: own
        .filter((one) => nameOfClass(one) === label)
        .map((one) => ({ key: one.key, measure: nameOfMeasure(one) })),
    }));
    return [{ release: slug, title, rows }];
  });
}
