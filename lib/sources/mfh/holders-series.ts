import type { Series } from "#lib/series/series";
import type { Catalogue } from "../catalogue.ts";
import { remarksOn } from "../remarks.ts";
import { fill, frequencyOf } from "../series-words.ts";
import { holdersTableOf, nameIn } from "./holders-table.ts";

/** Every series of a table of holders: each area with each measure, and its older series where months are printed twice. */
export function holdersSeries(catalogue: Catalogue, release: "mfh" | "slt5"): Series[] {
  const { layout } = holdersTableOf(catalogue, release);
  const frequency = frequencyOf(catalogue, release);
  return layout.measures.flatMap((measure) =>
    [measure.slug, ...(measure.comparison === undefined ? [] : [measure.comparison])].flatMap(
      (slug) =>
        catalogue.areas.flatMap((area): Series[] => {
          const row = nameIn(release, area);
          if (row === undefined) return [];
          if (measure.row !== null && area.slug !== "foreign-official") return [];
          const older = slug !== measure.slug;
          const title = fill(measure.title, { area: area.name });
          const about = { securities: layout.securities, measure: slug, area: area.slug };
          return [
            {
              key: `${release}.${slug}.${area.slug}`,
              release,
              ...about,
              title: older ? `${title} (older series, for comparison only)` : title,
              kind: measure.kind,
              unit: layout.unit,
              multiplier: layout.multiplier,
              frequency,
              window: 1,
              section: "",
              signConvention: measure.signConvention,
              source: {
                file: layout.file,
                field: older
                  ? `${measure.field}, older series of a month printed twice`
                  : measure.field,
                row: measure.row ?? row,
                code: null,
              },
              names: measure.names,
              fredId: null,
              ...remarksOn(about, layout, area.note),
            },
          ];
        }),
    ),
  );
}
