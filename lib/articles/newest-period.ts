import type { Subject } from "#lib/nouns/subject";
import { isVintageDate } from "#lib/series/observation";
import { comparePeriods, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";

/** The last month that a vintage has of what a claim is about; undefined where it has none from the claim's own on. */
export async function newestPeriod(
  { parts, periods }: Subject,
  vintage: string | null,
  reader: SeriesReader,
): Promise<Period | undefined> {
  const keys = parts.flatMap(({ focus }) => focus.map(({ key }) => key));
  const known = await Promise.all(keys.slice(-1).map((key) => reader.describe(key)));
  const [series] = known.filter((each) => each?.frequency === "monthly");
  const [from] = periods.spans.map(({ to }) => to).sort((one, other) => comparePeriods(other, one));
  if (!series || from === undefined || vintage === null || !isVintageDate(vintage)) {
    return undefined;
  }
  const cells = (await reader.read([series.key], vintage, { from })).get(series.key) ?? [];
  return cells.findLast(({ value }) => value !== null)?.period;
}
