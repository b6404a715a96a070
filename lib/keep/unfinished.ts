import { randomBytes } from "node:crypto";
import { link, open, readdir, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";

const pattern = /\.unfinished-(.+)-(\d+)-[0-9a-f]{8}$/;

/** No backup takes so long, in milliseconds. */
const aDay = 86_400_000;

/** Where a file is written until it is whole: beside it, under a name that says which process of which machine writes it. */
export function unfinishedName(file: string): string {
  return `${file}.unfinished-${hostname()}-${process.pid}-${randomBytes(4).toString("hex")}`;
}

/**
 * Takes away what killed processes left in a folder. Of another machine, or another container, nobody here can tell whether its
 * process is gone: what it writes stays for a day.
 */
export async function removeLeftOver(folder: string): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  for (const name of names) {
    const [, host, pid] = pattern.exec(name) ?? [];
    if (host === undefined) continue;
    const file = path.join(folder, name);
    if ((host === hostname() && !isAlive(Number(pid))) || (await ageOf(file)) > aDay) {
      // What may not be taken away is in nobody's way.
      await rm(file, { force: true }).catch(() => undefined);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== "ESRCH";
  }
}

/** In milliseconds; 0 when it is not there any more. */
async function ageOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  return found === null ? 0 : Date.now() - found.mtimeMs;
}

/** What a file system says that has no links. */
const noLinks: ReadonlySet<unknown> = new Set("EPERM ENOTSUP EOPNOTSUPP ENOSYS EMLINK".split(" "));

/**
 * Gives a whole file its name, unless another has it by now: then it is `false` and both are as they were. Where a file system
 * has no links, the name is taken by an empty file a moment before.
 */
export async function giveName(unfinished: string, file: string, byLink = link): Promise<boolean> {
  try {
    await byLink(unfinished, file);
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (!noLinks.has(codeOf(error))) throw error;
    return takeName(unfinished, file);
  }
  // It has its name; the other one is taken away by the next backup if not now.
  await rm(unfinished, { force: true }).catch(() => undefined);
  return true;
}

async function takeName(unfinished: string, file: string): Promise<boolean> {
  try {
    await (await open(file, "wx", 0o600)).close();
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
  try {
    await rename(unfinished, file);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
  return true;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
