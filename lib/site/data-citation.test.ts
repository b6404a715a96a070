import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { isVintageDate } from "#lib/series/observation";
import type { Release, Vintage } from "#lib/series/vintage";
import { citeSeries } from "./data-citation.ts";

const series = exampleSeries("slt1.total.net.japan", {
  title: "Net purchases of 100% of R&D_bonds",
});
const release: Release = {
  slug: "slt1",
  title: "TIC Table 1",
  publisher: "U.S. Department of the Treasury",
  url: "https://example.org/slt_table1.txt",
  licence: "Public domain",
};
const date = "2026-06-18";

test("a citation names publisher, series, file, vintage, fingerprint and an address that stays", () => {
  const { text, bibtex } = cite();
  for (const part of [
    release.publisher,
    series.title,
    "slt_table1.txt",
    "June 18, 2026",
    "ab12",
    "?asOf=2026-06-18",
  ]) {
    expect(text).toContain(part);
  }
  expect(bibtex).toBe(
    String.raw`@misc{slt1-total-net-japan-2026-06-18,
  author = {{U.S. Department of the Treasury}},
  title  = {{Net purchases of 100\% of R\&D\_bonds}},
  year   = {2026},
  note   = {TIC Table 1, slt\_table1.txt, vintage of 2026-06-18, SHA-256 ab12; Tickmark series slt1.total.net.japan},
  url    = {https://tickmark.example/data/slt1.total.net.japan?asOf=2026-06-18}
}`,
  );
});

function cite() {
  if (!isVintageDate(date)) throw new TypeError(date);
  const snapshot = {
    sha256: "ab12",
    fileName: "slt_table1.txt",
    url: release.url,
    bytes: 1,
    retrieved: null,
  };
  const vintage: Vintage = { release: "slt1", date, snapshot, note: null };
  const address = `https://tickmark.example/data/${series.key}?asOf=${date}`;
  return citeSeries(series, release, vintage, address);
}
