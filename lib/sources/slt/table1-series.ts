import type { Series } from "#lib/series/series";
import type { Catalogue } from "../catalogue.ts";
import { fill, frequencyOf } from "../series-words.ts";

/** Machine names of the fifteen columns of slt_table1.txt, in order, with their place in a key (`total.net`). */
export function slt1Columns({ slt1 }: Catalogue): readonly { field: string; label: string }[] {
  return slt1.classes.flatMap((security) =>
    slt1.measures.map((measure) => ({
      field: `${security.stem}_${measure.suffix}`,
      label: `${security.slug}.${measure.slug}`,
    })),
  );
}

/** Every series of Table 1: each area with each class and measure. */
export function slt1Series(catalogue: Catalogue): Series[] {
  const { slt1 } = catalogue;
  return slt1.classes.flatMap((security) =>
    slt1.measures.flatMap((measure) =>
      catalogue.areas.flatMap((area): Series[] => {
        const row = area.names["slt1"];
        if (row === undefined || area.code === null) return [];
        const field = `${security.stem}_${measure.suffix}`;
        return [
          {
            key: `slt1.${security.slug}.${measure.slug}.${area.slug}`,
            release: "slt1",
            securities: security.slug,
            measure: measure.slug,
            area: area.slug,
            title: fill(measure.title, { class: security.title, area: area.name }),
            kind: measure.kind,
            unit: slt1.unit,
            multiplier: slt1.multiplier,
            frequency: frequencyOf(catalogue, "slt1"),
            window: 1,
            section: "",
            signConvention: measure.signConvention,
            source: { file: slt1.file, field, row, code: area.code },
            names: measure.names.flatMap((name) =>
              security.names.map((noun) => fill(name, { class: noun })),
            ),
            // FRED forms its ids from the Treasury's field and code, e.g. FORLTTREASNET41408.
            fredId: `${field.replaceAll("_", "").toUpperCase()}${area.code}`,
            breaks: [],
            notes: [],
          },
        ];
      }),
    ),
  );
}
