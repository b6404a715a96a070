import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).default({}) }),
  ),
});

/** The folder in which Node would find a package, asked for from another package's folder. */
function placeOf(name: string, from: string, packages: Readonly<Record<string, unknown>>) {
  let folder = from;
  for (;;) {
    const place = `${folder}${folder === "" ? "" : "/"}node_modules/${name}`;
    if (place in packages) return place;
    if (folder === "") return undefined;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")));
  }
}

// npm leaves a platform's package out of the lock file when the registry does not have it yet. The clone that wrote the
// file installs all the same; every other one is refused by `npm ci`.
test("the lock file names the packages of every platform", () => {
  const text = readFileSync(new URL("../package-lock.json", import.meta.url), "utf8");
  const { packages } = lockFile.parse(JSON.parse(text));
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => placeOf(name, from, packages) === undefined)
      .map(([name, version]) => `${name}@${version}, for ${from}`),
  );
  expect(missing).toEqual([]);
});
