import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import { newestChanges, type CompareVintages } from "./home-changes.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

function month(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}

const key = "mfh.holdings.japan";
const [older, newer] = [day("2026-02-18"), day("2026-06-18")];
const reader = createMemoryReader({
  series: [exampleSeries(key, { multiplier: 9 })],
  vintages: [
    { release: "mfh", date: older, figures: { [key]: { "2025-12": "1185.4" } } },
    { release: "mfh", date: newer, figures: { [key]: { "2025-12": "1170.1" } } },
  ],
});
const release = {
  slug: "mfh",
  title: "Major Foreign Holders",
  publisher: "Treasury",
  url: "https://example.test",
  licence: "Public domain",
};
const compare: CompareVintages = (name, from, to) =>
  Promise.resolve({
    ...{ release: name, from, to, added: 4, revised: 1, withdrawn: 0, summaries: [] },
    largest: [
      {
        ...{ kind: "revised", key, title: "Holdings: Japan", period: month("2025-12") },
        ...{ before: "1185.4", after: "1170.1", status: "normal", difference: "-15.3" },
      },
    ],
  });

test("the largest revision is told with what it was, what it is and the way it moved", async () => {
  const vintages = await reader.vintages("mfh");
  const changes = await newestChanges([{ release, vintages }], reader, compare);
  expect(changes).toMatchObject({ from: older, to: newer, added: 4, revised: 1, withdrawn: 0 });
  expect(changes?.largest).toMatchObject({
    before: "$1.19 trillion",
    after: "$1.17 trillion",
    moved: "down $15.3 billion",
  });
});

test("of two releases, the one with the newer vintage is told", async () => {
  const vintages = await reader.vintages("mfh");
  const old = vintages.map((vintage, index) => ({
    ...vintage,
    date: day(`2020-01-0${index + 1}`),
  }));
  const held = [
    { release: { ...release, slug: "press" }, vintages: old },
    { release, vintages },
  ];
  expect((await newestChanges(held, reader, compare))?.release).toBe("mfh");
});
