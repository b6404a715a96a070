import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { heldSeed } from "../fixtures/held-seed.ts";

/** The Treasury's own files, which are never committed. Everything here that needs them is skipped without them. */
const shared = "../shared/tic/frozen";
const held = existsSync(shared);
if (!held) {
  console.log(`Skipped: the seeds of frozen files, cell by cell, because ${shared} is not there`);
}

function seedOf(release: string) {
  return heldSeed(`prisma/seed/${release}/2023-03-15`);
}

/** Places and amounts of the lines of figures, read by another program than ours: "99996 2003-01 [4]: 118224". */
function figuresIn(name: string, delimiter: string): string[] {
  const text = readFileSync(path.join(shared, name), "utf8");
  const rows: string[][] = parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  });
  return rows
    .filter(([, code = "", month = ""]) => /^\d{5}$/.test(code) && /^\d{4}-\d\d$/.test(month))
    .flatMap(([, code, month, ...figures]) =>
      figures.map((figure, at) => `${code} ${month} [${at + 4}]: ${figure.replaceAll(",", "")}`),
    );
}

test.skipIf(!held).each([
  { release: "s1", name: "s1_globl.txt", delimiter: "\t", figures: 498_228 },
  { release: "slt3d", name: "slt3d_globl.csv", delimiter: ",", figures: 51_702 },
])(
  "the seed of $name is the file, cell by cell",
  { timeout: 60_000 },
  ({ release, name, delimiter, figures }) => {
    const { parsed } = seedOf(release);
    const codes = new Map(parsed.series.map(({ key, source }) => [key, source.code]));
    const own = parsed.cells.map(
      ({ key, period, column, value }) =>
        `${codes.get(key)} ${period} [${column}]: ${value ?? "n.a."}`,
    );
    const printed = figuresIn(name, delimiter);
    expect([own.length, printed.length]).toEqual([figures, figures]);
    expect(own.sort().join("\n") === printed.sort().join("\n")).toBe(true);
  },
);

test.each([
  ["s1", "s1.treasuries.purchases.austria", "2023-01", "42"],
  ["s1", "s1.foreign-equities.sales.austria", "2023-01", "62"],
  ["s1", "s1.treasuries.purchases.grand-total", "1977-01", "1632"],
  ["slt3d", "slt3d.total.holdings.grand-total", "2011-09", "4912116"],
  ["slt3d", "slt3d.short-term.holdings.gibraltar", "2023-01", null],
])("the seed of %s holds %s of %s as %s", (release, key, period, value) => {
  const { cells } = seedOf(release).parsed;
  expect(cells.find((one) => one.key === key && one.period === period)?.value).toBe(value);
});

test("four figures of Grand Total do not add up in the frozen files, and are acknowledged", () => {
  const found = ["s1", "slt3d"].flatMap((release) => seedOf(release).parsed.violations);
  expect(
    found.map(({ key, period, difference, acknowledged }) => [
      key,
      period,
      difference,
      acknowledged,
    ]),
  ).toEqual([
    ["s1.foreign-bonds.purchases.grand-total", "2003-01", "-1213", true],
    ["s1.foreign-bonds.sales.grand-total", "2003-01", "-3245", true],
    ["slt3d.total.holdings.grand-total", "2018-04", "-497", true],
    ["slt3d.long-term.holdings.grand-total", "2018-04", "-497", true],
  ]);
});

test("a series says what it is, which way it counts and where it stands", () => {
  const series = new Map(
    ["s1", "slt3d"].flatMap((release) =>
      seedOf(release).parsed.series.map((one) => [one.key, one]),
    ),
  );
  expect(series.get("s1.foreign-bonds.purchases.belgium")).toMatchObject({
    title: "Gross purchases of foreign bonds by foreign residents: Belgium",
    kind: "flow",
    unit: "USD",
    multiplier: 6,
    source: { file: "s1_globl.txt", field: "[5] Foreign securities: Bonds", code: "10251" },
    fredId: null,
  });
  const notes = series.get("s1.foreign-bonds.purchases.belgium")?.notes.join(" ") ?? "";
  expect(notes).toContain("one line for Belgium and Luxembourg");
  expect(notes).toContain("U.S. residents have sold foreign securities");
  const organisations = series.get("slt3d.total.holdings.international-organizations");
  expect(organisations?.breaks.map(({ period }) => period)).toEqual(["2013-12", "2021-06"]);
  expect(series.get("slt3d.short-term.holdings.japan")?.breaks).toEqual([]);
});
