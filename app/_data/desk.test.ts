import { beforeEach, expect, test, vi } from "vitest";
import type { DeskArticle } from "#lib/desk/desk-article";
import type { DeskRange } from "#lib/desk/desk-range";

const { getSite, desk } = vi.hoisted(() => ({
  getSite: vi.fn<() => Promise<unknown>>(),
  desk: vi.fn<(range: DeskRange) => Promise<readonly DeskArticle[]>>(),
}));
const days = Array.from({ length: 20 }, (_, at) => `20${String(at + 10)}-06-18`);
vi.mock("server-only", () => ({}));
vi.mock("./site.ts", () => ({ getSite }));
vi.mock("./store.ts", () => ({ store: () => ({}) }));
vi.mock("#lib/store/vintage-rows", () => ({
  listReleases: () => Promise.resolve([{ vintages: days.map((date) => ({ date })) }]),
}));

beforeEach(() => {
  vi.resetModules();
  globalThis.tickmarkAllowances = undefined;
  desk.mockReset().mockResolvedValue([]);
  getSite.mockReset().mockResolvedValue({ holds: "a", desk });
});

async function load() {
  const { getDesk } = await import("./desk.ts");
  return getDesk;
}

test("what was made is made once, whoever asks", async () => {
  const getDesk = await load();
  for (const asker of ["a", "b"]) {
    await getDesk({}, asker);
    const found = await getDesk({ from: "2010-06-18", to: "2011-06-18" }, asker);
    expect(found).toMatchObject({ range: { from: "2010-06-18" }, refused: null });
  }
  expect(desk).toHaveBeenCalledTimes(2);
});

test("who asks for one pair after another has to wait; the newest and what is at hand are free", async () => {
  const getDesk = await load();
  const ask = (to: string | undefined, asker: string) =>
    getDesk({ from: "2010-06-18", to }, asker).then((found) => found?.refused ?? null);
  for (const to of days.slice(1, 9)) expect(await ask(to, "a")).toBeNull();
  expect(await ask(days[10], "a")).toMatch(/many vintages .* Try again in \d+ seconds/);
  expect(await ask(days[8], "a")).toBeNull();
  expect(await getDesk({}, "a")).toMatchObject({ refused: null });
  expect(await ask(days[10], "b")).toBeNull();
});

test("of a crowd few wait, and who is sent away is shown the newest", async () => {
  const getDesk = await load();
  await getDesk({}, "z");
  desk.mockReturnValue(new Promise(() => undefined));
  const told: unknown[] = [];
  for (const to of days.slice(1, 7)) {
    void getDesk({ to }, to).then((found) => told.push(found?.refused));
  }
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(new Set(told)).toEqual(
    new Set(["Too many ask for other vintages just now. Try again in some seconds"]),
  );
  expect(await getDesk({}, "z")).toMatchObject({ refused: null });
});

test("who asks for many pairs at once leaves others their place", async () => {
  const getDesk = await load();
  await getDesk({}, "z");
  let go: (articles: readonly DeskArticle[]) => void = () => undefined;
  desk.mockReturnValue(new Promise((resolve) => (go = resolve)));
  const mine = days.slice(1, 7).map((to) => getDesk({ to }, "a"));
  const others = ["b", "c"].map((asker, at) => getDesk({ to: days[at + 10] }, asker));
  await vi.waitFor(() => expect(desk).toHaveBeenCalledTimes(2));
  go([]);
  expect((await Promise.all(others)).map((found) => found?.refused)).toEqual([null, null]);
  const refused = (await Promise.all(mine)).filter((found) => found?.refused !== null);
  expect(refused).toHaveLength(3);
});

test("what cannot be read is refused, and costs nothing", async () => {
  const getDesk = await load();
  for (const [asked, message] of [
    [{ from: ["2010-06-18", "2011-06-18"] }, "once in the address"],
    [{ to: "2".repeat(41) }, "found 41 characters"],
    [{ to: "2009-06-18" }, "No release held has a vintage of 2009-06-18"],
  ] as const) {
    const found = await getDesk(asked, "a");
    expect(found?.refused).toContain(message);
  }
  expect(desk).toHaveBeenCalledTimes(1);
});

test("a store that is down is no answer, and a line in the log", async () => {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const getDesk = await load();
  getSite.mockRejectedValueOnce(new Error("connect ECONNREFUSED"));
  expect(await getDesk({}, "a")).toBeNull();
  expect(write.mock.lastCall?.[0]).toContain("ECONNREFUSED");
  desk.mockRejectedValueOnce(new Error("no figures"));
  expect(await getDesk({}, "a")).toBeNull();
  expect(await getDesk({}, "a")).toMatchObject({ refused: null });
  write.mockRestore();
});
