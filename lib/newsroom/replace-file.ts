import { open, readFile, realpath, rename, rm, stat, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { Unwritable, unwritable } from "#lib/articles/write-whole";

/** When it was not: why, and a message that says besides that nothing was written. */
export type Replaced =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: string; readonly message: string };

/** Does what belongs to a change, and gives what undoes it. */
export type Within = () => Promise<() => Promise<void>>;

/** A writer that died leaves its file behind; one that lives needs milliseconds. */
const staleAfter = 60_000;

/**
 * Puts `after` in the place of `before`, whole or not at all. The new text is written beside the file under one name that only
 * one writer can hold, and the file is compared once more before the name is changed: of two who decide at once, one is
 * refused, and so is who decides on what has been edited since. `within` is done before, while nobody else can, when nothing but
 * the disk stands against it; it gives what undoes it, which is done when the disk does.
 */
export async function replaceFile(
  file: string,
  before: string,
  after: string,
  within: Within = () => Promise.resolve(() => Promise.resolve()),
): Promise<Replaced> {
  try {
    return await replace(file, before, after, within);
  } catch (error) {
    const trouble = unwritable(file, error);
    if (trouble instanceof Unwritable) return refused(trouble.message);
    throw error;
  }
}

async function replace(
  file: string,
  before: string,
  after: string,
  within: Within,
): Promise<Replaced> {
  const target = await realpath(file);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.signing`);
  const taking = `${beside}.taking`;
  const handle =
    (await openNew(beside)) ?? ((await isStale(beside)) ? await takeOver(beside, taking) : null);
  if (handle === null) {
    const clear = (await isStale(taking))
      ? `; when nobody is, remove ${path.basename(taking)} beside it`
      : "";
    return refused(`somebody else is deciding on it at this moment${clear}`);
  }
  try {
    const { mode } = await stat(target);
    await handle.chmod(mode);
    await handle.writeFile(after);
    await handle.sync();
    const isSeen = (await readFile(target, "utf8")) === before;
    // A writer that was held up for long enough was taken for dead: what stands under the name now is another's.
    if (!(await isOurs(handle, beside))) return refused("somebody else has taken over");
    if (!isSeen) {
      await rm(beside);
      return refused("it was changed meanwhile");
    }
    const undo = await within();
    try {
      await rename(beside, target);
    } catch (error) {
      await undo();
      throw error;
    }
    return { ok: true };
  } catch (error) {
    if (await isOurs(handle, beside)) await rm(beside, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

function refused(why: string): Replaced {
  return { ok: false, why, message: `${why}; nothing was written` };
}

/** Null when there is one. */
async function openNew(file: string): Promise<FileHandle | null> {
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

/** Whether the file under a name is the one that is open. */
async function isOurs(handle: FileHandle, file: string): Promise<boolean> {
  const [own, found] = await Promise.all([handle.stat(), stat(file).catch(() => null)]);
  return found !== null && own.ino === found.ino && own.dev === found.dev;
}

/**
 * Clears away what a dead writer left and takes its place. Only one may at a time, and looks again: whoever also found it
 * stale would else clear away the new file of the first. To put it aside under another name would do the same.
 */
async function takeOver(beside: string, taking: string): Promise<FileHandle | null> {
  const mark = await openNew(taking);
  if (mark === null) return null;
  try {
    if (!(await isStale(beside))) return null;
    await rm(beside, { force: true });
    return await openNew(beside);
  } finally {
    await mark.close();
    await rm(taking, { force: true });
  }
}
