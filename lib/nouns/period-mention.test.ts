import { describe, expect, test } from "vitest";
import { findPeriodMentions, type PeriodMention } from "./period-mention.ts";

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["in December 2025", ["December 2025: month 12 of 2025"]],
  ["in April of 2025", ["April of 2025: month 4 of 2025"]],
  ["December’s net purchases", ["December: month 12"]],
  ["in May, and in March", ["May: month 5", "March: month 3"]],
  ["it may march on; May I ask", []],
  ["from 2024 to 2025", ["2024: year 2024", "2025: year 2025"]],
  ["the first four months of 2026", ["first four months of 2026: 2026-01..2026-04"]],
  ["the last 3 months of 2025", ["last 3 months of 2025: 2025-10..2025-12"]],
  ["the second half of 2025", ["second half of 2025: 2025-07..2025-12"]],
  ["the fourth quarter of 2025", ["fourth quarter of 2025: 2025-10..2025-12"]],
  ["in the second quarter", ["in the second quarter: quarter 2"]],
  ["in Q3", ["in Q3: quarter 3"]],
  ["in the second half, and in the second half of it", ["in the second half: 6 to month 12"]],
  ["in the first three months", ["in the first three months: 3 to month 3"]],
  ["in the 1990s, the most since the 1980s", ["the 1990s: within 1990-01..1999-12"]],
  ["last year, and the next year", ["last year: at most 12 months"]],
  ["in April last year, at the end of last year", ["April: month 4"]],
  ["in fiscal 2025", ["fiscal 2025: 2024-10..2025-09"]],
  ["in September ’08", ["September ’08: month 9 of 2008"]],
  ["the two years to December 2025", ["two years to December 2025: 24 to month 12 of 2025"]],
  ["over the past three years", ["over the past three years: 36 months"]],
  ["the largest in the past six months", []],
  ["the Treasury reported in January", []],
  ["Before 2009, after May, since the end of 2020", []],
  ["in Q1 2026", ["Q1 2026: 2026-01..2026-03"]],
  ["the twelve months to November", ["twelve months to November: 12 to month 11"]],
  ["12 months through March 2026", ["12 months through March 2026: 12 to month 3 of 2026"]],
  ["rose over the year", ["over the year: 12 months"]],
  ["the year’s total", ["the year’s: 12 months"]],
  ["the year of the tariffs", []],
  ["since September 2008, after November, before 2020", []],
  ["on June 18, 2026 and on June 18", []],
  ["the June figure, February’s reports, June’s has", []],
  ["a year earlier, bonds of more than a year", []],
  ["$2,025 and 2025.5 percent", []],
  [
    "At the end of 2025, at year-end, that month and over the year",
    [
      "the end of 2025: end of month 12 of 2025",
      "year-end: end of month 12",
      "that month: 1 months",
      "over the year: 12 months",
    ],
  ],
];

describe("periods in prose", () => {
  test.each(cases)("%s", (text, expected) => {
    expect(findPeriodMentions(text).map((mention) => describeMention(mention, text))).toEqual(
      expected,
    );
  });
});

function describeMention(mention: PeriodMention, text: string): string {
  return `${text.slice(mention.start, mention.end)}: ${meaningOf(mention)}`;
}

function meaningOf(mention: PeriodMention): string {
  switch (mention.type) {
    case "month":
      return monthOf(mention);
    case "months-to":
      return `${mention.length} to ${monthOf(mention)}`;
    case "span":
      return `${mention.from}..${mention.to}`;
    case "year":
      return `year ${mention.year}`;
    case "end-of-year":
      return `end of ${monthOf(mention)}`;
    case "quarter":
      return `quarter ${mention.quarter}`;
    case "season":
      return `season from ${monthOf(mention)}`;
    case "year-to-date":
      return `so far in ${mention.year}`;
    case "rest-of-year":
      return `rest of ${mention.year}`;
    case "part-of-year":
    case "within":
      return `within ${mention.from}..${mention.to}`;
    case "at-most":
      return `at most ${mention.length} months`;
    case "length":
      return `${mention.length} months`;
  }
}

function monthOf({ month, year }: { month: number; year: number | null }): string {
  return year === null ? `month ${month}` : `month ${month} of ${year}`;
}
