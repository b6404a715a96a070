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
import { createCheckCache, type ArticleReport } from "./check-cache.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "checked-"));
  return () => rm(folder, { recursive: true, force: true });
});

const report: ArticleReport = {
  counts: {
    named: { id: "one", at: { file: "a.mdx", line: 2, column: 5 } },
    told: [
      {
        ...{ field: "updated", text: "2026-11-25", day: "2026-11-25", instant: null },
        at: { file: "a.mdx", line: 4, column: 10 },
      },
    ],
    linked: {
      slug: "one",
      anchors: ["why"],
      links: [{ slug: "two", anchor: null, at: { file: "a.mdx", line: 9, column: 1 } }],
    },
    former: [{ name: "a", at: { file: "a.mdx", line: 3, column: 5 } }],
    asOf: "2026-06-18",
    claims: 2,
    held: 1,
    quoted: 0,
    exempt: 0,
  },
  isDraft: false,
  problems: [
    { kind: "k", message: "“m”\nn", at: { file: "a.mdx", line: 1, column: 2 }, fix: "mend it" },
    { kind: "k", message: "m", at: { file: "a.mdx", line: 3, column: 1 } },
  ],
};

test("what was written is read again, by another too", async () => {
  await createCheckCache(folder).write("a", report);
  expect(await createCheckCache(folder).read("a")).toEqual(report);
  expect(await createCheckCache(folder).read("b")).toBeNull();
});

test("a folder that is not there holds nothing", async () => {
  await rm(folder, { recursive: true });
  const cache = createCheckCache(folder);
  expect(await cache.read("a")).toBeNull();
  await cache.prune();
  await cache.write("a", report);
  expect(await cache.read("a")).toEqual(report);
});

test("a folder that cannot be made keeps nothing, and nothing breaks", async () => {
  await writeFile(path.join(folder, "file"), "");
  const cache = createCheckCache(path.join(folder, "file"));
  await cache.write("a", report);
  expect(await cache.read("a")).toBeNull();
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
  expect(await cache.read("a")).toBeNull();
});

test("a report in another's place is none", async () => {
  const cache = createCheckCache(folder);
  await cache.write("a", report);
  await copyFile(path.join(folder, "a"), path.join(folder, "b"));
  expect(await cache.read("b")).toBeNull();
});

test("a folder in a report's place is no report, is not deleted, and nothing breaks", async () => {
  await mkdir(path.join(folder, "a", "inside"), { recursive: true });
  const cache = createCheckCache(folder, 0);
  expect(await cache.read("a")).toBeNull();
  await cache.write("a", report);
  expect(await cache.read("a")).toBeNull();
  await createCheckCache(folder, 0).prune();
  expect(await readdir(folder)).toEqual(["a"]);
});

test("a pipe in a report's place is not waited for", async () => {
  execFileSync("mkfifo", [path.join(folder, "a")]);
  expect(await createCheckCache(folder).read("a")).toBeNull();
});

test("many who write at once leave whole reports and no other files", async () => {
  const caches = Array.from({ length: 20 }, () => createCheckCache(folder));
  await Promise.all(caches.map((cache) => cache.write("a", report)));
  expect(await readdir(folder)).toEqual(["a"]);
  expect(await createCheckCache(folder).read("a")).toEqual(report);
});

test("the oldest that nobody used are taken away", async () => {
  const old = createCheckCache(folder);
  for (const [index, name] of ["a", "b", "c", "d"].entries()) {
    await old.write(name, report);
    await utimes(path.join(folder, name), index, index);
  }
  const cache = createCheckCache(folder, 3);
  await cache.read("a");
  await cache.write("e", report);
  await cache.prune();
  expect((await readdir(folder)).sort()).toEqual(["a", "d", "e"]);
});
