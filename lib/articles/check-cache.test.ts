import { execFileSync } from "node:child_process";
import {
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  utimes,
  writeFile,
} from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { createCheckCache } from "./check-cache.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "checked-"));
  return () => rm(folder, { recursive: true, force: true });
});

const shape = z.strictObject({ held: z.int(), problems: z.array(z.string()) });
const report = { held: 1, problems: ["“m”\nn", "m"] };

test("what was written is read again, by another too", async () => {
  await createCheckCache(folder).write("a", report);
  expect(await createCheckCache(folder).read("a", shape)).toEqual(report);
  expect(await createCheckCache(folder).read("b", shape)).toBeNull();
});

test("a folder that is not there holds nothing", async () => {
  await rm(folder, { recursive: true });
  const cache = createCheckCache(folder);
  expect(await cache.read("a", shape)).toBeNull();
  await cache.prune(new Set());
  await cache.write("a", report);
  expect(await cache.read("a", shape)).toEqual(report);
});

test("a folder that cannot be made keeps nothing, and nothing breaks", async () => {
  await writeFile(path.join(folder, "file"), "");
  const cache = createCheckCache(path.join(folder, "file"));
  await cache.write("a", report);
  expect(await cache.read("a", shape)).toBeNull();
});

test.each([
  ["cut", (text: string) => text.slice(0, -5)],
  ["empty", () => ""],
  ["with one digit changed", (text: string) => text.replace('"held":1', '"held":2')],
  ["of another shape", () => "{}"],
])("a report that is %s is none", async (_, damage) => {
  const cache = createCheckCache(folder);
  await cache.write("a", report);
  const file = path.join(folder, "a");
  await writeFile(file, damage(await readFile(file, "utf8")));
  expect(await cache.read("a", shape)).toBeNull();
});

test("a report in another's place is none", async () => {
  const cache = createCheckCache(folder);
  await cache.write("a", report);
  await copyFile(path.join(folder, "a"), path.join(folder, "b"));
  expect(await cache.read("b", shape)).toBeNull();
});

test("a folder in a report's place is no report, is not deleted, and nothing breaks", async () => {
  await mkdir(path.join(folder, "a", "inside"), { recursive: true });
  const cache = createCheckCache(folder, 0);
  expect(await cache.read("a", shape)).toBeNull();
  await cache.write("a", report);
  expect(await cache.read("a", shape)).toBeNull();
  await createCheckCache(folder, 0).prune(new Set());
  expect(await readdir(folder)).toEqual(["a"]);
});

test("a pipe in a report's place is not waited for", async () => {
  execFileSync("mkfifo", [path.join(folder, "a")]);
  expect(await createCheckCache(folder).read("a", shape)).toBeNull();
});

test("many who write at once leave whole reports and no other files", async () => {
  const caches = Array.from({ length: 20 }, () => createCheckCache(folder));
  await Promise.all(caches.map((cache) => cache.write("a", report)));
  expect(await readdir(folder)).toEqual(["a"]);
  expect(await createCheckCache(folder).read("a", shape)).toEqual(report);
});

test("the oldest that nobody uses are taken away", async () => {
  const old = createCheckCache(folder);
  for (const [index, name] of ["a", "b", "c", "d"].entries()) {
    await old.write(name, report);
    await utimes(path.join(folder, name), index, index);
  }
  const cache = createCheckCache(folder, 3);
  await cache.write("e", report);
  await cache.prune(new Set(["a", "e"]));
  expect((await readdir(folder)).sort()).toEqual(["a", "d", "e"]);
});

test("what is too long to be read again is not written", async () => {
  const cache = createCheckCache(folder);
  await cache.write("a", { held: 1, problems: ["m".repeat(64_000_000)] });
  expect(await readdir(folder)).toEqual([]);
});
