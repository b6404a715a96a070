import { open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

export type Replaced = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** A writer that died leaves its file behind; one that lives needs milliseconds. */
const staleAfter = 60_000;

/**
 * Puts `after` in the place of `before`, whole or not at all. The new text is written beside the file under one name that only
 * one writer can hold, and the file is compared once more before the name is changed: of two who decide at once, one is
 * refused, and so is who decides on what has been edited since.
 */
export async function replaceFile(file: string, before: string, after: string): Promise<Replaced> {
  const target = await realpath(file);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.signing`);
  const handle =
    (await openNew(beside)) ?? ((await isStale(beside)) ? await takeOver(beside) : null);
  if (handle === null) return refused(file, "somebody else is deciding on it at this moment");
  try {
    const { mode } = await stat(target);
    await handle.chmod(mode);
    await handle.writeFile(after);
    await handle.sync();
    if ((await readFile(target, "utf8")) !== before) {
      await rm(beside);
      return refused(file, "it was changed meanwhile");
    }
    await rename(beside, target);
    return { ok: true };
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

function refused(file: string, why: string): Replaced {
  return { ok: false, message: `${file}: ${why}; nothing was written` };
}

/** Null when there is one. */
async function openNew(file: string) {
  try {
    return await open(file, "wx");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return null;
    throw error;
  }
}

async function isStale(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > staleAfter;
}

async function takeOver(file: string) {
  await rm(file, { force: true });
  return openNew(file);
}
