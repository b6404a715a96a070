import { expect, test } from "vitest";
import { loadCatalogue } from "#lib/sources/catalogue";
import { formats } from "#lib/sources/formats";
import { seriesOf } from "#lib/sources/series-of";
import { sdmxDimensions } from "./figures-sdmx.ts";

test("every series the catalogue allows has SDMX codes of its own", () => {
  const catalogue = loadCatalogue();
  if (!catalogue.ok) throw new Error("The catalogue cannot be read");
  const series = formats.flatMap(({ release }) => [...seriesOf(catalogue.value, release).values()]);
  const codes = series.map(sdmxDimensions);
  expect(codes.length).toBeGreaterThan(1_000);
  expect(new Set(codes.map((one) => one.join("."))).size).toBe(codes.length);
  // SDMX IDType: what a code may be made of.
  for (const code of codes.flat()) expect(code).toMatch(/^[A-Za-z0-9_@$-]+$/);
});
