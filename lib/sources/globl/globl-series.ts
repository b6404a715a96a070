import type { Series } from "#lib/series/series";
import type { Catalogue } from "../catalogue.ts";
import { remarksOn } from "../remarks.ts";
import { fill, frequencyOf } from "../series-words.ts";
import { globlTableOf, type GloblRelease } from "./globl-table.ts";

/** Every series of one of the files: each area with each column. */
export function globlSeries(catalogue: Catalogue, release: GloblRelease): Series[] {
  const { layout, columns, areas } = globlTableOf(catalogue, release);
  const frequency = frequencyOf(catalogue, release);
  return columns.flatMap(({ field, label, security, measure }) => {
    const names = measure.names.flatMap((name) =>
      security.names.map((noun) => fill(name, { class: noun })),
    );
    return [...areas.values()].map(({ area, code, name }): Series => {
      const about = { securities: security.slug, measure: measure.slug, area: area.slug };
      return {
        key: `${release}.${label}.${area.slug}`,
        release,
        ...about,
        title: fill(measure.title, { class: security.title, area: area.name }),
        kind: measure.kind,
        unit: layout.unit,
        multiplier: layout.multiplier,
        frequency,
        window: 1,
        section: "",
        signConvention: measure.signConvention,
        source: { file: layout.file, field, row: name, code },
        names,
        // FRED forms ids from the machine names of the SLT tables; these files have none.
        fredId: null,
        ...remarksOn(about, layout, area.note),
      };
    });
  });
}
