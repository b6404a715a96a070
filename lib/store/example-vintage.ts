import { createHash } from "node:crypto";
import { exampleSeries } from "#lib/series/example-series";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import type { SourceCell } from "#lib/sources/source-cell";
import type { Extent, VintageContent } from "./vintage-content.ts";

/** A day for tests; throws when it is none. */
export function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

/** A vintage for tests. The figures are by series key, then by period; `n.a.` is a missing one. */
export function exampleVintage(
  date: string,
  figures: Readonly<Record<string, Readonly<Record<string, string>>>>,
  details: {
    readonly bytes?: string;
    readonly note?: string;
    readonly release?: string;
    readonly extent?: Extent;
    /** Section of each key; none when not given. */
    readonly section?: (key: string) => string;
  } = {},
): VintageContent {
  const { bytes = date, note = null, release = "mfh", extent = "growing", section } = details;
  const cells = Object.entries(figures).flatMap(([key, row]) =>
    Object.entries(row).map(([period, text], index): SourceCell => {
      if (!isPeriod(period)) throw new TypeError(period);
      const missing = text === "n.a.";
      return {
        key,
        period,
        value: missing ? null : text,
        status: missing ? "missing" : "normal",
        line: index + 10,
        column: 2,
      };
    }),
  );
  cells.sort((left, right) => order(left.key, right.key) || order(left.period, right.period));
  const series = Object.keys(figures).map((key) =>
    exampleSeries(key, { section: section?.(key) ?? "" }),
  );
  return {
    release: {
      slug: release,
      title: "Holders",
      publisher: "Treasury",
      url: "https://example.test/f.txt",
      licence: "Public domain",
    },
    date: day(date),
    snapshot: {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      fileName: "f.txt",
      url: "https://example.test/f.txt",
      bytes: 10,
      retrieved: null,
    },
    note,
    extent,
    areas: series.map(({ area }) => ({
      slug: area,
      code: null,
      name: area,
      kind: "country",
      region: null,
      iso: null,
      names: {},
    })),
    violations: [],
    series,
    cells,
  };
}

function order(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
