import { expect, test } from "vitest";
import { countPlaywright, countVitest, settle } from "./test-counts.ts";

test("vitest's tests are counted, and a file that could not be loaded is a failure", () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    testResults: [
      { status: "passed", assertionResults: [{}] },
      { status: "failed", assertionResults: [{}] },
      { status: "failed", assertionResults: [] },
    ],
  };
  expect(countVitest(JSON.stringify(report))).toEqual({ passed: 4, failed: 2 });
});

test("Playwright's tests are counted, and an error outside the tests is a failure", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] };
  expect(countPlaywright(JSON.stringify(report))).toEqual({ passed: 6, failed: 2 });
});

test.each([
  [{ passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
  [{ passed: 3, failed: 2 }, 1, { passed: 3, failed: 2 }],
  [{ passed: 3, failed: 0 }, 1, { passed: 3, failed: 1 }],
  [{ passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
])("%o with exit code %i is settled as %o", (counts, code, expected) => {
  expect(settle(counts, code)).toEqual(expected);
});
