import { randomUUID } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runNode } from "./child.ts";
import { findChromium } from "./chromium.ts";
import { countPlaywright } from "./test-counts.ts";
import type { TestGround } from "./test-ground.ts";
import { counted, type StepResult } from "./test-report.ts";
import { startSite } from "./test-site.ts";

/** What one process of Playwright runs, and on what. */
export interface Journeys {
  /** Of the step: its store, build, report and results are called by it. */
  readonly name: string;
  /** Projects of playwright.config.ts. Those they depend on are not run. */
  readonly projects: readonly string[];
  /** How many tests run at once. */
  readonly workers: number;
  /** Whether they start the servers they need themselves; else a site is served for them, at BASE_URL. */
  readonly startOwn?: boolean;
}

/**
 * Runs journeys on the build that the step before made. Each step has a store, a content folder and a copy of the build of its
 * own, so that what one changes no other sees, and steps may run beside each other.
 */
export async function runJourneys(ground: TestGround, journeys: Journeys): Promise<StepResult> {
  const databaseUrl = await ground.store(`tickmark_${journeys.name}`);
  const buildFolder = await copyBuild(ground, journeys.name);
  const content = await mkdtemp(path.join(tmpdir(), "tickmark-content-"));
  try {
    await cp(path.join(ground.root, "content"), content, { recursive: true });
    return await runOn(ground.root, journeys, { databaseUrl, buildFolder, content });
  } finally {
    await rm(content, { recursive: true, force: true });
    await rm(path.join(ground.root, buildFolder), { recursive: true, force: true });
  }
}

async function runOn(
  root: string,
  { name, projects, workers, startOwn = false }: Journeys,
  { databaseUrl, buildFolder, content }: Record<"databaseUrl" | "buildFolder" | "content", string>,
): Promise<StepResult> {
  const settings = { TICKMARK_CONTENT: content, TICKMARK_DESK_KEY: randomUUID() };
  const chromium = await findChromium(root);
  const site = startOwn ? undefined : await startSite(root, { databaseUrl, buildFolder, settings });
  const report = path.join(root, `.tickmark/${name}-tests.json`);
  const args = [
    ...["test", "--no-deps", `--workers=${workers}`, `--output=.tickmark/${name}-results`],
    ...projects.map((project) => `--project=${project}`),
  ];
  const env = {
    NO_COLOR: "1",
    ...settings,
    ...(site && { BASE_URL: site.url }),
    CHROMIUM_PATH: chromium,
    TICKMARK_BUILD_FOLDER: buildFolder,
    DATABASE_URL: databaseUrl,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  };
  try {
    return await counted(report, countPlaywright, () =>
      runNode(path.join(root, "node_modules/@playwright/test/cli.js"), args, { env }),
    );
  } finally {
    await site?.stop();
  }
}

/** Gives the folder of the copy. What the compiler keeps for the next build is most of it, and no server asks for that. */
async function copyBuild({ root, buildFolder }: TestGround, name: string): Promise<string> {
  const copy = `${buildFolder}-${name}`;
  const from = path.join(root, buildFolder);
  const kept = path.join(from, "cache/turbopack");
  await rm(path.join(root, copy), { recursive: true, force: true });
  await cp(from, path.join(root, copy), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => file !== kept,
  });
  return copy;
}
