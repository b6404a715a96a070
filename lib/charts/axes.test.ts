import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { periodsBetween } from "#lib/series/period";
import { month } from "./example-charts.ts";
import { spreadLabels } from "./spread.ts";
import { textWidth } from "./text-width.ts";
import { timeAxis } from "./time-axis.ts";
import { wrapWords } from "./wrap-words.ts";

describe("names at the ends of lines", () => {
  test("names that do not meet stay where they are", () => {
    const wanted = [40, 100, 160].map((middle) => ({ middle, height: 16 }));
    expect(spreadLabels(wanted, 0, 300)).toEqual([40, 100, 160]);
  });

  test("however they crowd, none covers another and none leaves the drawing", () => {
    const names = fc.array(
      fc.record({ middle: fc.integer({ min: -50, max: 350 }), height: fc.constantFrom(16, 32) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(names, (wanted) => {
        const placed = spreadLabels(wanted, 0, 300)
          .map((middle, index) => ({ middle, half: (wanted[index]?.height ?? 0) / 2 }))
          .sort((left, right) => left.middle - right.middle);
        placed.forEach(({ middle, half }, index) => {
          const before = placed[index - 1];
          const top = before === undefined ? 0 : before.middle + before.half;
          expect(middle - half).toBeGreaterThanOrEqual(top - 1e-9);
          expect(middle + half).toBeLessThanOrEqual(300);
        });
      }),
    );
  });
});

describe("the axis of time", () => {
  test("three years are named in the middle of their months", () => {
    const { labels, ticks } = timeAxis(months("2023-02", "2026-04"), 15);
    expect(labels.map(({ text }) => text)).toEqual(["2023", "2024", "2025", "2026"]);
    expect(labels[1]?.at).toBe(17);
    expect(ticks).toEqual([11, 23, 35]);
  });

  test("a quarter of a century is named every five years", () => {
    const { labels } = timeAxis(months("2000-03", "2025-12"), 1.5);
    expect(labels.map(({ text }) => text)).toEqual(["2005", "2010", "2015", "2020", "2025"]);
  });

  test("a year of months is named by month", () => {
    const { labels } = timeAxis(months("2025-01", "2025-12"), 45);
    expect(labels.map(({ text }) => text)).toEqual([
      "Jan 2025",
      "Mar 2025",
      "May 2025",
      "Jul 2025",
      "Sep 2025",
      "Nov 2025",
    ]);
  });

  test("whatever the span, names stand in order and do not run into each other", () => {
    const span = fc.record({
      length: fc.integer({ min: 1, max: 900 }),
      width: fc.integer({ min: 200, max: 640 }),
      start: fc.integer({ min: 0, max: 11 }),
    });
    fc.assert(
      fc.property(span, ({ length, width, start }) => {
        const periods = months("1950-01", "2030-12").slice(start, start + length);
        const unit = width / length;
        const { labels } = timeAxis(periods, unit);
        labels.slice(1).forEach(({ at, text }, index) => {
          const before = labels[index];
          const room = (at - (before?.at ?? 0)) * unit;
          const needed = (textWidth(text, 13, 400) + textWidth(before?.text ?? "", 13, 400)) / 2;
          expect(room).toBeGreaterThan(needed);
        });
      }),
    );
  });
});

describe("words in a narrow place", () => {
  test("break between words, and a long word stays whole", () => {
    expect(wrapWords("Corporate bonds", 80, 13, 400)).toEqual(["Corporate", "bonds"]);
    expect(wrapWords("Corporate bonds", 200, 13, 400)).toEqual(["Corporate bonds"]);
    expect(wrapWords("Liechtenstein", 10, 13, 400)).toEqual(["Liechtenstein"]);
  });
});

function months(from: string, to: string) {
  return periodsBetween(month(from), month(to));
}
