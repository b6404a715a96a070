import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, periodsBetween, type Period } from "#lib/series/period";
import type { SeriesReader } from "#lib/series/reader";
import { parseDefinition } from "./load.ts";
import type { ChartDefinition } from "./definition.ts";

// Small charts for tests and golden files: every form over figures made up by rule.

export const firstVintage = day("2026-02-18");
export const secondVintage = day("2026-06-18");

const source = "source: { publisher: Example Bureau, title: Table 9, licence: Public domain }";

const texts = {
  "example-line": `
form: line
headline: 'Beta is <Claim holds="at(mfh.holdings.beta, 2025-12) < 1">below where it was</Claim>'
measure: Holdings of two places
unit: billion
series:
  - { key: mfh.holdings.alpha, label: Alpha }
  - { key: mfh.holdings.beta, label: Beta Islands, emphasis: true }
transformations: [level, change, pct-change]
annotations: [{ period: 2023-06, series: Beta Islands, text: a note }]
breaks: [{ period: 2022-06 }, { period: 2024-01, text: New form }]
${source}`,
  "example-bar": `
form: bar
headline: Net purchases turn
measure: Net purchases
unit: billion
series: [{ key: slt1.total.net.all, label: Net purchases }]
transformations: [level, change, sum-12]
highlight: { from: 2025-01, to: 2025-12 }
note: An example.
${source}`,
  "example-groups": `
form: grouped-bar
headline: Shares up, bonds down
measure: Net purchases by class
unit: billion
series:
  - { key: slt1.bonds.net.all, label: Corporate bonds }
  - { key: slt1.shares.net.all, label: Shares }
years: [2024, 2025]
emphasis: 2025
${source}`,
  "example-ranking": `
form: ranked-bar
headline: Alpha is first
measure: Holdings
unit: billion
peersOf: mfh.holdings.alpha
period: 2025-12
otherPeriods: [2024-12]
top: 3
emphasis: [mfh.holdings.beta]
${source}`,
  "example-area": `
form: area
headline: Alpha grows
measure: Holdings of one place
unit: billion
series: [{ key: mfh.holdings.alpha, label: Alpha, emphasis: true }]
transformations: [level, change]
breaks: [{ period: 2024-01, text: New form }]
${source}`,
  "example-stacked-area": `
form: stacked-area
headline: Together they hold
measure: Holdings by place
unit: billion
series:
  - { key: mfh.holdings.alpha, label: Alpha }
  - { key: mfh.holdings.gamma, label: Gamma Republic }
  - { key: mfh.holdings.delta, label: Delta }
${source}`,
  "example-stacked-bar": `
form: stacked-bar
headline: Shares rise over bonds
measure: Net purchases by class
unit: billion
series:
  - { key: slt1.bonds.net.all, label: Corporate bonds }
  - { key: slt1.shares.net.all, label: Shares, emphasis: true }
transformations: [level, sum-12]
from: 2023-01
${source}`,
  "example-multiples": `
form: small-multiples
headline: Each on its own way
measure: Holdings by place
unit: billion
series:
  - { key: mfh.holdings.alpha, label: Alpha }
  - { key: mfh.holdings.beta, label: Beta Islands, emphasis: true }
  - { key: mfh.holdings.gamma, label: Gamma }
  - { key: mfh.holdings.delta, label: Delta }
  - { key: mfh.holdings.everyone, label: All together }
transformations: [level, change]
${source}`,
  "example-slope": `
form: slope
headline: Alpha overtakes Beta
measure: Holdings at two ends
unit: billion
series:
  - { key: mfh.holdings.alpha, label: Alpha, emphasis: true }
  - { key: mfh.holdings.beta, label: Beta Islands }
  - { key: mfh.holdings.gamma, label: Gamma }
periods: [2022-01, 2024-06, 2025-12]
${source}`,
  "example-fan": `
form: fan
headline: The end was revised
measure: Holdings of one place
unit: billion
series: [{ key: mfh.holdings.alpha, label: Alpha }]
from: 2025-01
${source}`,
  "example-map": `
form: tile-map
headline: Where it lies
measure: Holdings
unit: billion
peersOf: slt5.holdings.japan
period: 2025-12
emphasis: [slt5.holdings.belgium]
${source}`,
} as const;

export type ExampleId = keyof typeof texts;
export const exampleIds: readonly ExampleId[] = [
  "example-line",
  "example-bar",
  "example-groups",
  "example-ranking",
  "example-area",
  "example-stacked-area",
  "example-stacked-bar",
  "example-multiples",
  "example-slope",
  "example-fan",
  "example-map",
];

/** Figures of the map: 2025-12 by area. */
const mapped = {
  "slt5.holdings.japan": "1185.5",
  "slt5.holdings.united-kingdom": "863.1",
  "slt5.holdings.belgium": "477.3",
  "slt5.holdings.canada": "468.2",
  "slt5.holdings.cayman-islands": "421.2",
  "slt5.holdings.brazil": "168.7",
  "slt5.holdings.united-arab-emirates": "95.6",
  "slt5.holdings.south-africa": "12",
  "slt5.holdings.singapore": "278.4",
  "slt5.holdings.new-zealand": "0",
};

function titleOf(key: string): string {
  const words = (key.split(".").at(-1) ?? "").split("-");
  return `Holdings: ${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ")}`;
}

/** One of the example definitions; `change` edits its text first. */
export function exampleChart(
  id: ExampleId,
  change: (text: string) => string = (text) => text,
): ChartDefinition {
  const loaded = parseDefinition(change(`id: ${id}${texts[id]}\n`), `${id}.yml`);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.definition;
}

/** Figures by rule: a missing month in Beta (2023-03), a total beside the places, and a revision in the second vintage. */
export function exampleReader(): SeriesReader {
  const holdings = ["alpha", "beta", "gamma", "delta", "everyone"];
  const flows = ["slt1.total.net.all", "slt1.bonds.net.all", "slt1.shares.net.all"];
  const months = periodsBetween(month("2022-01"), month("2025-12"));
  const figures = (value: (index: number) => string): Record<string, string> =>
    Object.fromEntries(months.map((period, index) => [period, value(index)]));
  const stocks = {
    "mfh.holdings.alpha": figures((index) => `${600 + index * 5}.5`),
    "mfh.holdings.beta": figures((index) => (index === 14 ? "n.a." : `${900 - index * 10}.1`)),
    "mfh.holdings.gamma": figures((index) => `${100 + index}`),
    "mfh.holdings.delta": figures(() => "100"),
    "mfh.holdings.everyone": figures(() => "5000"),
  };
  return createMemoryReader({
    series: [
      ...holdings.map((area) => exampleSeries(`mfh.holdings.${area}`)),
      ...Object.keys(mapped).map((key) => exampleSeries(key, { title: titleOf(key) })),
      ...[...flows, "slt1.total.valuation.all"].map((key) => exampleSeries(key, { multiplier: 6 })),
    ],
    areas: { everyone: "total" },
    vintages: [
      { release: "mfh", date: firstVintage, figures: stocks },
      {
        release: "mfh",
        date: secondVintage,
        figures: { "mfh.holdings.alpha": { "2025-12": "840.7" } },
      },
      {
        release: "slt5",
        date: secondVintage,
        figures: Object.fromEntries(
          Object.entries(mapped).map(([key, value]) => [key, { "2025-12": value }]),
        ),
      },
      {
        release: "slt1",
        date: secondVintage,
        figures: {
          "slt1.total.net.all": figures((index) => `${((index * 37) % 11) * 20_000 - 60_500}`),
          "slt1.total.valuation.all": figures((index) => `${(index % 5) * 40_000 - 70_000}`),
          "slt1.bonds.net.all": figures((index) => (index < 36 ? "30000" : "-12345")),
          "slt1.shares.net.all": figures((index) => `${index * 1000}`),
        },
      },
    ],
  });
}

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(text);
  return text;
}

export function month(text: string): Period {
  if (!isPeriod(text)) throw new Error(text);
  return text;
}
