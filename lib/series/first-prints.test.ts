import fc from "fast-check";
import { expect, test } from "vitest";
import { firstPrintsOf } from "./first-prints.ts";
import { isVintageDate, type Cell, type VintageDate } from "./observation.ts";
import { isPeriod, monthPeriod, type Period } from "./period.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}
function month(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}
function cell(period: string, knownFrom: string, value: string | null = "1"): Cell {
  const status = value === null ? "missing" : "normal";
  const place = { line: null, column: null };
  return { key: "k.a", period: month(period), value, status, knownFrom: day(knownFrom), ...place };
}
function prints(cells: readonly Cell[], asOf = "2030-01-01", range = {}): string[] {
  return firstPrintsOf(cells, day(asOf), range).map(
    ({ period, knownFrom }) => `${period} ${knownFrom}`,
  );
}

test("a month is printed first by the vintage in which it is the newest", () => {
  const cells = [
    cell("2024-01", "2024-03-19"),
    cell("2024-01", "2024-04-17", "2"),
    cell("2024-02", "2024-04-17"),
  ];
  expect(prints(cells)).toEqual(["2024-01 2024-03-19", "2024-02 2024-04-17"]);
});

test("months behind the newest of the first vintage held may have been printed before", () => {
  const cells = ["2023-11", "2023-12", "2024-01"].map((each) => cell(each, "2024-03-19"));
  expect(prints(cells)).toEqual(["2024-01 2024-03-19"]);
});

test("two months that came with one vintage leave the older without a first print", () => {
  const cells = [
    cell("2025-07", "2025-09-18"),
    cell("2025-08", "2025-11-18"),
    cell("2025-09", "2025-11-18"),
  ];
  expect(prints(cells)).toEqual(["2025-07 2025-09-18", "2025-09 2025-11-18"]);
});

test("the end of a table that came years later was not printed first there", () => {
  expect(prints([cell("2023-01", "2026-06-18")])).toEqual([]);
  expect(prints([cell("2018-12", "2019-03-15")])).toEqual(["2018-12 2019-03-15"]);
  expect(prints([cell("2018-12", "2019-04-15")])).toEqual([]);
});

test("a first print that was not available is there, as missing", () => {
  const found = firstPrintsOf(
    [cell("2024-01", "2024-03-19", null), cell("2024-01", "2024-04-17")],
    day("2026-01-01"),
  );
  expect(found).toMatchObject([{ status: "missing", knownFrom: "2024-03-19" }]);
});

test("only vintages up to the day count, and only periods within the range are given", () => {
  const cells = [
    cell("2024-01", "2024-03-19"),
    cell("2024-02", "2024-04-17"),
    cell("2024-03", "2024-05-15"),
  ];
  expect(prints(cells, "2024-04-20")).toEqual(["2024-01 2024-03-19", "2024-02 2024-04-17"]);
  expect(prints(cells, "2024-03-18")).toEqual([]);
  expect(prints(cells, "2026-01-01", { from: month("2024-02"), to: month("2024-02") })).toEqual([
    "2024-02 2024-04-17",
  ]);
});

/** Releases of one collection: which months each brings and revises, some of them not held. */
const collection = fc
  .array(fc.record({ back: fc.integer({ min: 0, max: 3 }), isHeld: fc.boolean() }), {
    minLength: 1,
    maxLength: 24,
  })
  .map((releases) =>
    releases.map(({ back, isHeld }, index) => {
      const at = (step: number) => monthPeriod(2020 + Math.floor(step / 12), (step % 12) + 1);
      return {
        isHeld,
        date: day(`${at(index + 2)}-15`),
        months: Array.from({ length: Math.min(back, index) + 1 }, (_, step) => at(index - step)),
        newest: at(index),
      };
    }),
  );

test("whatever releases are missing, what is given is what the release of that month printed", () => {
  fc.assert(
    fc.property(collection, (releases) => {
      const held = releases.filter(({ isHeld }) => isHeld);
      const cells = held
        .flatMap(({ date, months }) => months.map((each) => cell(each, date)))
        .sort((one, other) =>
          `${one.period} ${one.knownFrom}` < `${other.period} ${other.knownFrom}` ? -1 : 1,
        );
      expect(prints(cells)).toEqual(held.map(({ newest, date }) => `${newest} ${date}`));
    }),
  );
});

test("what was a first print on a day stays one on every later day", () => {
  fc.assert(
    fc.property(collection, fc.nat(30), (releases, cut) => {
      const cells = releases
        .flatMap(({ date, months }) => months.map((each) => cell(each, date)))
        .sort((one, other) =>
          `${one.period} ${one.knownFrom}` < `${other.period} ${other.knownFrom}` ? -1 : 1,
        );
      const early = releases[cut % releases.length]?.date ?? "2020-01-01";
      expect(prints(cells)).toEqual(expect.arrayContaining(prints(cells, early)));
    }),
  );
});
