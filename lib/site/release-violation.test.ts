import { expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { isPeriod } from "#lib/series/period";
import type { RecordedViolation } from "#lib/store/violation-rows";
import { groupViolations } from "./release-list.ts";
import { explainViolations } from "./release-violation.ts";

const date = "2023-04-17";

function violation(details: Partial<RecordedViolation> = {}): RecordedViolation {
  const period = "2021";
  if (!isVintageDate(date) || !isPeriod(period)) throw new TypeError(date);
  return {
    release: "press",
    date,
    identity: "line 3 = line 4 + line 9",
    key: "press.year.line-3",
    period,
    found: "592.0",
    expected: "148.7",
    difference: "443.3",
    tolerance: "0.25",
    acknowledged: false,
    line: 47896,
    column: 7,
    against: null,
    ...details,
  };
}

function reader(lines: Readonly<Record<string, string>>) {
  if (!isVintageDate(date)) throw new TypeError(date);
  const figures = Object.fromEntries(
    Object.entries(lines).map(([line, value]) => [`press.year.${line}`, { "2021": value }]),
  );
  const series = Object.keys(figures).map((key) => exampleSeries(key, { frequency: "annual" }));
  return createMemoryReader({ series, vintages: [{ release: "press", date, figures }] });
}

const published = reader({ "line-3": "592.0", "line-4": "244.4", "line-9": "-95.7" });

test("a violation shows the figures of both sides as they are printed", async () => {
  const [words] = await explainViolations([violation()], published);
  expect(words).toMatchObject({
    found: "592.0",
    terms: "244.4 \u2212 95.7",
    expected: "148.7",
    difference: "443.3",
    unit: "USD billion",
    period: "2021",
  });
});

test("figures that do not come to what was expected are not printed as if they did", async () => {
  const later = reader({ "line-3": "592.0", "line-4": "458.4", "line-9": "133.6" });
  const [words] = await explainViolations([violation()], later);
  expect(words).toMatchObject({ terms: null, expected: "148.7" });
});

test("an identity that does not name lines is left in its own words", async () => {
  const [words] = await explainViolations(
    [violation({ identity: "Grand Total = the areas named + All Other" })],
    published,
  );
  expect(words?.terms).toBeNull();
});

test("one group for each identity of a vintage shows its largest difference; what nobody has explained comes first", async () => {
  const words = await explainViolations(
    [
      violation({ identity: "known", acknowledged: true, difference: "9000" }),
      violation({ difference: "10.5" }),
      violation({ difference: "-443.3" }),
    ],
    published,
  );
  const groups = groupViolations(words);
  expect(groups.map(({ count, largest }) => [largest.identity, count, largest.size])).toEqual([
    ["line 3 = line 4 + line 9", 2, "443.3"],
    ["known", 1, "9000"],
  ]);
});
