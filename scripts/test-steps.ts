import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runBuild } from "./build.ts";
import { runNode, type Outcome } from "./child.ts";
import { findChromium } from "./chromium.ts";
import { startSite } from "./test-site.ts";
import { countPlaywright, countVitest, settle, type Counts } from "./test-counts.ts";

/** What a step may use: the clone, and a cluster that is thrown away after the last. */
export interface TestGround {
  readonly root: string;
  /** Where the build of the tests goes, so that a running `npm start` keeps its own. */
  readonly buildFolder: string;
  /** The throw-away cluster; started when first asked for. */
  readonly server: () => Promise<string>;
  /** A store in it, with the figures loaded; made when first asked for. */
  readonly store: () => Promise<string>;
}

/** What came of a step: its counts, and what to show when something failed. */
export interface StepResult extends Counts {
  readonly output: string;
}

export type Step = (ground: TestGround) => Promise<StepResult>;

/** The steps of `npm test` by name, in their order: what is quick to fail and quick to mend comes first. */
export const steps: Readonly<Record<string, Step>> = {
  format: (ground) =>
    tool(ground, "prettier/bin/prettier.cjs", ["--check", "--log-level=warn", "."]),
  lint: (ground) => tool(ground, "eslint/bin/eslint.js", ["--max-warnings", "0", "."]),
  types: checkTypes,
  unit: (ground) => vitest(ground, "unit", "vitest.config.ts"),
  store: async (ground) =>
    vitest(ground, "store", "vitest.store.config.ts", { TEST_CLUSTER_URL: await ground.server() }),
  content: async ({ root, store }) =>
    asOne(
      await runNode(path.join(root, "bin/tickmark.mjs"), ["check", "--mutate"], {
        env: { DATABASE_URL: await store() },
      }),
    ),
  build: async ({ root, buildFolder, store }) =>
    asOne(await runBuild(root, await store(), buildFolder)),
  browser: testInBrowser,
};

/**
 * The steps that run beside each other, since each of them keeps one core busy at most: those of a lane in its order, and all
 * before the other steps, which take what cores there are. The figures that `content` loads are there for the steps after it. What Next writes for `types` comes when `lint` has long read its own.
 */
export const lanes: readonly (readonly string[])[] = [["lint"], ["format", "types", "content"]];

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

/** Next writes the types of routes and of imported styles and images; a fresh clone has none. */
async function checkTypes(ground: TestGround): Promise<StepResult> {
  const env = { TICKMARK_BUILD_FOLDER: ground.buildFolder, NEXT_TELEMETRY_DISABLED: "1" };
  const written = await runNode(
    path.join(ground.root, "node_modules/next/dist/bin/next"),
    ["typegen"],
    { env },
  );
  if (written.code !== 0) return asOne(written);
  return tool(ground, "typescript/bin/tsc", ["--noEmit", "--project", "."]);
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

/** Readers' journeys in a browser, on the build that the step before made. */
async function testInBrowser({ root, buildFolder, store }: TestGround): Promise<StepResult> {
  const databaseUrl = await store();
  const content = await mkdtemp(path.join(tmpdir(), "tickmark-content-"));
  await cp(path.join(root, "content"), content, { recursive: true });
  // An editor signs articles here, so the content is a copy.
  const settings = { TICKMARK_CONTENT: content, TICKMARK_DESK_KEY: randomUUID() };
  const site = await startSite(root, { databaseUrl, buildFolder, settings });
  try {
    const report = path.join(root, ".tickmark/browser-tests.json");
    return await counted(report, countPlaywright, async () =>
      runNode(path.join(root, "node_modules/@playwright/test/cli.js"), ["test"], {
        env: {
          NO_COLOR: "1",
          ...settings,
          CHROMIUM_PATH: await findChromium(root),
          BASE_URL: site.url,
          TICKMARK_BUILD_FOLDER: buildFolder,
          DATABASE_URL: databaseUrl,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
      }),
    );
  } finally {
    await site.stop();
    await rm(content, { recursive: true });
  }
}

async function counted(
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
