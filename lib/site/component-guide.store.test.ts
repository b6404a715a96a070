import { mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { componentRules } from "#lib/articles/component-rules";
import { formatProblem } from "#lib/series/problem";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import { openComponentGuide } from "./component-guide.ts";

let store: TestStore;
beforeAll(async () => {
  store = await createSeededTestStore();
}, 60_000);
afterAll(() => store.close());

test("every example of a component passes the gate, and is shown live but the dek", async () => {
  const { entries, page, problems } = await openComponentGuide(store);
  expect(problems.map(formatProblem)).toEqual([]);
  const names = Object.keys(componentRules);
  expect(entries.map(({ name }) => name)).toEqual(names);
  expect(page?.contents.map(({ text }) => text)).toEqual(names.filter((name) => name !== "Dek"));
  expect(Object.values(page?.receipts ?? {}).map(({ path }) => path)).toContain(
    "/data/mfh.holdings.japan",
  );
}, 60_000);

test("without the charts of the examples they are shown as text", async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), "guide-"));
  await mkdir(path.join(folder, "charts"));
  const { entries, page, problems } = await openComponentGuide(store, folder);
  await rm(folder, { recursive: true });
  expect([entries.length, page]).toEqual([Object.keys(componentRules).length, null]);
  expect(problems).not.toEqual([]);
}, 60_000);
