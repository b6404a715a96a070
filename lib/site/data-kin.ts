import type { Series } from "#lib/series/series";
import { searchSeries } from "#lib/store/series-search";
import type { Store } from "#lib/store/store";
import { nameSlug, valuesInWords } from "./data-words.ts";

/** Series that a reader of one may want next. */
export interface Kin {
  readonly heading: string;
  readonly series: readonly { readonly key: string; readonly name: string }[];
}

/** No group of a page is longer. */
const longest = 12;

/** The same class by other measures, the same measure of other classes, and the same in other tables; for the same area. */
export async function findKin(store: Store, series: Series): Promise<Kin[]> {
  const { release, area, securities, measure, key } = series;
  const [here, elsewhere] = await Promise.all([
    searchSeries(store, { release, area, limit: 120, offset: 0 }),
    searchSeries(store, { area, securities, limit: 60, offset: 0 }),
  ]);
  const others = here.series.filter((other) => other.key !== key);
  const alike = others.filter((other) => other.section === series.section);
  return [
    kin(
      "The same class, other measures",
      alike.filter((other) => other.securities === securities && other.measure !== measure),
      (other) => nameSlug(other.measure),
    ),
    kin(
      "The same measure, other classes",
      alike.filter((other) => other.measure === measure && other.securities !== securities),
      (other) => nameSlug(other.securities),
    ),
    kin(
      "Over other periods",
      others.filter(
        (other) =>
          other.section !== series.section &&
          other.measure === measure &&
          other.securities === securities &&
          lastPart(other) === lastPart(series),
      ),
      valuesInWords,
    ),
    kin(
      "In other tables",
      elsewhere.series.filter((other) => other.release !== release),
      ({ title }) => title,
    ),
  ].filter((group) => group.series.length > 0);
}

function kin(heading: string, series: readonly Series[], nameOf: (series: Series) => string): Kin {
  const names = series.map(nameOf);
  return {
    heading,
    series: series.slice(0, longest).map((one, index) => {
      const name = names[index] ?? one.title;
      // Two lines of a press release may be of one class and one measure: then only the title tells them apart.
      const shared = names.filter((other) => other === name).length > 1;
      return { key: one.key, name: shared ? one.title : name };
    }),
  };
}

function lastPart({ key }: Series): string {
  return key.split(".").at(-1) ?? key;
}
