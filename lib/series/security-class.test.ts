import { expect, test } from "vitest";
import { loadCatalogue } from "#lib/sources/catalogue";
import { seriesOf } from "#lib/sources/series-of";
import { classesByTable, classOf, nameOfSecurityClass } from "./security-class.ts";

const catalogue = loadCatalogue();
if (!catalogue.ok) throw new Error("The catalogue cannot be read");
const series = catalogue.value.releases.flatMap(({ slug }) => [
  ...seriesOf(catalogue.value, slug).values(),
]);

test("the same securities are of one class in every table", () => {
  const tables = (wanted: string) =>
    [...new Set(series.filter((one) => classOf(one) === wanted).map(({ release }) => release))]
      .sort()
      .join(" ");
  expect(tables("treasuries")).toBe("mfh slt3 slt3d slt5");
  expect(tables("treasury-bonds")).toBe("press s1 slt1 slt3 slt3d");
  expect(tables("bills")).toBe("press slt3 slt3d");
  expect(tables("equities")).toBe("press s1 slt1");
  expect(tables("foreign-equities")).toBe("press s1 slt2");
  expect(tables("total")).toBe("");
});

test("what U.S. residents hold of foreign securities is called foreign", () => {
  const classes = new Set(series.filter(({ release }) => release === "slt2").map(classOf));
  expect([...classes].map(nameOfSecurityClass)).toEqual([
    "All foreign long-term securities",
    "Foreign government bonds",
    "Foreign corporate bonds",
    "Foreign equities",
  ]);
});

test("no class is kept for a table or a word of keys that there is not", () => {
  const known = new Set(series.map(({ release, securities }) => `${release}.${securities}`));
  expect(Object.keys(classesByTable).filter((key) => !known.has(key))).toEqual([]);
});

test("two classes never share a name", () => {
  const classes = [...new Set(series.map(classOf))];
  expect(new Set(classes.map(nameOfSecurityClass)).size).toBe(classes.length);
});
