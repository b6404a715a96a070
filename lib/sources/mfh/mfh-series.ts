import type { Series } from "#lib/series/series";
import type { Catalogue } from "../catalogue.ts";
import { fill, frequencyOf } from "../series-words.ts";

/** Every series of mfhhis01.txt: each area with each measure, and its older series of the months printed twice. */
export function mfhSeries(catalogue: Catalogue): Series[] {
  const { mfh } = catalogue;
  return mfh.measures.flatMap((measure) =>
    [measure.slug, measure.comparison].flatMap((slug) =>
      catalogue.areas.flatMap((area): Series[] => {
        const row = area.names["mfh"];
        if (row === undefined) return [];
        if (measure.row !== null && area.slug !== "foreign-official") return [];
        const older = slug === measure.comparison;
        const title = fill(measure.title, { area: area.name });
        return [
          {
            key: `mfh.${slug}.${area.slug}`,
            release: "mfh",
            securities: mfh.securities,
            measure: slug,
            area: area.slug,
            title: older ? `${title} (older series, for comparison only)` : title,
            kind: measure.kind,
            unit: mfh.unit,
            multiplier: mfh.multiplier,
            frequency: frequencyOf(catalogue, "mfh"),
            window: 1,
            section: "",
            signConvention: measure.signConvention,
            source: {
              file: mfh.file,
              field: older
                ? `${measure.field}, older series of a month printed twice`
                : measure.field,
              row: measure.row ?? row,
              code: null,
            },
            names: measure.names,
            fredId: null,
            breaks: [],
            notes: [],
          },
        ];
      }),
    ),
  );
}
