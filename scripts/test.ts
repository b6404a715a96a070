import { interruptPrograms } from "./child.ts";
import { makeType } from "./make-type.ts";
import { generatePrismaClient } from "./prisma-client.ts";
import { seconds, step } from "./progress.ts";
import { explain } from "./refusal.ts";
import { chooseSteps } from "./test-choice.ts";
import { prepareGround, type TestGround } from "./test-ground.ts";
import type { StepResult } from "./test-report.ts";
import type { Step } from "./test-steps.ts";

/**
 * `npm test` once the packages are there: every step, though an earlier one failed; what failed is shown at the end; the
 * last line is `N passed, N failed`. `--only NAME`, given once or more, runs some. Gives the exit status.
 */
export async function runSteps({
  root,
  args,
}: {
  root: string;
  args: readonly string[];
}): Promise<number> {
  const chosen = chooseSteps(args);
  if (typeof chosen === "string") {
    console.error(`✗ ${chosen}`);
    return 2;
  }
  const ground = prepareGround(root);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      interruptPrograms();
      void ground.clear().finally(() => process.exit(130));
    });
  }
  const results = new Map<string, StepResult>();
  const runLane = async (lane: readonly (readonly [string, Step])[]) => {
    for (const [name, run] of lane) results.set(name, await runStep(name, run, ground));
  };
  try {
    await step("prisma client", async () =>
      (await generatePrismaClient(root)) ? "generated" : "up to date",
    );
    await step("type", async () => ((await makeType(root)) ? "cut" : "up to date"));
    for (const lanes of chosen) await Promise.all(lanes.map(runLane));
  } catch (error) {
    results.set("preparation", { passed: 0, failed: 1, output: explain(error) });
  } finally {
    await ground.clear();
  }
  return report(results);
}

async function runStep(name: string, run: Step, ground: TestGround): Promise<StepResult> {
  const began = performance.now();
  process.stdout.write(`  ${name} ...\n`);
  const result = await run(ground).catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    output: explain(error),
  }));
  const mark = result.failed === 0 ? "✓" : "✗";
  console.log(
    `${mark} ${name}: ${result.passed} passed, ${result.failed} failed (${seconds(began)})`,
  );
  return result;
}

function report(results: ReadonlyMap<string, StepResult>): number {
  for (const [name, { failed, output }] of results) {
    if (failed > 0)
      console.log(`\n──── ${name} ${"─".repeat(Math.max(0, 70 - name.length))}\n${output.trim()}`);
  }
  // What was left out is said even when all else is well.
  const all = [...results.values()];
  const leftOut = all.flatMap(({ output }) => output.match(/^Skipped: .*$/gm) ?? []);
  for (const line of new Set(leftOut)) console.log(line);
  const passed = all.reduce((sum, result) => sum + result.passed, 0);
  const failed = all.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
