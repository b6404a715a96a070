import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formats } from "#lib/sources/formats";
import { loadCatalogue } from "#lib/sources/catalogue";
import { createExampleCheck } from "./example-check.ts";
import { readNounCases } from "./noun-case-lines.ts";
import { createNouns } from "./nouns.ts";

const catalogue = loadCatalogue();
if (!catalogue.ok) throw new Error("The catalogue is damaged");
const file = "content/nouns.yml";
const created = createNouns(readFileSync(file, "utf8"), file, catalogue.value.areas);
if (!created.ok) throw new Error("The nouns are damaged");
const series = new Map(
  formats.flatMap((format) => [...format.series(catalogue.value)]).map((each) => [each.key, each]),
);
const { faultsIn } = createExampleCheck(created.value, (key) => series.get(key));

const lines = readFileSync(new URL("noun-cases.txt", import.meta.url), "utf8");

describe.each(readNounCases(lines))("$title", ({ cases }) => {
  test.each(cases)("$source", ({ source, about, published, faults }) => {
    expect(faultsIn(source, { about, published })).toEqual(faults);
  });
});
