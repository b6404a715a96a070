import {
  chmod,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { writeWhole } from "#lib/articles/write-whole";
import { replaceFile } from "./replace-file.ts";

const saying = (text: string): unknown => expect.stringContaining(text);

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "replace-"));
  file = path.join(folder, "index.mdx");
  await writeFile(file, "before");
  return () => rm(folder, { recursive: true });
});

test("a file is replaced whole, with its rights, and nothing is left beside it", async () => {
  await chmod(file, 0o640);
  expect(await replaceFile(file, "before", "after")).toEqual({ ok: true });
  expect(await readFile(file, "utf8")).toBe("after");
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(["index.mdx"]);
});

test("what was changed meanwhile stays as it is", async () => {
  const replaced = await replaceFile(file, "seen", "after");
  expect(replaced).toMatchObject({
    ok: false,
    message: saying("changed meanwhile"),
  });
  expect(await readFile(file, "utf8")).toBe("before");
  expect(await readdir(folder)).toEqual(["index.mdx"]);
});

test("of many at once one wins, and the file is that of the winner", async () => {
  const names = Array.from({ length: 20 }, (_, at) => `after ${at}`);
  const all = await Promise.all(names.map((after) => replaceFile(file, "before", after)));
  const winners = names.filter((_, at) => all[at]?.ok);
  expect(winners).toHaveLength(1);
  expect(await readFile(file, "utf8")).toBe(winners[0]);
});

test("a writer that died does not keep the others out for good", async () => {
  const beside = path.join(folder, ".index.mdx.signing");
  await writeFile(beside, "half");
  expect(await replaceFile(file, "before", "after")).toMatchObject({ ok: false });
  const old = new Date(Date.now() - 120_000);
  await utimes(beside, old, old);
  expect(await replaceFile(file, "before", "after")).toEqual({ ok: true });
});

test("a link to a file stays a link", async () => {
  const link = path.join(folder, "link.mdx");
  await symlink(file, link);
  expect(await replaceFile(link, "before", "after")).toEqual({ ok: true });
  expect(await readFile(file, "utf8")).toBe("after");
});

test("of two who find what a dead writer left, one wins, and keeps what was written", async () => {
  const beside = path.join(folder, ".index.mdx.signing");
  const old = new Date(Date.now() - 120_000);
  for (let round = 0; round < 100; round++) {
    await writeFile(file, "before");
    await writeFile(beside, "half");
    await utimes(beside, old, old);
    const names = ["one", "other"];
    const all = await Promise.all(names.map((after) => replaceFile(file, "before", after)));
    const winners = names.filter((_, at) => all[at]?.ok);
    expect(winners).toHaveLength(1);
    expect(await readFile(file, "utf8")).toBe(winners[0]);
    expect(await readdir(folder)).toEqual(["index.mdx"]);
  }
});

test("a writer that was held up for so long that another took over writes nothing", async () => {
  const beside = path.join(folder, ".index.mdx.signing");
  const slow = replaceFile(file, "before", "a".repeat(50_000_000));
  await vi.waitFor(() => stat(beside), { interval: 1 });
  await rm(beside);
  await writeFile(beside, "another’s");
  expect(await slow).toMatchObject({ ok: false, message: saying("taken over") });
  expect(await readFile(file, "utf8")).toBe("before");
  expect(await readFile(beside, "utf8")).toBe("another’s");
});

test("one who died while taking over is named, so that a person can clear it away", async () => {
  const beside = path.join(folder, ".index.mdx.signing");
  const old = new Date(Date.now() - 120_000);
  for (const left of [beside, `${beside}.taking`]) {
    await writeFile(left, "");
    await utimes(left, old, old);
  }
  expect(await replaceFile(file, "before", "after")).toMatchObject({
    ok: false,
    message: saying("remove .index.mdx.signing.taking"),
  });
});

test("what belongs to the change is done by who makes it, and by nobody else", async () => {
  const done: string[] = [];
  const by = (name: string) => () => {
    done.push(name);
    return Promise.resolve(() => Promise.resolve());
  };
  const both = await Promise.all([
    replaceFile(file, "before", "one", by("one")),
    replaceFile(file, "before", "two", by("two")),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(done).toEqual([await readFile(file, "utf8")]);
});

test("when something cannot be written, it is said what, and the file stays", async () => {
  const within = async () => {
    await writeWhole(path.join(folder, "none/claims.lock"), "marks");
    return () => Promise.resolve();
  };
  expect(await replaceFile(file, "before", "after", within)).toMatchObject({
    ok: false,
    why: saying("claims.lock could not be written: ENOENT"),
  });
  expect(await readFile(file, "utf8")).toBe("before");
  expect(await readdir(folder)).toEqual(["index.mdx"]);
});

test("when the file cannot be replaced at last, what was done for it is undone", async () => {
  const lock = path.join(folder, "claims.lock");
  const within = async () => {
    await writeWhole(lock, "a line more");
    // No file takes the place of a folder.
    await rm(file);
    await mkdir(file);
    return () => rm(lock);
  };
  expect(await replaceFile(file, "before", "after", within)).toMatchObject({ ok: false });
  expect(await readdir(folder)).toEqual(["index.mdx"]);
});
