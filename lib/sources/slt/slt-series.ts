import type { Series } from "#lib/series/series";
import type { Catalogue } from "../catalogue.ts";
import { remarksOn } from "../remarks.ts";
import { fill, frequencyOf } from "../series-words.ts";
import { sltTableOf, type SltColumn, type SltRelease, type SltTable } from "./slt-table.ts";

/** Every series of one of the tables: each area with each column. */
export function sltSeries(catalogue: Catalogue, release: SltRelease): Series[] {
  const table = sltTableOf(catalogue, release);
  const frequency = frequencyOf(catalogue, release);
  return table.columns.flatMap((column) =>
    [...table.areas.values()].map((printed) => ({
      ...columnSeries(table, column),
      ...areaSeries(table, column, printed),
      frequency,
    })),
  );
}

function columnSeries({ release, layout }: SltTable, { security, measure }: SltColumn) {
  const flow = layout.derivedFlow;
  const derived = flow?.class === security.slug && flow.flow === measure.slug ? flow : undefined;
  return {
    release,
    securities: security.slug,
    measure: measure.slug,
    kind: measure.kind,
    unit: layout.unit,
    multiplier: layout.multiplier,
    window: 1,
    section: "",
    signConvention: (derived ?? measure).signConvention,
    names: measure.names.flatMap((name) =>
      security.names.map((noun) => fill(name, { class: noun })),
    ),
  } as const;
}

function areaSeries(
  { release, layout }: SltTable,
  { field, label, security, measure }: SltColumn,
  { area, code, name }: { area: Catalogue["areas"][number]; code: string; name: string },
) {
  // Custody hides foreign owners; where the area is the issuer's, the owners are U.S. residents.
  const withoutNote = layout.areasAre === "issuers" && area.kind === "country";
  const about = { securities: security.slug, measure: measure.slug, area: area.slug };
  return {
    key: `${release}.${label}.${area.slug}`,
    area: area.slug,
    title: fill(measure.title, { class: security.title, area: area.name }),
    source: { file: layout.file, field, row: name, code },
    // FRED forms its ids from the Treasury's field and code, e.g. FORLTTREASNET41408.
    fredId: `${field.replaceAll("_", "").toUpperCase()}${code}`,
    ...remarksOn(about, layout, withoutNote ? undefined : area.note),
  };
}
