import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { Decimal } from "#lib/series/decimal";
import { heldSeed } from "./fixtures/held-seed.ts";
import { wholeCatalogue } from "./fixtures/small-catalogue.ts";
import { parseVintage } from "./parse-source.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { readManifest } from "./read-manifest.ts";
import { hashOf } from "./seed.ts";
import { writeSeed } from "./write-seed.ts";

/** The Treasury's own files, which are never committed. Everything here that needs them is skipped without them. */
const shared = "../shared/tic";
const held = existsSync(shared);
if (!held) {
  console.log(`Skipped: prisma/seed against the Treasury's files, because ${shared} is not there`);
}

const catalogue = wholeCatalogue();
const vintages = [
  { folder: "prisma/seed/mfh/2026-02-18", source: "2026-02-18/mfhhis01.txt" },
  { folder: "prisma/seed/mfh/2026-06-18", source: "2026-06-18/mfhhis01.txt" },
  { folder: "prisma/seed/s1/2023-03-15", source: "frozen/s1_globl.txt" },
  { folder: "prisma/seed/slt1/2026-06-18", source: "2026-06-18/slt_table1.txt" },
  { folder: "prisma/seed/slt2/2026-06-18", source: "2026-06-18/slt_table2.txt" },
  { folder: "prisma/seed/slt3/2026-06-18", source: "2026-06-18/slt_table3.txt" },
  { folder: "prisma/seed/slt3d/2023-03-15", source: "frozen/slt3d_globl.csv" },
  { folder: "prisma/seed/slt5/2026-06-18", source: "2026-06-18/slt_table5.txt" },
];

function manifestOf(folder: string) {
  const manifest = readManifest(path.join(folder, "manifest.json"));
  if (!manifest.ok || "vintages" in manifest.value) throw new Error(`No manifest in ${folder}`);
  return manifest.value;
}

test("every vintage carried over is listed here, but those of the press releases", () => {
  const releases = readdirSync("prisma/seed").filter((release) => release !== "press");
  const found = releases.flatMap((release) =>
    readdirSync(path.join("prisma/seed", release)).map((date) => `prisma/seed/${release}/${date}`),
  );
  expect(found.sort()).toEqual(vintages.map(({ folder }) => folder));
});

test.each(vintages)("$folder is whole and says where it comes from", ({ folder }) => {
  const { parsed } = heldSeed(folder);
  const manifest = manifestOf(folder);
  expect(folder.endsWith(`${manifest.release}/${manifest.released}`)).toBe(true);
  expect(manifest.url.endsWith(`/${manifest.fileName}`)).toBe(true);
  expect(new Set(parsed.cells.map(({ key }) => key)).size).toBe(parsed.series.length);
});

test.skipIf(!held).each(vintages)(
  "parsing $source gives $folder byte for byte",
  { timeout: 60_000 },
  ({ folder, source }) => {
    const manifest = manifestOf(folder);
    const bytes = readFileSync(path.join(shared, source));
    const parsed = parseVintage(bytes, catalogue, source);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 5)));
    expect([hashOf(bytes), bytes.length]).toEqual([manifest.sha256, manifest.bytes]);
    const texts = writeSeed(parsed.value, manifest, catalogue);
    expect([...texts.keys()].sort()).toEqual(readdirSync(folder).sort());
    for (const [name, text] of texts) {
      expect(readFileSync(path.join(folder, name), "utf8") === text, name).toBe(true);
    }
    expect(isDeepStrictEqual(heldSeed(folder).parsed, parsed.value)).toBe(true);
  },
);

test.each([
  ["prisma/seed/mfh/2026-02-18", "mfh.holdings.united-kingdom", "2025-12", "866"],
  ["prisma/seed/mfh/2026-02-18", "mfh.holdings.grand-total", "2025-12", "9271"],
  ["prisma/seed/mfh/2026-06-18", "mfh.holdings.united-kingdom", "2025-12", "863.1"],
  ["prisma/seed/mfh/2026-06-18", "mfh.holdings.grand-total", "2025-12", "9267.2"],
  ["prisma/seed/mfh/2026-06-18", "mfh.holdings.china-mainland", "2008-09", "618.2"],
  ["prisma/seed/mfh/2026-06-18", "mfh.holdings.el-salvador", "2025-03", "85"],
  ["prisma/seed/mfh/2026-06-18", "mfh.comparison.united-kingdom", "2011-06", "347.0"],
  ["prisma/seed/mfh/2026-06-18", "mfh.holdings.united-kingdom", "2011-06", "135.7"],
  ["prisma/seed/mfh/2026-06-18", "mfh.holdings.luxembourg", "2002-05", null],
  ["prisma/seed/slt1/2026-06-18", "slt1.total.net.grand-total", "2023-01", null],
])("%s holds %s of %s as %s", (folder, key, period, value) => {
  const cell = heldSeed(folder).parsed.cells.find(
    (one) => one.key === key && one.period === period,
  );
  expect(cell?.value).toBe(value);
});

test("the year 2025 of Table 1 adds up to what is known of it", () => {
  const { parsed } = heldSeed("prisma/seed/slt1/2026-06-18");
  const sums = ["total", "equities", "treasuries", "corporates", "agencies"].map((security) =>
    sumOf(parsed, `slt1.${security}.net.grand-total`).toFixed(),
  );
  expect(sums.map((sum) => new Decimal(sum).div(1000).toFixed(1))).toEqual([
    "1619.9",
    "742.5",
    "428.6",
    "392.7",
    "56.2",
  ]);
});

function sumOf({ cells }: ParsedFile, key: string): Decimal {
  return cells
    .filter((cell) => cell.key === key && cell.period.startsWith("2025-"))
    .reduce((sum, { value }) => sum.plus(value ?? "NaN"), new Decimal(0));
}

test("no region holds less than the countries that the catalogue puts in it", () => {
  // Table 3D names most countries and withholds none of their long-term holdings; each figure is rounded on its own.
  const { cells } = heldSeed("prisma/seed/slt3d/2023-03-15").parsed;
  const values = new Map(cells.map(({ key, period, value }) => [`${key} ${period}`, value]));
  const months = [...new Set(cells.map(({ period }) => period))];
  const heldBy = (slug: string, month: string) =>
    values.get(`slt3d.long-term.holdings.${slug} ${month}`);
  const regions = catalogue.areas.filter(
    ({ kind, slug }) => kind === "region" && heldBy(slug, "2023-01"),
  );
  const left = regions.map(({ slug }): [string, number] => {
    const members = catalogue.areas.filter(({ region }) => region === slug);
    const rests = months.map((month) =>
      members.reduce(
        (rest, member) => rest.minus(heldBy(member.slug, month) ?? 0),
        new Decimal(heldBy(slug, month) ?? "NaN"),
      ),
    );
    return [slug, Decimal.min(...rests).toNumber()];
  });
  expect(new Map(left)).toEqual(
    new Map([
      ["total-europe", 4222],
      ["total-latin-america", 0],
      ["total-caribbean", 1],
      ["total-asia", 9669],
      ["total-africa", 3910],
      ["total-other", 27],
    ]),
  );
});

test.skipIf(!held)(
  "the holders history of June agrees with Table 5 of 2026-06-18 in 216 cells",
  () => {
    const { parsed } = heldSeed("prisma/seed/mfh/2026-06-18");
    const values = new Map(
      parsed.cells.map(({ key, period, value }) => [`${key} ${period}`, value]),
    );
    const text = readFileSync(path.join(shared, "2026-06-18/slt_table5.txt"), "utf8");
    const rows = text.split("\r\n").map((line) => line.split("\t"));
    const start = rows.findIndex(([name]) => name === "Country");
    const periods = rows[start] ?? [];
    const official: Record<string, string> = {
      "Of Which: Foreign Official": "mfh.holdings.foreign-official",
      "Of Which: Foreign Official Treasury Bills": "mfh.bills.foreign-official",
      "Of Which: Foreign Official T-Bonds & Notes": "mfh.bonds-and-notes.foreign-official",
    };
    const compared = rows.slice(start + 1, start + 26).flatMap(([name = "", ...row]) => {
      // All Other is not compared: Table 5 names fewer countries.
      const area = catalogue.areas.find(
        ({ names }) => names["mfh"] === name && name !== "All Other",
      );
      const key = official[name] ?? `mfh.holdings.${area?.slug}`;
      return row.flatMap((printed, at) => {
        const own = values.get(`${key} ${periods[at + 1]}`);
        return own === undefined || own === null ? [] : [new Decimal(own).equals(printed)];
      });
    });
    expect([compared.length, compared.every(Boolean)]).toEqual([216, true]);
  },
);
