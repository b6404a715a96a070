import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandOf } from "./processes.mjs";

/**
 * Takes the clone for one `npm start` (or one `npm test`) at a time: both build, and two at once would replace what the other
 * serves. Waits up to `patience` milliseconds, as a process that was just told to stop needs a moment.
 * Returns a function that gives the clone back, or who has it. The lock of a process that is gone is taken over.
 * @param {string} file
 * @param {string} what what we are, for the message of the next one, e.g. "npm start on port 3000"
 * @param {number} patience
 * @returns {Promise<{ release: () => void } | { heldBy: string }>}
 */
export async function takeLock(file, what, patience = 5000) {
  mkdirSync(path.dirname(file), { recursive: true });
  const mine = `${process.pid}\n${what}\n`;
  for (const end = Date.now() + patience; ; await sleep(100)) {
    const holder = holderOf(file);
    if (holder === undefined) {
      rmSync(file, { force: true });
      if (write(file, mine)) {
        // Someone who found the same dead lock at the same moment may have removed ours: look again.
        await sleep(50);
        if (read(file) === mine) return { release: () => releaseLock(file, mine) };
      }
    } else if (Date.now() > end) return { heldBy: holder };
  }
}

/** @param {string} file @param {string} mine */
function releaseLock(file, mine) {
  if (read(file) === mine) rmSync(file, { force: true });
}

/** Who holds the lock, in words, or undefined when nobody alive does. @param {string} file */
function holderOf(file) {
  const [pid = "", what = ""] = (read(file) ?? "").split("\n");
  if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return undefined;
  const command = commandOf(Number(pid)) ?? "";
  return /scripts\/(start|test)\.mjs/.test(command) ? `${what} (process ${pid})` : undefined;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** @param {string} file @param {string} text */
function write(file, text) {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
