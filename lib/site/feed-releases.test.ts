import { expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { vintageText } from "./feed-releases.ts";
import type { VintagePage } from "./release-vintage.ts";

const date = day("2026-06-18");
const snapshot = {
  sha256: "0",
  fileName: "a.txt",
  url: "https://a.example",
  bytes: 1,
  retrieved: null,
};
const page: VintagePage = {
  release: { slug: "slt1", title: "Table 1", publisher: "Treasury", url: "", licence: "" },
  vintage: { release: "slt1", date, note: null, snapshot },
  covers: "January 2020 to April 2026",
  from: day("2026-05-18"),
  older: null,
  newer: null,
  earlier: [],
  added: 1200,
  revised: 14,
  withdrawn: 0,
  newPeriods: ["April 2026"],
  measures: Array.from({ length: 14 }, (_, index) => ({
    ...{ label: `Measure ${index}`, unit: "USD million", added: 1, revised: index, withdrawn: 0 },
    ...{ mean: null, largest: null },
  })),
  revisions: [],
  gone: [],
  violations: [],
};

const noUnits = new Map<string, string>();

test("a revision is told with its unit", () => {
  const [key, title] = ["slt1.total.net.japan", "Net purchases: Japan"];
  const revision = { key, title, period: "April 2026", before: "100", after: "112", bar: 1 };
  const { html } = vintageText(
    { ...page, revisions: [{ ...revision, gone: "withdrawn", difference: "12" }] },
    "",
    new Map([[key, "USD million"]]),
  );
  expect(html).toContain(`${title}</a>, April 2026: 100 → 112 (+12), USD million</li>`);
});

test("a vintage begins with its best-known figure, and says what is new in it", () => {
  const { summary } = vintageText(page, "Net purchases, April 2026: $9 billion.", noUnits);
  expect(summary).toBe(
    "Net purchases, April 2026: $9 billion. It covers January 2020 to April 2026. New: April 2026. Figures since the vintage of May 18, 2026: 1,200 added, 14 revised.",
  );
});

test("of many measures those most revised are told", () => {
  const { html } = vintageText(page, "", noUnits);
  expect(html).toContain("Measure 13");
  expect(html).not.toContain("Measure 1<");
});

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(`${text} is no day`);
  return text;
}
