import { mkdtemp, readdir, readFile, rm, symlink, lstat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { articleWith } from "#lib/articles/example-article";
import { exampleFigure } from "#lib/marks/example-figure";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate } from "#lib/series/observation";
import { readTextToRead } from "./suggest-text.ts";
import { writeIntoFile } from "./suggest-write.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suggest-"));
});
afterAll(() => rm(folder, { recursive: true }));

const date = "2026-06-18";
if (!isVintageDate(date)) throw new TypeError(date);
const key = "mfh.holdings.japan";
const reader = createMemoryReader({
  series: [exampleSeries(key)],
  vintages: [{ release: "mfh", date, figures: { [key]: { "2025-12": "1185.5" } } }],
});

const figure = "$1,185.5 billion";
const claim = `<Claim of="at(${key}, 2025-12)">${figure}</Claim>`;
const source = `\ufeff${articleWith(`It held ${figure} then.`)}`;

/** Writes into a file that holds `found` what was proposed for `text`. */
async function write(name: string, text: string, found = text) {
  const file = path.join(folder, name);
  await writeFile(file, found);
  const read = readTextToRead({ file, text });
  if (read.article === null) throw new Error("Expected an article");
  const part = read.parts.find((one) => one.text.includes(figure));
  if (part === undefined) throw new Error("Expected the figure");
  const start = part.start + part.text.indexOf(figure);
  const span = { start, end: start + figure.length };
  const figures = [exampleFigure("", span, [`at(${key}, 2025-12)`])];
  const gate = { reader, nouns: null, heldVintages: await reader.vintages("mfh") };
  return {
    file,
    place: read.placeOf(start),
    result: await writeIntoFile({ file, text }, read.article.draft, figures, gate),
  };
}

test("all but the mark stays as it was, a byte order mark and the lines' ends too", async () => {
  const text = source.replaceAll("\n", "\r\n");
  const { file, place } = await write("a.mdx", text);
  expect(text.slice(place, place + figure.length)).toBe(figure);
  expect(await readFile(file, "utf8")).toBe(text.replace(figure, claim));
  expect(await readdir(folder)).toEqual(["a.mdx"]);
});

test("a file that was changed meanwhile is refused, and stays as it is", async () => {
  const changed = `${source}More.\n`;
  const { file, result } = await write("b.mdx", source, changed);
  expect(result).toMatch(/was changed while it was read\. Nothing was written/u);
  expect(await readFile(file, "utf8")).toBe(changed);
});

test("a link to a file stays a link", async () => {
  await writeFile(path.join(folder, "real.mdx"), source);
  await symlink(path.join(folder, "real.mdx"), path.join(folder, "link.mdx"));
  await write("link.mdx", source);
  expect((await lstat(path.join(folder, "link.mdx"))).isSymbolicLink()).toBe(true);
  expect(await readFile(path.join(folder, "real.mdx"), "utf8")).toContain(claim);
});
