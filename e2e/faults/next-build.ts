import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildFolder } from "./ground.ts";
import { chartAction } from "./reader.ts";

/**
 * A build beside the one of the tests as the next version's is to it: the same pages, whose actions have other ids. Made by changing
 * the last digit of each id where it stands, which takes seconds; Next makes ids of where an action stands in the code.
 */
export async function makeNextBuild(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = `${buildFolder}-next`;
  const remove = () => rm(folder, { recursive: true, force: true });
  await remove();
  await cp(buildFolder, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (file) => file !== path.join(buildFolder, "cache/turbopack"),
  });
  const ids = await actionIds();
  for (const part of ["server", "static"]) await rename(path.join(folder, part), ids);
  if (chartAction(folder) === chartAction()) throw new Error("The ids are as they were");
  return { folder, remove };
}

async function actionIds(): Promise<readonly string[]> {
  const text = await readFile(
    path.join(buildFolder, "server/server-reference-manifest.json"),
    "utf8",
  );
  return [...new Set(text.match(/\b[0-9a-f]{42}\b/g))];
}

async function rename(folder: string, ids: readonly string[]): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:js|json)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = await readFile(file, "utf8");
    const changed = ids.reduce((rest, id) => rest.replaceAll(id, otherId(id)), text);
    if (changed !== text) await writeFile(file, changed);
  }
}

function otherId(id: string): string {
  return `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`;
}
