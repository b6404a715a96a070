import { chartTexts } from "#lib/charts/chart-texts";
import type { LoadedChart } from "#lib/charts/load";
import { createNounFit } from "#lib/nouns/fit";
import type { Noun, NounMention } from "#lib/nouns/noun";
import type { Nouns } from "#lib/nouns/nouns";
import type { Place, Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";

/**
 * The label of each line must name its series; what is measured, breaks and annotations must name some of them, or none.
 * Problems: `wrong-noun`, `unnamed-series`.
 */
export async function checkChartNouns(
  { definition, placeOf }: ReadChart,
  reader: SeriesReader,
  nouns: Nouns,
): Promise<Problem[]> {
  const lines = "series" in definition ? definition.series : [];
  const keys = "series" in definition ? lines.map(({ key }) => key) : [definition.peersOf];
  const described = await Promise.all(keys.map((key) => reader.describe(key)));
  const all = described.flatMap((one) => one ?? []);
  const ofLabels = lines.flatMap(({ label }, position): Problem[] => {
    const own = described[position];
    if (!own) return [];
    const at = placeOf(["series", position, "label"]);
    const fit = createNounFit({ focus: [own], background: [] });
    return nouns.finder.find(label).some(({ noun }) => fit(noun) === "fits")
      ? []
      : [unnamed(label, own, at)];
  });
  const annotations = "annotations" in definition ? definition.annotations : [];
  const seriesOf = (path: readonly string[]): readonly Series[] => {
    const [list, position] = path;
    const index =
      list === "annotations"
        ? lines.findIndex(({ label }) => label === annotations[Number(position)]?.series)
        : Number(position);
    const own = list === "annotations" || list === "series" ? described[index] : undefined;
    return own ? [own] : all;
  };
  const ofTexts = chartTexts(definition)
    // A note says what is not shown too, and a source has the Treasury's name, which is no security.
    .filter(({ path }) => !/^(?:notes?|source)$/.test(path[0] ?? "") && path.at(-1) !== "series")
    .flatMap(({ path, text }) =>
      findWrong(nouns.finder.find(text), text, seriesOf(path)).map(({ message, start }) => ({
        kind: "wrong-noun",
        message,
        at: placeOf(path, start),
        fix: "correct the words or the keys",
      })),
    );
  return [...ofLabels, ...ofTexts];
}

type ReadChart = Extract<LoadedChart, { ok: true }>;

function unnamed(label: string, { key, title }: Series, at: Place): Problem {
  return {
    kind: "unnamed-series",
    message: `the label "${label}" names nothing of ${key}, "${title}"`,
    at,
    fix: "write whose it is, which securities, or what is measured, by a name of content/nouns.yml",
  };
}

function isTotal({ fits }: Noun): boolean {
  return fits.has("us-securities") || fits.has("foreign-securities");
}

function findWrong(
  mentions: readonly NounMention[],
  text: string,
  series: readonly Series[],
): { message: string; start: number }[] {
  const fits = series.map((one) => createNounFit({ focus: [one], background: [] }));
  // Several classes may be called by what they are parts of.
  const strange = mentions.filter(
    ({ noun }) =>
      !(series.length > 1 && isTotal(noun)) && fits.every((fit) => fit(noun) === "contradicts"),
  );
  const titles = series.map(({ key, title }) => `${key}, "${title}"`).join(" and ");
  return strange.map(({ start, end }) => ({
    message: `"${text}" says "${text.slice(start, end)}"; the chart shows ${titles}`,
    start,
  }));
}
