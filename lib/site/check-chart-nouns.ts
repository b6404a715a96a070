import type { ChartDefinition } from "#lib/charts/definition";
import { createNounFit } from "#lib/nouns/fit";
import type { Noun, NounMention } from "#lib/nouns/noun";
import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Series } from "#lib/series/series";

/** The label of each line must name its series, and what is measured must name some of them. Problem: `wrong-noun`. */
export async function checkChartNouns(
  definition: ChartDefinition,
  reader: SeriesReader,
  nouns: Nouns,
): Promise<Problem[]> {
  const lines = "series" in definition ? definition.series : [];
  const keys = "series" in definition ? lines.map(({ key }) => key) : [definition.peersOf];
  const described = await Promise.all(keys.map((key) => reader.describe(key)));
  const series = described.flatMap((one) => one ?? []);
  const ofLabels = lines.flatMap(({ label }, at) => {
    const own = described[at];
    return own ? findWrong(nouns.finder.find(label), label, [own]) : [];
  });
  const { measure } = definition;
  // Several classes may be called by what they are parts of.
  const inMeasure = nouns.finder.find(measure).filter(({ noun }) => !isTotal(noun));
  return [...ofLabels, ...findWrong(inMeasure, measure, series)].map((message) => ({
    kind: "wrong-noun",
    message,
    at: definition.at,
    fix: "correct the words or the keys",
  }));
}

function isTotal({ fits }: Noun): boolean {
  return fits.has("us-securities") || fits.has("foreign-securities");
}

function findWrong(
  mentions: readonly NounMention[],
  text: string,
  series: readonly Series[],
): string[] {
  const fits = series.map((one) => createNounFit({ focus: [one], background: [], whole: [] }));
  const strange = mentions.filter(({ noun }) => fits.every((fit) => fit(noun) === "contradicts"));
  const titles = series.map(({ key, title }) => `${key}, "${title}"`).join(" and ");
  return strange.map(
    ({ start, end }) => `"${text}" says "${text.slice(start, end)}"; the chart shows ${titles}`,
  );
}
