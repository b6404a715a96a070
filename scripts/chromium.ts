import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { runNode, runProgram } from "./child.ts";
import { Refusal } from "./refusal.ts";

// First the one without a window, which takes a third less of the processor.
const names = [
  "chromium-headless-shell",
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
];
const macOs = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium for the end-to-end tests: the one CHROMIUM_PATH names, one that is there, else Playwright's own (downloaded),
 * else one of the distribution's packages when we may install it. Returns its path. Throws a `Refusal` when there is none.
 */
export async function findChromium(root: string): Promise<string> {
  const named = process.env["CHROMIUM_PATH"];
  if (named) {
    if (isProgram(named)) return named;
    throw new Refusal(`CHROMIUM_PATH is ${named}, and no program is there.`);
  }
  const there = present();
  if (there) return there;
  await runNode(path.join(root, "node_modules/@playwright/test/cli.js"), ["install", "chromium"]);
  if (isProgram(chromium.executablePath())) return chromium.executablePath();
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await runProgram("apt-get", ["update", "-q"], { env });
    // Not every distribution has the first.
    for (const name of ["chromium-headless-shell", "chromium"]) {
      await runProgram("apt-get", ["install", "-y", "-q", "--no-install-recommends", name], {
        env,
      });
      const installed = present();
      if (installed) return installed;
    }
  }
  throw new Refusal(
    "There is no Chromium, and none could be installed. Install one, and set CHROMIUM_PATH when it is not on PATH.",
  );
}

function present(): string | undefined {
  const folders = (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .filter((folder) => folder !== "");
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...macOs].find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
