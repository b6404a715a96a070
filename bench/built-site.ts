import { existsSync } from "node:fs";
import { runBuild } from "../scripts/build.ts";
import { step } from "../scripts/progress.ts";

/** Where the site is built for benches, beside the build that `npm start` may be serving. */
export const buildFolder = ".tickmark/bench-build";

let built = false;

/** Takes the build of an earlier run for that of this one. */
export function useLastBuild(): void {
  if (!existsSync(`${buildFolder}/BUILD_ID`)) throw new Error("No bench has built the site yet");
  built = true;
}

/** Builds the site as it is, once in a run: what pages are made from is the same in every seeded store. */
export async function buildOnce(root: string, databaseUrl: string): Promise<void> {
  if (built) return;
  await step("site", async () => {
    const { code, output } = await runBuild(root, databaseUrl, buildFolder);
    if (code !== 0) throw new Error(`The site could not be built:\n${output}`);
    return "built";
  });
  built = true;
}
