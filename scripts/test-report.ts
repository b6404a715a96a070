import { existsSync, readFileSync, rmSync } from "node:fs";
import type { Outcome } from "./child.ts";
import { settle, type Counts } from "./test-counts.ts";

/** What came of a step: its counts, and what to show when something failed. */
export interface StepResult extends Counts {
  readonly output: string;
}

/** Runs a program that writes a report of its tests, and reads from the report how many passed and failed. */
export async function counted(
  report: string,
  count: (json: string) => Counts,
  run: () => Promise<Outcome>,
): Promise<StepResult> {
  rmSync(report, { force: true });
  const { code, output } = await run();
  const counts = existsSync(report)
    ? count(readFileSync(report, "utf8"))
    : { passed: 0, failed: 0 };
  return { ...settle(counts, code), output };
}
