import { classOf } from "#lib/series/security-class";
import type { Series } from "#lib/series/series";
import { searchSeries } from "#lib/store/series-search";
import type { Store } from "#lib/store/store";
import { nameOfClass, nameOfMeasure } from "./area-class-names.ts";
import { nameSlug, valuesInWords } from "./data-words.ts";
import { shortName } from "./release-names.ts";

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
  const [here, same] = await Promise.all([
    searchSeries(store, { release, area, limit: 120, offset: 0 }),
    searchSeries(store, { area, class: classOf(series), limit: 120, offset: 0 }),
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
      nameOfClass,
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
    kin("In other tables", inOtherTables(series, same.series), nameOfMeasure, tableOf),
  ].filter((group) => group.series.length > 0);
}

/** Of the same securities, over as long a time; what measures the same comes first. */
function inOtherTables(series: Series, same: readonly Series[]): Series[] {
  const others = same.filter(
    ({ release, window, frequency }) =>
      release !== series.release && window === series.window && frequency === series.frequency,
  );
  const isSame = ({ measure }: Series) => measure === series.measure;
  return [...others.filter(isSame), ...others.filter((other) => !isSame(other))];
}

function tableOf({ release }: Series): string {
  return `${shortName({ slug: release, title: release })}: `;
}

/** A group of links; `placeOf` says what stands before the name of each. */
function kin(
  heading: string,
  series: readonly Series[],
  nameOf: (series: Series) => string,
  placeOf: (series: Series) => string = () => "",
): Kin {
  const names = series.map((one) => placeOf(one) + nameOf(one));
  return {
    heading,
    series: series.slice(0, longest).map((one, index) => {
      const name = names[index] ?? one.title;
      // Two lines of a press release may be of one class and one measure: then only the title tells them apart.
      const shared = names.filter((other) => other === name).length > 1;
      return { key: one.key, name: shared ? placeOf(one) + one.title : name };
    }),
  };
}

function lastPart({ key }: Series): string {
  return key.split(".").at(-1) ?? key;
}
