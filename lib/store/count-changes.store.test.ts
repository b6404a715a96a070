import { afterAll, beforeAll, expect, test } from "vitest";
import { appendVintage } from "./append-vintage.ts";
import { exampleVintage } from "./example-vintage.ts";
import { countChanges } from "./revision-rows.ts";
import type { Store } from "./store.ts";
import { createTestStore, type TestStore } from "./test-store.ts";

const japan = "mfh.holdings.japan";

let store: TestStore;
beforeAll(async () => {
  store = await createTestStore();
});
afterAll(() => store.close());

test("of a single vintage everything is new, and no observation is read to say so", async () => {
  const first = exampleVintage("2026-02-18", {
    [japan]: { "2025-11": "n.a.", "2025-12": "1185.5" },
  });
  expect(await appendVintage(store, first)).toMatchObject({ outcome: "appended" });
  const asked: string[] = [];
  const pool = new Proxy(store.pool, {
    get: (target, name) => {
      asked.push(String(name));
      return name === "query" ? target.query.bind(target) : undefined;
    },
  });
  const prisma = new Proxy(store.prisma, {
    get: (_, name) => {
      throw new Error(`prisma.${String(name)} is asked`);
    },
  });
  const watched: Store = { ...store, pool, prisma };
  const changes = await countChanges(watched, "mfh");
  expect(changes).toEqual([{ date: "2026-02-18", added: 2, revised: 0, withdrawn: 0 }]);
  expect(asked).toEqual(["query"]);
  const second = exampleVintage("2026-03-18", {
    [japan]: { "2025-11": "n.a.", "2025-12": "1185" },
  });
  expect(await appendVintage(store, second)).toMatchObject({ outcome: "appended" });
  await expect(countChanges(watched, "mfh")).rejects.toThrow("prisma.$queryRaw is asked");
  expect(await countChanges(store, "mfh")).toMatchObject([{ added: 2 }, { added: 0, revised: 1 }]);
});
