// Plain Node without packages: this runs before anything is installed.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installDependencies } from "./dependencies.mjs";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Ends the program with one sentence a person can act on. @param {string} problem @returns {never} */
export function refuse(problem) {
  console.error(`\n✗ ${problem}`);
  process.exit(1);
}

/** Refuses a Node that Next and Prisma do not run on (package.json, "engines"). */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  refuse(
    `Tickmark needs Node 20.19 or later, and this is ${process.versions.node}. See https://nodejs.org`,
  );
}

/** Installs what is missing and lets this process load TypeScript from here on. */
export async function prepareModules() {
  const began = performance.now();
  const { done, problem } = installDependencies(root);
  if (problem !== undefined) refuse(problem);
  console.log(`✓ dependencies: ${done} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  process.chdir(root);
  const { register } = await import("tsx/esm/api");
  register();
}
