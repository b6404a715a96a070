import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadCatalogue } from "./catalogue.ts";
import { wholeCatalogue } from "./fixtures/small-catalogue.ts";
import { seriesOf } from "./series-of.ts";

/** Loads a copy of the catalogue with one text of one file replaced. */
function loadChanged(name: string, from: string, to: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "catalogue-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync("content/catalogue", folder, { recursive: true });
  const file = path.join(folder, name);
  const text = readFileSync(file, "utf8");
  if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
  writeFileSync(file, text.replace(from, to));
  const loaded = loadCatalogue(folder);
  return loaded.ok ? [] : loaded.problems;
}

test("a series of Table 1 says what it is, where it stands and what FRED calls it", () => {
  const series = seriesOf(wholeCatalogue(), "slt1").get("slt1.treasuries.net.china-mainland");
  expect(series).toMatchObject({
    title:
      "Net purchases of long-term U.S. Treasury securities by foreign residents: Mainland China",
    kind: "flow",
    unit: "USD",
    multiplier: 6,
    frequency: "monthly",
    source: {
      file: "slt_table1.txt",
      field: "for_lt_treas_net",
      row: "China, Mainland",
      code: "41408",
    },
    fredId: "FORLTTREASNET41408",
  });
  expect(series?.names).toContain("net purchases of Treasuries");
});

test("bills and bonds of the holders history exist for official holders only", () => {
  const keys = [...seriesOf(wholeCatalogue(), "mfh").keys()];
  expect(keys.filter((key) => key.startsWith("mfh.bills."))).toEqual([
    "mfh.bills.foreign-official",
  ]);
  expect(keys).toContain("mfh.comparison.japan");
  expect(keys).toContain("mfh.comparison-bonds-and-notes.foreign-official");
});

test("a series says where it breaks, and what a reader should know of it", () => {
  const mfh = seriesOf(wholeCatalogue(), "mfh");
  expect(mfh.get("mfh.holdings.japan")?.breaks.map(({ period }) => period)).toEqual([
    ...range(2002, 2011).map((year) => `${year}-06`),
    "2011-09",
    "2011-12",
    "2021-06",
  ]);
  expect(mfh.get("mfh.bills.foreign-official")?.breaks).toEqual([]);
  expect(mfh.get("mfh.holdings.el-salvador")?.notes.join(" ")).toContain("Cause unknown");
  expect(mfh.get("mfh.holdings.belgium")?.notes.at(-1)).toContain("Euroclear");
  const slt3 = seriesOf(wholeCatalogue(), "slt3");
  expect(slt3.get("slt3.short-term.net.japan")?.notes.join(" ")).toContain("change in holdings");
  expect(slt3.get("slt3.short-term.net.japan")?.signConvention).toContain("holdings rose");
  expect(slt3.get("slt3.long-term.net.japan")?.signConvention).toContain("bought more");
  expect(slt3.get("slt3.short-term.net.japan")?.breaks).toEqual([]);
  expect(slt3.get("slt3.long-term.net.japan")?.breaks).toMatchObject([{ period: "2023-02" }]);
});

test("what is said of custody stands where owners are foreign, and not where they are U.S. residents", () => {
  const notesOf = (release: "slt1" | "slt2" | "slt3", area: string) =>
    seriesOf(wholeCatalogue(), release).get(`${release}.total.holdings.${area}`)?.notes.join(" ");
  expect(notesOf("slt1", "cayman-islands")).toContain("custodian is not nationality");
  expect(notesOf("slt3", "cayman-islands")).toContain("custodian is not nationality");
  expect(notesOf("slt2", "cayman-islands")).not.toContain("custodian");
  expect(notesOf("slt2", "total-other")).toContain("Canada is not in it");
});

test("notes and breaks are about measures, classes and areas that there are", () => {
  const catalogue = wholeCatalogue();
  for (const release of ["slt1", "slt2", "slt3", "slt5", "mfh"] as const) {
    const series = [...seriesOf(catalogue, release).values()];
    for (const remark of [...catalogue[release].notes, ...catalogue[release].breaks]) {
      const { securities = [], measures = [], areas = [] } = remark;
      const has = (field: "securities" | "measure" | "area", word: string) =>
        series.some((one) => one[field] === word);
      expect(securities.filter((word) => !has("securities", word))).toEqual([]);
      expect(measures.filter((word) => !has("measure", word))).toEqual([]);
      expect(areas.filter((word) => !has("area", word))).toEqual([]);
    }
  }
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

test("only countries are of kind country, so that nothing else is ranked with them", () => {
  const kinds = new Map(wholeCatalogue().areas.map(({ slug, kind }) => [slug, kind]));
  const asked = ["japan", "euro-area", "all-other", "oil-exporters", "total-asia", "grand-total"];
  expect(asked.map((slug) => kinds.get(slug))).toEqual([
    "country",
    "memo",
    "group",
    "group",
    "region",
    "total",
  ]);
});

test("an unknown kind of area is a problem at its line", () => {
  const [problem] = loadChanged(
    "areas.yml",
    "name: Anguilla,\n    kind: country",
    "name: Anguilla,\n    kind: island",
  );
  expect(problem).toMatchObject({ kind: "wrong-shape" });
  expect(problem?.message).toContain("kind");
});

test("an unknown key and broken YAML are problems", () => {
  expect(loadChanged("mfh.yml", "unit: USD", "unitt: USD").map(({ kind }) => kind)).toContain(
    "wrong-shape",
  );
  expect(loadChanged("slt1.yml", "unit: USD", "unit: [USD").map(({ kind }) => kind)).toContain(
    "bad-yaml",
  );
});

test("a code used twice is a problem", () => {
  const problems = loadChanged("areas.yml", 'code: "30104"', 'code: "30228"');
  expect(problems.map(({ message }) => message)).toEqual([
    'Expected each code once, found "30228" more than once',
  ]);
});

test("a folder that is not there gives a problem for each file, and no exception", () => {
  const loaded = loadCatalogue("content/nowhere");
  expect(!loaded.ok && loaded.problems.map(({ kind }) => kind)).toEqual(
    Object.keys(wholeCatalogue()).map(() => "unreadable-file"),
  );
});

test("a catalogue is shared while its files say the same, and read anew when one changed", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "catalogue-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync("content/catalogue", folder, { recursive: true });
  const read = () => {
    const loaded = loadCatalogue(folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    return loaded.value;
  };
  const first = read();
  expect(read()).toBe(first);
  expect(Object.isFrozen(first.areas[0]?.names)).toBe(true);
  const file = path.join(folder, "areas.yml");
  const before = readFileSync(file, "utf8");
  writeFileSync(file, before.replace("name: Japan", "name: Nippon"));
  expect(read().areas.find(({ slug }) => slug === "japan")?.name).toBe("Nippon");
  writeFileSync(file, before.replace("slug: japan", "slug: Japan"));
  expect(loadCatalogue(folder).ok).toBe(false);
  writeFileSync(file, before);
  expect(read()).toEqual(first);
});
