import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import { runTickmark } from "./tickmark.ts";

let store: TestStore;
let content: string;
beforeAll(async () => {
  store = await createSeededTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  content = await mkdtemp(path.join(os.tmpdir(), "content-"));
  await mkdir(path.join(content, "articles/one"), { recursive: true });
  await mkdir(path.join(content, "charts"));
  return () => rm(content, { recursive: true });
});

/** An article of one sentence, its marks recorded, checked with its data changed. */
async function check(sentence: string) {
  const source = `---\nid: one\nbyline: Desk\ntopic: Capital\npublished: 2026-11-22\nupdated: 2026-11-22\nasOf: 2026-06-18\n---\n\n# A headline\n\n<Dek>A dek.</Dek>\n\n${sentence}\n`;
  await writeFile(path.join(content, "articles/one/index.mdx"), source);
  await tickmark("lock", "one", "--content", content);
  return tickmark("check", "--mutate", "--content", content);
}

async function tickmark(...args: string[]) {
  let out = "";
  let err = "";
  const status = await runTickmark(args, {
    databaseUrl: store.databaseUrl,
    print: (text) => (out += text),
    printError: (text) => (err += text),
  });
  return { status, out, err };
}

test("a claim that other data would make false passes", async () => {
  const { status, out, err } = await check(
    'At the end of December 2025 residents of Japan held <Claim of="at(mfh.holdings.japan, 2025-12)">$1,185.5 billion</Claim> of Treasuries.',
  );
  expect(err).toBe("");
  expect(out).toContain("one: 1 of 1 claims are broken by a change of their data");
  expect(status).toBe(0);
});

test("a claim that no data would make false is a problem with its place", async () => {
  const { status, out, err } = await check(
    'In December 2025 Japan was <Claim holds="rank(mfh.holdings.japan, 2025-12) >= 1">among the holders</Claim> of Treasuries.',
  );
  expect(err).toContain('index.mdx:14:28 vacuous: "among the holders" says nothing');
  expect(out).toContain("one: 0 of 1 claims are broken");
  expect(status).toBe(1);
});
