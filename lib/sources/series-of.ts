import type { Area, Series } from "#lib/series/series";
import type { Catalogue, CatalogueArea } from "./catalogue.ts";

/** Every series a release could hold, by key: each area it names with each class and measure. */
export function seriesOf(catalogue: Catalogue, release: string): ReadonlyMap<string, Series> {
  const all =
    release === "slt1" ? slt1Series(catalogue) : release === "mfh" ? mfhSeries(catalogue) : [];
  return new Map(all.map((series) => [series.key, series]));
}

/** The nouns of an area, without the names that files use for it. */
export function asArea({ slug, code, name, kind }: CatalogueArea): Area {
  return { slug, code, name, kind };
}

/** Machine names of the fifteen columns of slt_table1.txt, in order, with their place in a key (`total.net`). */
export function slt1Columns({ slt1 }: Catalogue): readonly { field: string; label: string }[] {
  return slt1.classes.flatMap((security) =>
    slt1.measures.map((measure) => ({
      field: `${security.stem}_${measure.suffix}`,
      label: `${security.slug}.${measure.slug}`,
    })),
  );
}

function slt1Series(catalogue: Catalogue): Series[] {
  const { slt1 } = catalogue;
  return slt1.classes.flatMap((security) =>
    slt1.measures.flatMap((measure) =>
      catalogue.areas.flatMap((area): Series[] => {
        if (area.slt1 === undefined || area.code === null) return [];
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
            signConvention: measure.signConvention,
            source: { file: slt1.file, field, row: area.slt1, code: area.code },
            names: measure.names.flatMap((name) =>
              security.names.map((noun) => fill(name, { class: noun })),
            ),
            // FRED forms its ids from the Treasury's field and code, e.g. FORLTTREASNET41408.
            fredId: `${field.replaceAll("_", "").toUpperCase()}${area.code}`,
          },
        ];
      }),
    ),
  );
}

function mfhSeries(catalogue: Catalogue): Series[] {
  const { mfh } = catalogue;
  return mfh.measures.flatMap((measure) =>
    [measure.slug, measure.comparison].flatMap((slug) =>
      catalogue.areas.flatMap((area): Series[] => {
        if (area.mfh === undefined) return [];
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
            signConvention: measure.signConvention,
            source: {
              file: mfh.file,
              field: older
                ? `${measure.field}, older series of a month printed twice`
                : measure.field,
              row: measure.row ?? area.mfh,
              code: null,
            },
            names: measure.names,
            fredId: null,
          },
        ];
      }),
    ),
  );
}

function frequencyOf(catalogue: Catalogue, release: string): Series["frequency"] {
  const found = catalogue.releases.find(({ slug }) => slug === release);
  if (!found) throw new Error(`The catalogue lacks the release ${release}`);
  return found.frequency;
}

function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
