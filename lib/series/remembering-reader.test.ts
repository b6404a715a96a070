import { expect, test } from "vitest";
import { exampleSeries } from "./example-series.ts";
import { createMemoryReader } from "./memory-reader.ts";
import { isVintageDate, type VintageDate } from "./observation.ts";
import type { SeriesReader } from "./reader.ts";
import { rememberingReader } from "./remembering-reader.ts";

const key = "mfh.holdings.japan";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

function countingReader() {
  const table = createMemoryReader({
    series: [exampleSeries(key)],
    vintages: [
      { release: "mfh", date: day("2026-02-18"), figures: { [key]: { "2025-12": "1" } } },
      { release: "mfh", date: day("2026-06-18"), figures: { [key]: { "2025-12": "2" } } },
    ],
  });
  let reads = 0;
  let failing = false;
  const reader: SeriesReader = {
    ...table,
    read: (...args) => {
      reads += 1;
      return failing ? Promise.reject(new Error("away")) : table.read(...args);
    },
  };
  return {
    reader: rememberingReader(reader),
    reads: () => reads,
    fail: (on: boolean) => (failing = on),
  };
}

test("the same question is asked once, another vintage is another question", async () => {
  const { reader, reads } = countingReader();
  const valueAt = async (date: string) =>
    (await reader.read([key], day(date))).get(key)?.[0]?.value;
  expect([
    await valueAt("2026-02-18"),
    await valueAt("2026-06-18"),
    await valueAt("2026-02-18"),
  ]).toEqual(["1", "2", "1"]);
  expect(reads()).toBe(2);
});

test("a failure is not remembered", async () => {
  const { reader, fail } = countingReader();
  fail(true);
  await expect(reader.read([key], day("2026-02-18"))).rejects.toThrow("away");
  fail(false);
  expect((await reader.read([key], day("2026-02-18"))).get(key)).toHaveLength(1);
});
