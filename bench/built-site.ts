import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { runBuild } from "../scripts/build.ts";
import { step } from "../scripts/progress.ts";

/** Where the site is built for benches, beside the build that `npm start` may be serving. */
export const benchBuild = ".tickmark/bench-build";

let built: string | undefined;

/** Takes a build that is there for that of this run. */
export function useBuild(folder: string): void {
  if (!existsSync(path.join(folder, "BUILD_ID"))) throw new Error(`There is no build in ${folder}`);
  built = folder;
}

/** Builds the site as it is, once in a run: what pages are made from is the same in every seeded store. Gives the folder. */
export async function buildOnce(root: string, databaseUrl: string): Promise<string> {
  if (built !== undefined) return built;
  await step("site", async () => {
    const settings = path.join(root, "tsconfig.json");
    const before = await readFile(settings);
    const { code, output } = await runBuild(root, databaseUrl, benchBuild);
    // Next enters every folder of a build there, and what is measured shall be what is committed.
    await writeFile(settings, before);
    if (code !== 0) throw new Error(`The site could not be built:\n${output}`);
    return "built";
  });
  built = benchBuild;
  return built;
}
