import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { isPeriod, periodsBetween } from "#lib/series/period";
import { areaAccount } from "./area-account.ts";

const date = "2026-06-18";

/** A figure for each month of a range. */
function monthly(from: string, to: string, value: (index: number) => string) {
  if (!isPeriod(from) || !isPeriod(to)) throw new TypeError(`${from} to ${to}`);
  return Object.fromEntries(
    periodsBetween(from, to).map((period, index) => [period, value(index)]),
  );
}

function table(figures: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  if (!isVintageDate(date)) throw new TypeError(date);
  const series = Object.keys(figures).map((key) => exampleSeries(key, { multiplier: 6 }));
  return {
    series,
    reader: createMemoryReader({ series, vintages: [{ release: "slt1", date, figures }] }),
  };
}

const holdings = "slt1.total.holdings.japan";
const net = "slt1.total.net.japan";
const valuation = "slt1.total.valuation.japan";

test("holdings a year ago, what was bought, what prices did and what neither explains come to holdings now", async () => {
  const { series, reader } = table({
    [holdings]: { "2025-04": "100000", "2026-04": "130000" },
    [net]: monthly("2025-05", "2026-04", () => "1000"),
    [valuation]: monthly("2025-05", "2026-04", () => "2500"),
  });
  const account = await areaAccount("slt1", series, reader);
  expect(account).toMatchObject({ opening: "2025-04", closing: "2026-04", unit: "billion" });
  expect(account?.lines).toMatchObject([
    { opening: "100.0", net: "12.0", valuation: "30.0", other: "\u221212.0", closing: "130.0" },
  ]);
});

test("a month that is not available leaves no sum, and nothing is put in its place", async () => {
  const { series, reader } = table({
    [holdings]: { "2025-04": "100000", "2026-04": "130000" },
    [net]: { ...monthly("2025-05", "2026-04", () => "1000"), "2025-09": "n.a." },
    [valuation]: monthly("2025-05", "2026-04", () => "2500"),
  });
  const [line] = (await areaAccount("slt1", series, reader))?.lines ?? [];
  expect(line).toMatchObject({ net: null, valuation: "30.0", other: null, closing: "130.0" });
});

test("the account of a small holder is in millions, with every digit that is published", async () => {
  const { series, reader } = table({
    [holdings]: { "2025-04": "17", "2026-04": "1021" },
    [net]: monthly("2025-05", "2026-04", () => "-1"),
    [valuation]: monthly("2025-05", "2026-04", () => "0"),
  });
  const account = await areaAccount("slt1", series, reader);
  expect(account?.unit).toBe("million");
  expect(account?.lines).toMatchObject([{ net: "\u221212", other: "1,016", closing: "1,021" }]);
});

test("where no valuation is published, what is left holds it, and the line says so", async () => {
  const { series, reader } = table({
    [holdings]: { "2025-04": "100000", "2026-04": "130000" },
    [net]: monthly("2025-05", "2026-04", () => "1000"),
  });
  const [line] = (await areaAccount("slt1", series, reader))?.lines ?? [];
  expect(line).toMatchObject({ valued: false, valuation: null, other: "18.0" });
});

test("a table that says nothing about an area has no account of it", async () => {
  const { reader } = table({ [holdings]: { "2026-04": "1" } });
  expect(await areaAccount("slt1", [], reader)).toBeNull();
});
