import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { giveName, removeLeftOver, unfinishedName } from "./unfinished.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "unfinished-"));
  file = path.join(folder, "a.sql.gz");
});
afterEach(() => rm(folder, { recursive: true }));

const withoutLinks = () =>
  Promise.reject(Object.assign(new Error("EPERM: not permitted"), { code: "EPERM" }));

test.each([
  ["with links", undefined],
  ["without links", withoutLinks],
])("a name that another took meanwhile is left to it, %s", async (_, byLink) => {
  const unfinished = unfinishedName(file);
  await writeFile(unfinished, "whole");
  await writeFile(file, "another");
  expect(await giveName(unfinished, file, byLink)).toBe(false);
  expect(await readFile(file, "utf8")).toBe("another");
  await rm(file);
  expect(await giveName(unfinished, file, byLink)).toBe(true);
  expect(await readdir(folder)).toEqual(["a.sql.gz"]);
  expect(await readFile(file, "utf8")).toBe("whole");
});

test("what cannot be had for another reason is thrown, and the name stays free", async () => {
  await expect(giveName(unfinishedName(file), file)).rejects.toThrow("ENOENT");
  await expect(giveName(unfinishedName(file), file, withoutLinks)).rejects.toThrow("ENOENT");
  expect(await readdir(folder)).toEqual([]);
});

test("what a dead process left is taken away; what a living one writes, or another machine, is not", async () => {
  const { pid: dead } = spawnSync("true");
  const host = os.hostname();
  const stays = [
    path.basename(unfinishedName(file)),
    "a.sql.gz",
    "b.sql.gz.unfinished-else.where-7-0123abcd",
    "notes.unfinished-yet",
  ];
  const goes = [
    `a.sql.gz.unfinished-${host}-${dead}-0123abcd`,
    `b.sql.unfinished-else.where-7-4567abcd`,
  ];
  for (const name of [...stays, ...goes]) await writeFile(path.join(folder, name), "");
  const before = new Date(Date.now() - 90_000_000);
  for (const name of ["a.sql.gz", "notes.unfinished-yet", goes[1] ?? ""])
    await utimes(path.join(folder, name), before, before);
  await removeLeftOver(folder);
  expect((await readdir(folder)).sort()).toEqual(stays.sort());
  await removeLeftOver(path.join(folder, "nowhere"));
});
