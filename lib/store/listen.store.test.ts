import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { appendVintage } from "./append-vintage.ts";
import { writeCatalogue } from "./catalogue-rows.ts";
import { startCountingProxy, type CountingProxy } from "./counting-proxy.ts";
import { exampleVintage } from "./example-vintage.ts";
import { listenForChanges } from "./listen.ts";
import { createTestStore, type TestStore } from "./test-store.ts";
import { inTransaction } from "./transaction.ts";

const japan = "mfh.holdings.japan";
const first = exampleVintage("2026-02-18", { [japan]: { "2025-12": "1185.5" } });
const second = exampleVintage(
  "2026-03-18",
  { [japan]: { "2025-12": "1186.5", "2026-01": "1190.0" } },
  { bytes: "another file" },
);

let store: TestStore;
let proxy: CountingProxy;
let listening: ReturnType<typeof listenForChanges>;
const told = vi.fn();
const lost = vi.fn();

beforeAll(async () => {
  store = await createTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  told.mockReset();
  lost.mockReset();
  proxy = await startCountingProxy(store.databaseUrl, {});
  listening = listenForChanges(proxy.databaseUrl, { told, lost });
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
});
afterEach(async () => {
  await listening.stop();
  await proxy.close();
});

test("a listener hears of a vintage when it is there to be read, and of a catalogue that is mended", async () => {
  const seen: Promise<number>[] = [];
  told.mockImplementation(() => seen.push(store.prisma.vintage.count()));
  expect(await appendVintage(store, first)).toMatchObject({ outcome: "appended" });
  await vi.waitFor(() => expect(seen.length).toBeGreaterThan(0));
  expect(await Promise.all(seen)).toEqual(seen.map(() => 1));
  const before = told.mock.calls.length;
  const release = { ...first.release, title: "Major holders" };
  await inTransaction(store, (tx) => writeCatalogue(tx, { ...first, release }));
  await vi.waitFor(() => expect(told.mock.calls.length).toBeGreaterThan(before));
});

test("a listener that was cut off listens again, and asks what it has missed", async () => {
  proxy.cut();
  await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(2), { timeout: 3_000 });
  await appendVintage(store, second);
  await vi.waitFor(() => expect(told.mock.calls.length).toBeGreaterThan(2));
});

test("a listener that is stopped ends, and hears nothing more", async () => {
  await listening.stop();
  expect(lost).not.toHaveBeenCalled();
  const { rowCount } = await vi.waitFor(async () => {
    const found = await store.pool.query(
      "SELECT FROM pg_stat_activity WHERE application_name = 'tickmark listener'",
    );
    expect(found.rowCount).toBe(0);
    return found;
  });
  expect(rowCount).toBe(0);
});
