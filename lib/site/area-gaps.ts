import { formatPeriod } from "#lib/series/format";
import type { Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import type { Area, Series } from "#lib/series/series";
import type { Release } from "#lib/series/vintage";
import { nameInSentence } from "./area-notes.ts";
import { shortName } from "./release-names.ts";

/** Tables that list areas one by one, and the series whose newest value says until when one is listed. */
const listing: Readonly<Record<string, string>> = {
  slt1: "slt1.total.holdings",
  slt2: "slt2.total.holdings",
  slt3: "slt3.total.holdings",
  mfh: "mfh.holdings",
};

/** What the tables held do not say about an area: no row at all, or a row that ended before the others. */
export async function areaGaps(
  {
    area,
    series,
    releases,
  }: {
    readonly area: Area;
    readonly series: readonly Series[];
    readonly releases: readonly Release[];
  },
  reader: SeriesReader,
): Promise<string[]> {
  const found = await Promise.all(
    releases.map(async ({ slug, title: long }) => {
      const title = shortName({ slug, title: long });
      const stem = listing[slug];
      if (stem === undefined) return [];
      if (!series.some(({ release }) => release === slug)) {
        // That a group or a part has a row in one table only goes without saying.
        return area.kind === "country"
          ? [`${title} has no row for ${nameInSentence(area.name)}.`]
          : [];
      }
      const [own, whole] = await Promise.all([
        newestMonth(`${stem}.${area.slug}`, slug, reader),
        newestMonth(`${stem}.grand-total`, slug, reader),
      ]);
      if (whole === null || own === whole) return [];
      return [
        own === null
          ? `${title} prints no holdings of ${nameInSentence(area.name)}: the figures are withheld or were not reported.`
          : `${title} has figures of ${nameInSentence(area.name)} until ${formatPeriod(own)}; the table goes on to ${formatPeriod(whole)}.`,
      ];
    }),
  );
  return found.flat();
}

async function newestMonth(
  key: string,
  release: string,
  reader: SeriesReader,
): Promise<Period | null> {
  const vintage = (await reader.vintages(release)).at(-1);
  if (vintage === undefined) return null;
  const cells = (await reader.read([key], vintage.date)).get(key) ?? [];
  return cells.findLast(({ value }) => value !== null)?.period ?? null;
}
