import path from "node:path";
import { audit } from "./audit.ts";
import { runBuild } from "./build.ts";
import { runNode, type Outcome } from "./child.ts";
import { runJourneys, type Journeys } from "./test-browser.ts";
import { countVitest } from "./test-counts.ts";
import { siteStore, type TestGround } from "./test-ground.ts";
import { counted, type StepResult } from "./test-report.ts";

export type Step = (ground: TestGround) => Promise<StepResult>;

/** The steps of `npm test` by name, in their order: what is quick to fail and quick to mend comes first. */
export const steps: Readonly<Record<string, Step>> = {
  format: (ground) => tool(ground, "oxfmt/bin/oxfmt", ["--check", "."]),
  lint: checkLint,
  types: checkTypes,
  audit: async ({ root }) => {
    const { outcome, output } = await audit(root);
    return {
      passed: outcome === "clean" ? 1 : 0,
      failed: outcome === "found" ? 1 : 0,
      output,
    };
  },
  unit: (ground) => vitest(ground, "unit", "vitest.config.ts"),
  store: async (ground) =>
    vitest(ground, "store", "vitest.store.config.ts", { TEST_CLUSTER_URL: await ground.server() }),
  content: async ({ root, store }) =>
    asOne(
      await runNode(path.join(root, "bin/tickmark.mjs"), ["check", "--mutate"], {
        env: { DATABASE_URL: await store(siteStore) },
      }),
    ),
  build: async ({ root, buildFolder, store }) =>
    asOne(await runBuild(root, await store(siteStore), buildFolder)),
  browser: journeys({ name: "browser", projects: ["journeys"], workers: 2 }),
  // One after the other: the store they change only ever grows.
  changes: journeys({
    name: "changes",
    projects: ["new vintage", "desk", "new content"],
    workers: 1,
  }),
  security: inFolder({ name: "security", workers: 1 }),
  soak: async ({ root, buildFolder, server }) =>
    asOne(
      await runNode(path.join(root, "bench/soak.mjs"), ["--minutes", "1", "--serve", buildFolder], {
        env: { TEST_CLUSTER_URL: await server() },
      }),
    ),
};

/** Steps that take long, or more than packages from npm: they are run when `--only` names them. */
export const namedSteps: Readonly<Record<string, Step>> = {
  faults: inFolder({ name: "faults", workers: 1, startOwn: true }),
  machines: inFolder({ name: "machines", workers: 1, startOwn: true }),
};

/**
 * When the steps run: stage after stage, and in a stage the lanes beside each other, each in its order. Beside each other stand
 * steps that keep one core busy at most, or wait much of their time. The figures that `content` loads are there for the steps
 * after it. What Next writes for `types` comes when `lint` has long read its own.
 */
export const stages: readonly (readonly (readonly string[])[])[] = [
  [["lint"], ["audit", "format", "types", "content"]],
  [["unit"]],
  [["store"]],
  [["build"]],
  [["browser"], ["changes", "security", "soak"]],
  [["faults"]],
  [["machines"]],
];

async function tool(
  { root }: TestGround,
  script: string,
  args: readonly string[],
): Promise<StepResult> {
  return asOne(await runNode(path.join(root, "node_modules", script), args));
}

function asOne({ code, output }: Outcome): StepResult {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** What oxlint has not is left to ESLint, which is slow: it is asked last. */
async function checkLint(ground: TestGround): Promise<StepResult> {
  const found = await tool(ground, "oxlint/bin/oxlint", ["-c", "oxlint.config.mjs", "."]);
  if (found.failed > 0) return found;
  return tool(ground, "eslint/bin/eslint.js", ["--max-warnings", "0", "."]);
}

/** Next writes the types of routes and of imported styles and images; a fresh clone has none. */
async function checkTypes(ground: TestGround): Promise<StepResult> {
  const env = { TICKMARK_BUILD_FOLDER: ground.buildFolder, NEXT_TELEMETRY_DISABLED: "1" };
  const written = await runNode(
    path.join(ground.root, "node_modules/next/dist/bin/next"),
    ["typegen"],
    { env },
  );
  if (written.code !== 0) return asOne(written);
  // Each checker has the types of what it is given, and of much of the rest: one is the least work.
  const args = ["--noEmit", "--project", ".", "--checkers", "1"];
  return tool(ground, "typescript-native/bin/tsc", args);
}

async function vitest(
  { root }: TestGround,
  name: string,
  config: string,
  env: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  const report = path.join(root, `.tickmark/${name}-tests.json`);
  const script = path.join(root, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return counted(report, countVitest, () =>
    runNode(script, ["run", "--config", config, ...reporters], {
      env: { NODE_ENV: "test", NO_COLOR: "1", ...env },
    }),
  );
}

function journeys(some: Journeys): Step {
  return (ground) => runJourneys(ground, some);
}

/** Journeys in a folder of e2e that is called like their step and their project. */
function inFolder(some: Omit<Journeys, "projects">): Step {
  return journeys({ ...some, projects: [some.name] });
}
