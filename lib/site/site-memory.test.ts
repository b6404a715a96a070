import { expect, test } from "vitest";
import { exampleReader } from "#lib/charts/example-charts";
import type { ArticleParts } from "./article-parts.ts";
import { SiteMemory } from "./site-memory.ts";

const never = () => Promise.reject(new Error("not asked"));
const parts = (): ArticleParts => ({
  ...{ checked: never, receipts: never, charts: never },
  ...{ page: never, now: never, ledger: never },
});
test("what was made over another store is forgotten with its reader, and so is what is no longer accepted", () => {
  const memory = new SiteMemory();
  memory.readerFor("one", exampleReader);
  const first = memory.partsOf("a", "name", parts);
  memory.readerFor("one", exampleReader);
  expect(memory.partsOf("a", "name", parts)).toBe(first);
  memory.readerFor("two", exampleReader);
  const second = memory.partsOf("a", "name", parts);
  expect(second).not.toBe(first);
  memory.keepOnly(new Set(["b"]));
  expect(memory.partsOf("a", "name", parts)).not.toBe(second);
});
