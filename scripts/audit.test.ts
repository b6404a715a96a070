import { expect, test } from "vitest";
import { readAudit } from "./audit.ts";

/** As npm 10 prints it. */
function printed(total: number): string {
  const vulnerabilities = { info: 0, low: 0, moderate: total, high: 0, critical: 0, total };
  const metadata = { vulnerabilities, dependencies: { prod: 1, total: 1 } };
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities: {}, metadata }, null, 2);
}

test("a known weakness is a finding, and none is none", () => {
  expect(readAudit(printed(0)).outcome).toBe("clean");
  expect(readAudit(printed(3)).outcome).toBe("found");
  expect(readAudit(`npm warn something\n${printed(12)}`).outcome).toBe("found");
});

test.each([
  `npm error audit endpoint returned an error\n{ "message": "405 Method Not Allowed", "error": { "summary": "", "detail": "" } }`,
  `{ "message": "request to https://registry.npmjs.org failed, reason: getaddrinfo EAI_AGAIN" }`,
  "npm could not be run",
  "",
])("a registry that gives no answer is no finding, and said: %s", (text) => {
  const { outcome, output } = readAudit(text);
  expect(outcome).toBe("unreachable");
  expect(output).toMatch(/^Skipped: known weaknesses of packages were not looked up/);
});
