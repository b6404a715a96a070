import type { Series } from "#lib/series/series";
import type { Catalogue } from "#lib/sources/catalogue";
import { seriesOf } from "#lib/sources/series-of";
import type { Store } from "#lib/store/store";
import type { CheckResult, Finding } from "./finding.ts";

/** What a key stands for, which no load changes, by name. */
type Meaning = Readonly<Record<string, string | number>>;

const fix =
  "the store was changed by other means than loads, or the catalogue gave the key another meaning: restore a backup from before, or the catalogue from version control";

/** Whether each key that is held stands for what the catalogue says: a figure in another unit is another figure. */
export async function checkSeries(store: Store, catalogue: Catalogue): Promise<CheckResult> {
  // Read as it stands: a unit that there is not would be thrown where series are read.
  const { rows } = await store.pool.query<{ key: string; meaning: Meaning }>(
    `SELECT key, jsonb_build_object('release', release_slug, 'securities', securities, 'measure', measure, 'area', area_slug,
       'kind', kind, 'unit', unit, 'multiplier', multiplier, 'frequency', frequency, 'window', window_months,
       'section', section) AS meaning
     FROM series ORDER BY key COLLATE "C"`,
  );
  const known = new Map(catalogue.releases.flatMap(({ slug }) => [...seriesOf(catalogue, slug)]));
  const findings: Finding[] = [];
  let looked = 0;
  for (const { key, meaning } of rows) {
    const series = known.get(key);
    if (!series) continue;
    looked += 1;
    findings.push(...differing(series, meaning));
  }
  return {
    check: "series",
    looked: `${looked.toLocaleString("en-US")} series of the catalogue`,
    findings,
    notices: [],
  };
}

function differing(series: Series, held: Meaning): Finding[] {
  return Object.entries(meaningOf(series)).flatMap(([name, expected]) => {
    const found = held[name];
    if (expected === found) return [];
    return [{ where: `${series.key}, ${name}`, expected: `${expected}`, found: `${found}`, fix }];
  });
}

function meaningOf(series: Series): Meaning {
  const { release, securities, measure, area, kind, unit } = series;
  const { multiplier, frequency, window, section } = series;
  return {
    ...{ release, securities, measure, area, kind, unit },
    ...{ multiplier, frequency, window, section },
  };
}
