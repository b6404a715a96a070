import {
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { allStamps, contentState } from "./content-state.ts";
import { loadNouns, nounsFile } from "./load-nouns.ts";

let folder: string;
const article = () => path.join(folder, "articles/one/index.mdx");
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "content-"));
  await mkdir(path.join(folder, "articles/one"), { recursive: true });
  await mkdir(path.join(folder, "charts"));
  await writeFile(article(), "text");
  return () => rm(folder, { recursive: true });
});

test("the mark changes with a file, and with a file that comes", async () => {
  const first = contentState(folder).mark;
  expect(first).toMatch(/^[0-9a-f]{16}$/);
  await writeFile(article(), "text, changed");
  const second = contentState(folder).mark;
  await writeFile(path.join(folder, "charts/one.yml"), "headline: x");
  const third = contentState(folder).mark;
  expect(new Set([first, second, third]).size).toBe(3);
});

test("the mark changes with the nouns, which are the project's own where the folder has none", async () => {
  const before = contentState(folder).mark;
  expect(nounsFile(folder)).toBe("content/nouns.yml");
  const own = path.join(folder, "nouns.yml");
  await copyFile("content/nouns.yml", own);
  expect(nounsFile(folder)).toBe(own);
  expect(contentState(folder).mark).toBe(before);
  await writeFile(own, "areas: []");
  expect(contentState(folder).mark).not.toBe(before);
});

test("the nouns of a folder are what its articles are held to", async () => {
  await writeFile(path.join(folder, "nouns.yml"), "no: nouns");
  const loaded = await loadNouns(folder);
  expect(loaded.ok ? [] : loaded.problems[0]?.at.file).toBe(path.join(folder, "nouns.yml"));
});

test("the mark stays when a file is only touched, or a signature is being written beside it", async () => {
  const first = contentState(folder).mark;
  await utimes(article(), new Date(0), new Date(0));
  await writeFile(path.join(folder, "articles/one/.index.mdx.signing"), "half");
  expect(contentState(folder).mark).toBe(first);
});

test("what is written to and undone leaves another stamp, whatever time its writer gives it", async () => {
  const shared = path.join(folder, "glossary.yml");
  await writeFile(shared, "[]");
  for (const file of [article(), shared]) {
    const then = new Date(0);
    await utimes(file, then, then);
    const before = contentState(folder);
    await new Promise((done) => setTimeout(done, 20));
    await writeFile(file, await readFile(file));
    await utimes(file, then, then);
    const after = contentState(folder);
    expect(after.mark).toBe(before.mark);
    expect(allStamps(after)).not.toBe(allStamps(before));
  }
});

test("the shared texts that pages show are at hand as they were, whatever the files hold since", async () => {
  await writeFile(path.join(folder, "charts/one.yml"), "headline: x");
  await writeFile(path.join(folder, "nouns.yml"), "areas: []");
  const { texts } = contentState(folder);
  await writeFile(path.join(folder, "charts/one.yml"), "headline: y");
  expect([...texts]).toEqual([["charts/one.yml", "headline: x"]]);
  expect(contentState(folder).texts.get("charts/one.yml")).toBe("headline: y");
});

test("of a picture beside an article only the name counts, and its megabytes are never read", async () => {
  const first = contentState(folder).mark;
  const picture = path.join(folder, "articles/one/harbor.png");
  await writeFile(picture, "some bytes");
  const second = contentState(folder).mark;
  await writeFile(picture, "other bytes");
  expect(second).not.toBe(first);
  expect(contentState(folder).mark).toBe(second);
});

test("two folders with the same files have one mark, and no folder has one too", async () => {
  const first = contentState(folder).mark;
  const other = await mkdtemp(path.join(os.tmpdir(), "content-"));
  await mkdir(path.join(other, "articles/one"), { recursive: true });
  await writeFile(path.join(other, "articles/one/index.mdx"), "text");
  expect(contentState(other).mark).toBe(first);
  await rm(other, { recursive: true });
  expect(contentState(other).mark).not.toBe(first);
});

test("it is the same content until a file changes", async () => {
  const first = contentState(folder);
  expect(contentState(folder)).toBe(first);
  await writeFile(path.join(folder, "articles/one/claims.lock"), "marks");
  const second = contentState(folder);
  expect(second.shared).toBe(first.shared);
  expect(second.articles.get("one")?.mark).not.toBe(first.articles.get("one")?.mark);
  await writeFile(path.join(folder, "glossary.yml"), "[]");
  expect(contentState(folder).shared).not.toBe(first.shared);
});

test("a link to an article is read as the article, and changes with it", async () => {
  const real = path.join(folder, "real.mdx");
  await writeFile(real, "---\npublished: 2026-11-30\n---\n");
  await rm(article());
  await symlink(real, article());
  const first = contentState(folder).articles.get("one");
  expect(first?.appears).toBe("2026-11-30T00:00:00.000Z");
  await writeFile(real, "---\npublished: 2026-11-30\ndraft: true\n---\n");
  const second = contentState(folder).articles.get("one");
  expect(second?.appears).toBeNull();
  expect(second?.mark).not.toBe(first?.mark);
});

test("a link that leads nowhere, to itself or to a folder is no article, and stops nothing", async () => {
  for (const target of [path.join(folder, "nowhere"), article(), folder]) {
    await rm(article());
    await symlink(target, article());
    expect(contentState(folder).articles.get("one")?.appears).toBe("");
  }
});

test("an empty folder is an article that is yet to be written", async () => {
  await mkdir(path.join(folder, "articles/two"));
  await writeFile(path.join(folder, "articles/two/.index.mdx.new"), "half");
  expect(contentState(folder).articles.get("two")?.appears).toBeNull();
});
