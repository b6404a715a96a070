import { expect, test } from "vitest";
import { exampleLedger } from "./example-ledger.ts";

test("the claims stand in the order of the text, with value, interval, verdict and standing", async () => {
  const { claims, newest, cells } = await exampleLedger();
  expect(newest).toBe("2026-06-18");
  expect(
    claims.map(({ number, words, computed, verdict, standing, computedNow, cellCount }) => [
      ...[number, words, computed, verdict, standing, computedNow, cellCount],
    ]),
  ).toEqual([
    [1, "fell", "−$9.6 billion", "holds", "flipped", "$10 billion", 2],
    [2, "$1,190 billion", "$1.1904 trillion", "holds-rounded", "drifted", "$1.21 trillion", 1],
    [3, "fell by $10 billion", "−$9.6 billion", "holds-rounded", "flipped", "$10 billion", 2],
    [
      4,
      "highest on record",
      "no earlier period on record",
      "holds",
      "holds",
      "no earlier period on record",
      2,
    ],
  ]);
  expect(cells.map(({ period, value, line, column }) => [period, value, line, column])).toEqual([
    ["2025-10", "1100", 2, 2],
    ["2025-11", "1200", 3, 2],
    ["2025-12", "1190.4", 4, 2],
  ]);
});

test("the article is told in plain text, a number behind each claim", async () => {
  expect((await exampleLedger()).text).toBe(
    [
      "# Japan’s holdings fell [1]",
      "At the end of 2025 they were $1,190 billion [2].",
      "In December Japan’s holdings fell by $10 billion [3], from the highest on record [4].\n",
    ].join("\n\n"),
  );
});
