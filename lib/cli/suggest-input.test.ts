import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mostBytes, readGivenText } from "./suggest-input.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suggest-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function given(content: string | Uint8Array) {
  const file = path.join(folder, "text.txt");
  await writeFile(file, content);
  return readGivenText(file, {});
}

test("a text is read as it is, its byte order mark included", async () => {
  const text = "\ufeffIt rose by $5 billion.\r\n";
  expect(await given(text)).toEqual({ file: path.join(folder, "text.txt"), text });
});

test("an empty file is a text without figures", async () => {
  expect(await given("")).toMatchObject({ text: "" });
});

test.each([
  [
    "bytes of no text",
    Uint8Array.of(0x89, 0x50, 0, 1),
    /expected text in UTF-8, and it holds a NUL byte/u,
  ],
  ["Latin-1", Uint8Array.of(0x24, 0xe9), /expected text in UTF-8, and it is not UTF-8/u],
  ["more than is read", "a".repeat(mostBytes + 1), /1000001 bytes; at most 1000000 are read/u],
])("%s is refused in words", async (_, content, expected) => {
  expect(await given(content)).toMatch(expected);
});

test("a folder, a device and a file that is not there are refused in words", async () => {
  expect(await readGivenText(folder, {})).toMatch(/is a folder: give a file in it$/u);
  expect(await readGivenText("/dev/zero", {})).toMatch(/is no file/u);
  expect(await readGivenText(path.join(folder, "none"), {})).toMatch(/there is no such file/u);
});

test("a dash is standard input", async () => {
  const readInput = () => Promise.resolve("It rose.");
  expect(await readGivenText("-", { readInput })).toEqual({ file: "<stdin>", text: "It rose." });
  const tooMuch = () => Promise.resolve("a".repeat(mostBytes + 1));
  expect(await readGivenText("-", { readInput: tooMuch })).toMatch(/^standard input: 1000001/u);
});
