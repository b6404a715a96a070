import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadWords } from "./load-words.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "words-"));
  await mkdir(path.join(folder, "charts"));
});
afterEach(() => rm(folder, { recursive: true }));

const names = ["glossary.yml", "topics.yml", "dictionary.yml", "nouns.yml"];

async function problems(): Promise<string[]> {
  const found = (await loadWords(folder)).problems;
  return found.map(({ kind, message, at }) => `${path.basename(at.file)} ${kind}: ${message}`);
}

test.each(names)("a folder in the place of %s is told in plain words", async (name) => {
  await mkdir(path.join(folder, name));
  expect(await problems()).toEqual([
    `${name} no-file: a folder stands where a file of words is expected`,
  ]);
});

test.skipIf(process.platform === "win32").each(names)(
  "nobody waits for what a pipe in the place of %s says",
  async (name) => {
    execFileSync("mkfifo", [path.join(folder, name)]);
    expect(await problems()).toEqual([
      `${name} no-file: something that is no file stands where a file of words is expected`,
    ]);
  },
);

test("a folder without files of words goes by those of the project", async () => {
  expect(await problems()).toEqual([]);
});
