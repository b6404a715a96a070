import { exampleSeries } from "#lib/series/example-series";
import { isVintageDate, type Cell, type VintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import type { Vintage } from "#lib/series/vintage";
import type { Figures } from "./figures.ts";

const key = "mfh.holdings.china-mainland";
const series = exampleSeries(key, { title: 'Holdings, "as published": China, Mainland' });

/** Figures for tests of the formats: a revised value, a negative one, a missing one and a withdrawn one. */
export const exampleFigures: Figures = {
  series,
  release: {
    slug: "mfh",
    title: "Major Foreign Holders",
    publisher: "U.S. Department of the Treasury",
    url: "https://example.test/mfhhis01.txt",
    licence: "Public domain",
  },
  asOf: day("2026-06-20"),
  vintage: vintage("2026-06-18", "b"),
  everyVintage: true,
  range: {},
  cells: [
    cell("2025-10", "-12.50", "2026-02-18", 11),
    cell("2025-11", "683.9", "2026-02-18", 10),
    cell("2025-11", "684.0", "2026-06-18", 12),
    { ...cell("2025-12", null, "2026-02-18", 9), status: "missing" },
    { ...cell("2025-12", null, "2026-06-18", null), status: "withdrawn" },
  ],
  sources: [vintage("2026-02-18", "a"), vintage("2026-06-18", "b")],
};

function cell(period: string, value: string | null, knownFrom: string, line: number | null): Cell {
  if (!isPeriod(period)) throw new TypeError(period);
  const place = { line, column: line === null ? null : 3 };
  return { key, period, value, status: "normal", knownFrom: day(knownFrom), ...place };
}

function vintage(date: string, letter: string): Vintage {
  const snapshot = {
    sha256: letter.repeat(64),
    fileName: "mfhhis01.txt",
    url: "https://example.test/mfhhis01.txt",
    bytes: 90_000,
    retrieved: null,
  };
  return { release: "mfh", date: day(date), snapshot, note: null };
}

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}
