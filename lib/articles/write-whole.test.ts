import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { Unwritable, writeWhole } from "./write-whole.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "whole-"));
  return () => rm(folder, { recursive: true });
});

test("a file is written, and written over, and nothing is left beside it", async () => {
  const file = path.join(folder, "claims.lock");
  await writeWhole(file, "one");
  await writeWhole(file, "two");
  expect(await readFile(file, "utf8")).toBe("two");
  expect(await readdir(folder)).toEqual(["claims.lock"]);
});

test("a file that cannot be written is named, and nothing is left beside it", async () => {
  const file = path.join(folder, "claims.lock");
  await mkdir(file);
  await writeFile(path.join(file, "x"), "");
  const written = writeWhole(file, "one");
  await expect(written).rejects.toThrow(Unwritable);
  await expect(written).rejects.toThrow(`${file} could not be written: E`);
  expect(await readdir(folder)).toEqual(["claims.lock"]);
});
