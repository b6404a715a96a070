import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader, type MemoryVintage } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { chartView } from "./chart-view.ts";
import { chartNow } from "./now-chart.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const key = "mfh.holdings.japan";
const [written, newest] = [day("2026-03-18"), day("2026-06-18")];
const folder = mkdtempSync(path.join(tmpdir(), "charts-"));
for (const form of ["line", "small-multiples"]) {
  const panel = form === "line" ? "" : "panel: line\n";
  writeFileSync(
    path.join(folder, `${form}.yml`),
    `id: ${form}\nform: ${form}\n${panel}headline: Japan\nmeasure: Holdings\nunit: billion\nseries: [{ key: ${key}, label: Japan }, { key: ${key.replace("japan", "belgium")}, label: Belgium }]\nsource: { publisher: A, title: B, licence: C }\n`,
  );
}

/** A chart as published, put to a vintage that says this of Japan, and of Belgium. */
async function revised(
  form: string,
  figures: MemoryVintage["figures"][string],
  others: MemoryVintage["figures"][string] = {},
) {
  const belgium = key.replace("japan", "belgium");
  const months = { "2025-10": "1100", "2025-11": "1200", "2025-12": "1190" };
  const reader = createMemoryReader({
    series: [exampleSeries(key), exampleSeries(belgium)],
    vintages: [
      { release: "mfh", date: written, figures: { [key]: months, [belgium]: months } },
      { release: "mfh", date: newest, figures: { [key]: figures, [belgium]: others } },
    ],
  });
  const published = await chartView(form, reader, written, folder);
  return chartNow(published, reader, newest, folder);
}

test("a revised chart has its figures as published beside it where its form can", async () => {
  const { view, revision } = await revised("line", { "2025-12": "1234" });
  expect(revision).toBe("beside");
  expect(view.plotted).toMatchObject({ asOf: newest, compared: { asOf: written } });
  expect(view.measure).toContain("dashed where the vintage of March 18, 2026 differs");
});

test("a form that shows one vintage shows the newest alone", async () => {
  const { view, revision } = await revised("small-multiples", { "2025-12": "1234" });
  expect(revision).toBe("alone");
  expect(view.plotted).toMatchObject({ asOf: newest });
  expect(view.plotted.compared).toBeUndefined();
});

test("a month that came since revises nothing; one that was withdrawn does", async () => {
  const longer = await revised("line", { "2026-01": "1250" });
  expect(longer.revision).toBe("unchanged");
  expect(longer.view.plotted.positions.at(-1)).toBe("2026-01");
  expect((await revised("line", { "2025-11": "withdrawn" })).revision).toBe("beside");
});

test("a chart that the newest vintage has nothing of stays as published, and says so", async () => {
  const gone = { "2025-10": "withdrawn", "2025-11": "withdrawn", "2025-12": "withdrawn" };
  const { view, revision } = await revised("line", gone, gone);
  expect(revision).toBe("withdrawn");
  expect(view.plotted.asOf).toBe(written);
});
