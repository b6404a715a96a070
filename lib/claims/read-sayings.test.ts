import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPeriod, monthNames } from "#lib/series/format";
import { startProcessorClock } from "#lib/series/processor-time";
import { readCaseLines } from "./case-lines.ts";
import { amountWriter, describeInterval } from "./interval.ts";
import { readSayings } from "./read-sayings.ts";
import type { Saying } from "./saying.ts";

const file = readFileSync(new URL("sayings.txt", import.meta.url), "utf8");

/** A saying as the case file writes it: sense, dimension, what it accepts, and what the expression must be. */
function describeSaying({ sense, accepts, needs, extreme, outOf, condition }: Saying): string {
  const shape = [
    needs === null || needs === sense ? "" : `of a ${needs}`,
    extreme,
    outOf && `of ${outOf}`,
  ];
  return [sense, ...shape, acceptedText(accepts), condition].filter(Boolean).join(", ");
}

function acceptedText(accepts: Saying["accepts"]): string {
  switch (accepts.type) {
    case "values": {
      const { dimension, interval } = accepts;
      const isFigure = dimension === "USD" || dimension === "percent";
      const text = describeInterval(interval, amountWriter(isFigure ? dimension : "number"));
      return dimension === "growth" ? `${text} times what was` : text;
    }
    case "reach":
      return describeInterval(accepts.months, (months) => `${months.toFixed()} months back`);
    case "month":
      return `since the last ${monthNames[accepts.month - 1]}`;
    case "every":
      return `every one since ${formatPeriod(accepts.since)}`;
    case "period":
      return formatPeriod(accepts.period);
    case "record": {
      const since = accepts.since === null ? "of all" : `since ${formatPeriod(accepts.since)}`;
      return accepts.place === 1 ? since : `${since}, place ${accepts.place}`;
    }
  }
}

function describeReading(words: string): string {
  const read = readSayings(words);
  return "trouble" in read
    ? `refused: ${read.trouble.kind}`
    : read.sayings.map(describeSaying).join("; ");
}

test.each(readCaseLines(file))("$left", ({ left, right }) => {
  expect(describeReading(left)).toBe(right);
});

const words = readCaseLines(file).flatMap(({ left }) => left.split(" "));

test("no text makes it slow or throws, and sayings neither overlap nor leave the text", () => {
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((each) => each.join(" "));
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 300 })), (text) => {
      const read = readSayings(text);
      if ("trouble" in read) return;
      let last = 0;
      for (const { start, end, parts } of read.sayings) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(text.length);
        for (const part of parts) {
          expect(part.start).toBeGreaterThanOrEqual(start);
          expect(part.end).toBeLessThanOrEqual(end);
        }
        last = end;
      }
    }),
  );
}, 60_000);

test.each([
  "more than ",
  "a ",
  "one of the ",
  "net sales of ",
  "$5 to ",
  "since ",
  "half as much ",
  "and a half ",
])(
  "two thousand characters of nothing but %j are read at once",
  (piece) => {
    const text = piece.repeat(2000 / piece.length);
    const spent = startProcessorClock();
    readSayings(text);
    expect(spent()).toBeLessThan(2000);
  },
  30_000,
);

test("a mark longer than that is refused", () => {
  expect(describeReading("fell ".repeat(500))).toBe("refused: unread-words");
});
