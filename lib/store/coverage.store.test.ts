import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { coverageOf } from "./coverage.ts";
import { exampleVintage } from "./example-vintage.ts";

function coverage(
  figures: Record<string, Record<string, string>>,
  sections: Readonly<Record<string, string>> = {},
) {
  const { cells } = exampleVintage("2026-01-15", figures);
  const series = Object.keys(figures).map((key) =>
    exampleSeries(key, { section: sections[key] ?? "" }),
  );
  return coverageOf(series, cells).map(({ section, first, last }) => `${section} ${first} ${last}`);
}

test("a run goes on as long as any series of the section has the next period", () => {
  expect(
    coverage({
      "t.japan": { "2025-10": "1", "2025-12": "3" },
      "t.chile": { "2025-11": "2", "2026-01": "n.a." },
    }),
  ).toEqual([" 2025-10 2026-01"]);
});

test("a period that no series has ends a run", () => {
  expect(coverage({ "t.japan": { "2025-10": "1", "2025-12": "3" } })).toEqual([
    " 2025-10 2025-10",
    " 2025-12 2025-12",
  ]);
});

test("the columns of a press release are runs of three sections", () => {
  const sections = { "p.line": "month", "p.12m.line": "12m", "p.year.line": "year" };
  expect(
    coverage(
      {
        "p.line": { "2025-11": "1", "2025-12": "2", "2026-01": "3" },
        "p.12m.line": { "2025-01": "1", "2026-01": "2" },
        "p.year.line": { "2024": "1", "2025": "2" },
      },
      sections,
    ),
  ).toEqual([
    "12m 2025-01 2025-01",
    "12m 2026-01 2026-01",
    "month 2025-11 2026-01",
    "year 2024 2025",
  ]);
});
