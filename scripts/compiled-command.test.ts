import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { compiledCommand } from "./compiled-command.mjs";

let root: string;
const prepare = vi.fn(() => Promise.resolve());
beforeEach(async () => {
  prepare.mockClear();
  root = await mkdtemp(path.join(os.tmpdir(), "compiled-"));
  await mkdir(path.join(root, "lib"));
  await mkdir(path.join(root, "scripts"));
  await writeFile(
    path.join(root, "package.json"),
    JSON.stringify({ type: "module", imports: { "#lib/*": "./lib/*.ts" } }),
  );
  await write("scripts/tickmark.ts", 'export const { said, where } = await import("#lib/say");');
  await say("one");
});
afterEach(() => rm(root, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await writeFile(path.join(root, file), text);
}

async function say(word: string): Promise<void> {
  await write("lib/say.ts", `export const said: string = "${word}", where = import.meta.url;`);
}

async function compile() {
  const entry = await compiledCommand(root, prepare);
  if (entry === null) throw new Error("nothing could be written");
  const made: unknown = await import(pathToFileURL(entry).href);
  return { entry, ...z.object({ said: z.string(), where: z.string() }).parse(made) };
}

test("the command is compiled once, until its code changes", async () => {
  const first = await compile();
  expect(first.said).toBe("one");
  expect(await compile()).toEqual(first);
  await write("lib/say.test.ts", "no part of it");
  expect(await compile()).toEqual(first);
  expect(prepare).toHaveBeenCalledTimes(1);
  await say("two");
  expect((await compile()).said).toBe("two");
  expect(prepare).toHaveBeenCalledTimes(2);
});

test("a file is told where it stands in the project", async () => {
  expect((await compile()).where).toBe(pathToFileURL(path.join(root, "lib/say.ts")).href);
});

test("commands that begin at once compile the same", async () => {
  const all = await Promise.all([compile(), compile(), compile()]);
  expect(new Set(all.map(({ entry }) => entry)).size).toBe(1);
  expect(await readdir(path.join(root, ".tickmark/command"))).toHaveLength(1);
});

test("what was compiled of older code goes after a week", async () => {
  const { entry } = await compile();
  const old = new Date(Date.now() - 8 * 24 * 3_600_000);
  await utimes(path.dirname(entry), old, old);
  await say("two");
  await compile();
  expect(await readdir(path.join(root, ".tickmark/command"))).toHaveLength(1);
});

test("where nothing can be written there is none", async () => {
  await write(".tickmark", "a file in the way");
  expect(await compiledCommand(root, prepare)).toBeNull();
});
