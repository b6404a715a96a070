import { interruptPrograms } from "./child.ts";
import { startThrowAwayCluster, type Cluster } from "./cluster.ts";
import { makeType } from "./make-type.ts";
import { generatePrismaClient } from "./prisma-client.ts";
import { seconds, step } from "./progress.ts";
import { explain } from "./refusal.ts";
import { lanes, steps, type Step, type StepResult, type TestGround } from "./test-steps.ts";

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
  const runAll = async (some: readonly [string, Step][]) => {
    for (const [name, run] of some) results.set(name, await runStep(name, run, ground));
  };
  try {
    await step("prisma client", async () =>
      (await generatePrismaClient(root)) ? "generated" : "up to date",
    );
    await step("type", async () => ((await makeType(root)) ? "cut" : "up to date"));
    const inLanes = new Set(lanes.flat());
    await Promise.all(lanes.map((lane) => runAll(chosen.filter(([name]) => lane.includes(name)))));
    await runAll(chosen.filter(([name]) => !inLanes.has(name)));
  } catch (error) {
    results.set("preparation", { passed: 0, failed: 1, output: explain(error) });
  } finally {
    await ground.clear();
  }
  return report(results);
}

function chooseSteps(args: readonly string[]): [string, Step][] | string {
  const names = args.flatMap((argument, index) =>
    args[index - 1] === "--only"
      ? argument.split(",")
      : argument.startsWith("--only=")
        ? argument.slice(7).split(",")
        : [],
  );
  const others = args.filter(
    (argument, index) => !argument.startsWith("--only") && args[index - 1] !== "--only",
  );
  const unknown = [...others, ...names.filter((name) => !(name in steps))];
  const isOpen = args.at(-1) === "--only";
  if (unknown.length > 0 || isOpen) {
    return `npm test takes --only with one of: ${Object.keys(steps).join(", ")}. Found: ${unknown.join(", ") || "nothing"}.`;
  }
  return Object.entries(steps).filter(([name]) => names.length === 0 || names.includes(name));
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

/** A cluster for this run, made when the first step asks for it, in which the figures are loaded once. */
function prepareGround(root: string): TestGround & { clear(): Promise<void> } {
  let cluster: Promise<Cluster> | undefined;
  let loaded: Promise<string> | undefined;
  const server = async () => (await (cluster ??= startThrowAwayCluster())).url;
  const load = async () => {
    // Needs Prisma's client, which may not have been generated when this file is read.
    const { createSeededDatabase } = await import("#lib/store/test-store");
    return createSeededDatabase(await server(), "tickmark_site", root);
  };
  return {
    root,
    buildFolder: ".tickmark/test-build",
    server,
    store: () => (loaded ??= load()),
    clear: async () => (await cluster?.catch(() => undefined))?.stop(),
  };
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
