import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { appendVintage } from "#lib/store/append-vintage";
import { startCountingProxy, type CountingProxy } from "#lib/store/counting-proxy";
import { exampleVintage } from "#lib/store/example-vintage";
import { createTestStore, type TestStore } from "#lib/store/test-store";

vi.mock("server-only", () => ({}));
vi.mock("./accepted-content.ts", () => ({
  acceptedContent: () => ({ content: null, isInFolder: true }),
  contentChecked: () => Promise.resolve(),
}));
vi.mock("./report-outage.ts", () => ({ reportOutage: () => undefined }));

const japan = "mfh.holdings.japan";
const first = exampleVintage("2026-02-18", { [japan]: { "2025-12": "1185.5" } });
const second = exampleVintage("2026-03-18", { [japan]: { "2025-12": "1186.5" } }, { bytes: "b" });

let primary: TestStore;
let proxy: CountingProxy;
/** What the way to the replica does before it passes something on. */
let before: () => Promise<void>;

beforeAll(async () => {
  primary = await createTestStore();
  await appendVintage(primary, first);
});
afterAll(() => primary.close());
beforeEach(async () => {
  vi.resetModules();
  globalThis.tickmarkReading = undefined;
  globalThis.tickmarkQuestion = undefined;
  before = () => Promise.resolve();
  proxy = await startCountingProxy(primary.databaseUrl, { before: () => before() });
  vi.stubEnv("DATABASE_URL", primary.databaseUrl);
  vi.stubEnv("READ_DATABASE_URL", proxy.databaseUrl);
});
afterEach(async () => {
  // First, or what was asked of a silent replica would be waited for.
  await proxy.close();
  await globalThis.tickmarkReading?.store.close();
  vi.unstubAllEnvs();
});

/** Japan's December as it is now, read as an action reads it. */
async function open() {
  const { reader, readPlace } = await import("./store.ts");
  const { currentHolds, newestSeen } = await import("./current-holds.ts");
  const { readAgain } = await import("./read-again.ts");
  const read = async () => {
    await currentHolds();
    const cells = await readAgain(() => reader().read([japan], second.date));
    return cells.get(japan)?.[0]?.value;
  };
  return { read, readPlace, newestSeen };
}

test("the replica is read, and the primary has no connection of ours", async () => {
  const { read, readPlace } = await open();
  const pieces = proxy.pieces();
  expect(await read()).toBe("1185.5");
  expect(readPlace()).toBe("replica");
  expect(proxy.pieces()).toBeGreaterThan(pieces);
  expect(globalThis.tickmarkReading?.opened.primary).toBeUndefined();
});

test("whoever reads while a replica ends is answered by the primary, each of many at once", async () => {
  const { read, readPlace } = await open();
  await read();
  before = () => {
    proxy.cut();
    return Promise.resolve();
  };
  const all = await Promise.all(Array.from({ length: 20 }, read));
  expect(new Set(all)).toEqual(new Set(["1185.5"]));
  expect(readPlace()).toBe("primary");
});

test("whoever reads while a replica falls silent is answered by the primary in seconds", async () => {
  const { read, readPlace } = await open();
  await read();
  before = () => new Promise(() => undefined);
  const began = performance.now();
  const all = await Promise.all(Array.from({ length: 20 }, read));
  expect(new Set(all)).toEqual(new Set(["1185.5"]));
  expect(readPlace()).toBe("primary");
  expect(performance.now() - began).toBeLessThan(8_000);
});

test("a vintage is read as soon as word of it has come, and is the newest seen though all places go", async () => {
  const { read, newestSeen } = await open();
  const { askAgain } = await import("./kept-question.ts");
  expect(await read()).toBe("1185.5");
  await appendVintage(primary, second);
  askAgain();
  expect(await read()).toBe("1186.5");
  expect(newestSeen()).toBe("2026-03-18");
});
