import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { evaluateText } from "./evaluate.ts";

const date = "2026-02-18";
if (!isVintageDate(date)) throw new TypeError(date);
const reader = createMemoryReader({
  series: ["japan", "canada"].map((area) => exampleSeries(`mfh.holdings.${area}`)),
  vintages: [
    {
      release: "mfh",
      date,
      figures: {
        "mfh.holdings.japan": { "2025-10": "1", "2025-11": "2", "2025-12": "n.a." },
        "mfh.holdings.canada": { "2025-10": "1" },
      },
    },
  ],
});

test.each([
  ["mfh.holdings.japan", "write at(mfh.holdings.japan, 2025-11)"],
  ["mfh.holdings.japan > $1 trillion", "write at(mfh.holdings.japan, 2025-11)"],
  ["mfh.holdings.{japan,canada}", "write at(mfh.holdings.{japan,canada}, 2025-10)"],
  ["first_printed(mfh.holdings.japan)", "write at(first_printed(mfh.holdings.japan), 2025-11)"],
  ["yearly(mfh.holdings.japan)", "write at(yearly(mfh.holdings.japan), PERIOD)"],
  ["mfh.holdings.nowhere", "write at(mfh.holdings.nowhere, PERIOD)"],
])("the value that is meant by %s alone is likely the newest there is", async (text, fix) => {
  const result = await evaluateText(text, reader, date);
  expect(result).toMatchObject({ ok: false, problems: [{ kind: "bare-key", fix }] });
});
