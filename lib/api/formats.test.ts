import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { expectGolden } from "#lib/charts/expect-golden";
import { exampleFigures } from "./example-figures.ts";
import { figuresCsv } from "./figures-csv.ts";
import { figuresJson, figuresSchema } from "./figures-json.ts";
import { figuresSdmx } from "./figures-sdmx.ts";

const origin = "https://tickmark.example";
const newest = {
  ...exampleFigures,
  everyVintage: false,
  cells: exampleFigures.cells.filter(({ status }) => status === "normal").slice(-1),
};

function rowsOf(csv: string): Record<string, string>[] {
  return z.array(z.record(z.string(), z.string())).parse(parse(csv, { columns: true }));
}

describe("CSV", () => {
  test("is as it was", () => {
    expectGolden(figuresCsv(exampleFigures, origin), "lib/api/golden/figures.golden.csv");
  });

  test("read by another program, every row carries unit, vintage, source, citation and licence", () => {
    const rows = rowsOf(figuresCsv(exampleFigures, origin));
    expect(rows).toHaveLength(exampleFigures.cells.length);
    for (const row of rows) {
      expect(row).toMatchObject({
        title: 'Holdings, "as published": China, Mainland',
        unit: "USD billion",
        as_of: "2026-06-20",
        licence: "Public domain",
      });
      // The row's own vintage: its day, its file, and the page that shows this very value.
      const { citation, known_from: day, source_sha256: sha256 } = row;
      expect(citation).toContain(`(mfhhis01.txt, SHA-256 ${sha256})`);
      expect(citation).toMatch(new RegExp(`/data/mfh\\.holdings\\.china-mainland\\?asOf=${day}$`));
      expect(row["source_sha256"]).toMatch(/^([ab])\1{63}$/);
    }
    expect(rows.map(({ value }) => value)).toEqual(["-12.50", "683.9", "684.0", "", ""]);
    expect(rows.map(({ known_from, source_sha256 }) => [known_from, source_sha256?.[0]])).toEqual([
      ["2026-02-18", "a"],
      ["2026-02-18", "a"],
      ["2026-06-18", "b"],
      ["2026-02-18", "a"],
      ["2026-06-18", "b"],
    ]);
  });
});

describe("SDMX-CSV", () => {
  test("is as it was", () => {
    expectGolden(figuresSdmx(exampleFigures, origin), "lib/api/golden/figures.golden.sdmx.csv");
  });

  test("begins as the field guide says, with one row an observation", () => {
    const [first] = figuresSdmx(exampleFigures, origin).split("\r\n");
    expect(first).toMatch(/^STRUCTURE,STRUCTURE_ID,ACTION,FREQ,/);
    const rows = rowsOf(figuresSdmx(exampleFigures, origin));
    expect(rows[0]).toMatchObject({
      STRUCTURE: "dataflow",
      STRUCTURE_ID: "TICKMARK:TIC_VINTAGES(1.0.0)",
      ACTION: "I",
      FREQ: "M",
      REF_AREA: "china-mainland",
      VINTAGE: "2026-02-18",
      TIME_PERIOD: "2025-10",
      OBS_VALUE: "-12.50",
      OBS_STATUS: "A",
      UNIT_MEASURE: "USD",
      UNIT_MULT: "9",
    });
  });

  test("a missing and a withdrawn observation have no value, and are told apart", () => {
    const rows = rowsOf(figuresSdmx(exampleFigures, origin)).slice(3);
    expect(
      rows.map(({ OBS_VALUE, OBS_STATUS, STATUS }) => [OBS_VALUE, OBS_STATUS, STATUS]),
    ).toEqual([
      ["", "O", "missing"],
      ["", "O", "withdrawn"],
    ]);
  });

  test("with every vintage no two rows have the same dimensions", () => {
    const keys = rowsOf(figuresSdmx(exampleFigures, origin)).map(
      ({ VINTAGE, TIME_PERIOD }) => `${VINTAGE} ${TIME_PERIOD}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("of one vintage it is another dataflow, in which the vintage is an attribute", () => {
    const csv = figuresSdmx(newest, origin);
    expect(csv).toMatch(/,TIME_PERIOD,OBS_VALUE,VINTAGE,OBS_STATUS,/);
    expect(rowsOf(csv)).toMatchObject([
      { STRUCTURE_ID: "TICKMARK:TIC(1.0.0)", VINTAGE: "2026-06-18", OBS_VALUE: "684.0" },
    ]);
  });
});

describe("JSON", () => {
  const answer = figuresJson(exampleFigures, [], origin);

  test("fits the schema that is published", () => {
    expect(figuresSchema.parse(answer)).toEqual(answer);
  });

  test("values stay as published: text, with their zeros", () => {
    expect(answer.observations.map(({ value }) => value)).toEqual([
      ...["-12.50", "683.9", "684.0", null, null],
    ]);
  });

  test("says what the figures are, of which day, from which files, and how to cite them", () => {
    expect(answer).toMatchObject({
      series: { unit: "USD", multiplier: 9, unitLabel: "USD billion", kind: "stock" },
      ...{ asOf: "2026-06-20", vintage: "2026-06-18", vintages: "all", licence: "Public domain" },
      sources: [{ vintage: "2026-02-18" }, { vintage: "2026-06-18", sha256: "b".repeat(64) }],
    });
    expect(answer.citation).toBe(
      `U.S. Department of the Treasury, Major Foreign Holders, as of the vintage of June 18, 2026 (mfhhis01.txt, SHA-256 ${"b".repeat(64)}): Holdings, "as published": China, Mainland. Read in Tickmark as mfh.holdings.china-mainland, https://tickmark.example/data/mfh.holdings.china-mainland?asOf=2026-06-18`,
    );
    expect(answer.sources.map(({ citation }) => citation.split("?").at(-1))).toEqual([
      ...["asOf=2026-02-18", "asOf=2026-06-18"],
    ]);
  });
});
