import { expect, test } from "vitest";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, type Period } from "#lib/series/period";
import type { Revision, RevisionReport } from "#lib/series/revision";
import { buildVintagePage, type VintageInput } from "./release-vintage.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

function period(text: string): Period {
  if (!isPeriod(text)) throw new TypeError(text);
  return text;
}

const [older, newer] = [day("2026-02-18"), day("2026-06-18")];

function revision(details: Partial<Revision>): Revision {
  return {
    kind: "revised",
    key: "mfh.holdings.japan",
    title: "Holdings: Japan",
    period: period("2025-12"),
    before: "1185.5",
    after: "1180.5",
    status: "normal",
    difference: "-5.0",
    ...details,
  };
}

const report: RevisionReport = {
  release: "mfh",
  from: older,
  to: newer,
  added: 2,
  revised: 2,
  withdrawn: 1,
  summaries: [
    {
      section: "",
      securities: "treasuries",
      measure: "holdings",
      areas: "countries",
      unit: "USD billion",
      added: 2,
      revised: 2,
      withdrawn: 1,
      meanAbsoluteRevision: "3.6667",
      largestAbsoluteRevision: "5.0",
    },
  ],
  largest: [
    revision({}),
    revision({ period: period("2025-11"), difference: "2.5" }),
    revision({ kind: "withdrawn", after: null, status: "withdrawn", difference: null }),
  ],
};

function input(details: Partial<VintageInput> = {}): VintageInput {
  const run = { section: "", first: period("2000-03") };
  return {
    release: {
      slug: "mfh",
      title: "Holders",
      publisher: "Treasury",
      url: "https://example.test/f.txt",
      licence: "Public domain",
    },
    vintage: {
      release: "mfh",
      date: newer,
      note: null,
      snapshot: {
        sha256: "0".repeat(64),
        fileName: "f.txt",
        url: "https://example.test/f.txt",
        bytes: 1,
        retrieved: null,
      },
    },
    ...{ older, newer: null, earlier: [older], violations: [], report },
    coverage: [
      { ...run, date: older, last: period("2025-12") },
      { ...run, date: newer, last: period("2026-02") },
    ],
    ...details,
  };
}

test("what is new is the periods that the vintage before did not speak about", () => {
  const page = buildVintagePage(input());
  expect(page.newPeriods).toEqual(["January 2026", "February 2026"]);
  expect(page.covers).toBe("March 2000 to February 2026");
});

test("revisions and withdrawals are listed apart, and each bar is a part of the largest", () => {
  const { revisions, gone } = buildVintagePage(input());
  expect(revisions.map(({ difference, bar }) => [difference, bar])).toEqual([
    ["-5.0", -1],
    ["2.5", 0.5],
  ]);
  expect(gone.map(({ after, gone: word }) => [after, word])).toEqual([[null, "withdrawn"]]);
});

test("a mean of billions is printed to a hundredth, and a measure without a change is not listed", () => {
  const still = { added: 0, revised: 0, withdrawn: 0, meanAbsoluteRevision: null };
  const [own] = report.summaries;
  if (own === undefined) throw new TypeError("no summary");
  const { measures } = buildVintagePage(
    input({ report: { ...report, summaries: [own, { ...own, measure: "bills", ...still }] } }),
  );
  expect(measures.map(({ label, mean }) => [label, mean])).toEqual([
    ["Treasury securities: holdings, countries", "3.67"],
  ]);
});

test("the first vintage is compared with nothing", () => {
  const page = buildVintagePage(input({ report: null, older: null, earlier: [] }));
  expect(page).toMatchObject({ from: null, measures: [], revisions: [], newPeriods: [] });
});
