import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock } from "./lock.mjs";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "lock-"));
  file = path.join(folder, "deep/start.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

async function take(patience = 0): Promise<() => void> {
  const lock = await takeLock(file, "a test", patience);
  if ("heldBy" in lock) throw new Error(`held by ${lock.heldBy}`);
  return lock.release;
}

test("a lock is taken, and given back", async () => {
  const release = await take();
  expect(existsSync(file)).toBe(true);
  release();
  expect(existsSync(file)).toBe(false);
});

test("the lock of a process that is gone is taken over", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "exit");
  await take();
  writeFileSync(file, `${child.pid}\nnpm start on port 3000\n`);
  await expect(take()).resolves.toBeTypeOf("function");
});

test("a number that belongs to another program by now holds nothing", async () => {
  await take();
  writeFileSync(file, "1\nnpm start on port 3000\n");
  await expect(take()).resolves.toBeTypeOf("function");
});

test("whoever is at work is named", async () => {
  mkdirSync(path.join(folder, "scripts"));
  writeFileSync(
    path.join(folder, "scripts/start.mjs"),
    "setInterval(() => {}, 1000); console.log('up')",
  );
  const child = spawn(process.execPath, [path.join(folder, "scripts/start.mjs")]);
  await once(child.stdout, "data");
  await take();
  writeFileSync(file, `${child.pid}\nnpm start on port 3000\n`);
  await expect(take(200)).rejects.toThrow(`held by npm start on port 3000 (process ${child.pid})`);
  child.kill("SIGKILL");
  await expect(take(5000)).resolves.toBeTypeOf("function");
});
