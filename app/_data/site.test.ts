import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Refusal } from "#lib/site/content-refused";

const { openSite, shownHolds, waitForHolds, refuseContent, reportOutage } = vi.hoisted(() => ({
  openSite: vi.fn<() => Promise<object>>(),
  shownHolds: vi.fn<() => Promise<string>>(),
  waitForHolds: vi.fn<() => Promise<string>>(),
  refuseContent: vi.fn<(refusal: Refusal) => void>(),
  reportOutage: vi.fn<() => void>(),
}));
vi.mock("server-only", () => ({}));
vi.mock("react", () => ({ cache: <T>(make: T) => make }));
vi.mock("#lib/site/site", () => ({ openSite }));
vi.mock("./accepted-content.ts", () => ({ refuseContent, siteMemory: {} }));
vi.mock("./current-holds.ts", () => ({ shownHolds, waitForHolds }));
vi.mock("./report-outage.ts", () => ({ reportOutage }));
vi.mock("./store.ts", () => ({ store: () => ({}) }));

const refusal = { held: "v2", content: "broken", shown: "s", problems: [] };
const [first, second] = [{ holds: "one" }, { holds: "two" }];

beforeEach(() => {
  vi.resetModules();
  globalThis.tickmarkSite = undefined;
  vi.stubEnv("NODE_ENV", "production");
  for (const one of [openSite, shownHolds, waitForHolds, refuseContent, reportOutage]) {
    one.mockReset();
  }
  waitForHolds.mockResolvedValue("one");
  openSite.mockResolvedValueOnce(first);
});
afterEach(() => vi.unstubAllEnvs());

async function refused() {
  const { ContentRefused } = await import("#lib/site/content-refused");
  return new ContentRefused(refusal);
}

async function opened() {
  const { getSite } = await import("./site.ts");
  expect(await getSite()).toBe(first);
  openSite.mockClear();
  return getSite;
}

test("a new vintage is another site, opened once for all who ask", async () => {
  const getSite = await opened();
  shownHolds.mockResolvedValue("two");
  openSite.mockResolvedValueOnce(second);
  expect(await Promise.all([getSite(), getSite()])).toEqual([second, second]);
  expect(openSite).toHaveBeenCalledOnce();
});

test("a new vintage with content that the gate refuses leaves readers the last site, and the gate in peace", async () => {
  const getSite = await opened();
  shownHolds.mockRejectedValue(new Error("The content in the folder has not passed the gate"));
  expect(await getSite()).toBe(first);
  expect(await getSite()).toBe(first);
  expect(openSite).not.toHaveBeenCalled();
});

test("content that a new vintage makes false is taken down as refused, and readers have the last site", async () => {
  const getSite = await opened();
  shownHolds.mockResolvedValue("two");
  openSite.mockRejectedValueOnce(await refused());
  expect(await Promise.all([getSite(), getSite()])).toEqual([first, first]);
  expect(refuseContent).toHaveBeenCalledExactlyOnceWith(refusal);
  expect(openSite).toHaveBeenCalledOnce();
});

test("a store that fails while a site is opened leaves the last site, and is asked again later", async () => {
  const getSite = await opened();
  shownHolds.mockResolvedValue("two");
  openSite.mockRejectedValueOnce(new Error("gone")).mockResolvedValueOnce(second);
  expect(await getSite()).toBe(first);
  expect(reportOutage).toHaveBeenCalledOnce();
  expect(await getSite()).toBe(second);
});

test("a site that is of something else than was asked for is not kept, and takes no reader back", async () => {
  const getSite = await opened();
  shownHolds.mockResolvedValue("two");
  openSite.mockResolvedValueOnce({ holds: "none" }).mockResolvedValueOnce(second);
  expect(await getSite()).toBe(first);
  expect(await getSite()).toBe(second);
  expect(await getSite()).toBe(second);
  expect(openSite).toHaveBeenCalledTimes(2);
});

test("the first site of a process is shown whatever it is of, and opened anew for who asks next", async () => {
  const other = { holds: "none" };
  openSite.mockReset().mockResolvedValueOnce(other).mockResolvedValueOnce(first);
  const { getSite } = await import("./site.ts");
  expect(await getSite()).toBe(other);
  expect(await getSite()).toBe(first);
});

test("a store that cannot be asked leaves the site that was opened meanwhile", async () => {
  const getSite = await opened();
  let fail: (error: Error) => void = () => undefined;
  shownHolds
    .mockReturnValueOnce(new Promise((_, reject) => (fail = reject)))
    .mockResolvedValueOnce("two");
  openSite.mockResolvedValueOnce(second);
  const slow = getSite();
  expect(await getSite()).toBe(second);
  fail(new Error("The store does not answer"));
  expect(await slow).toBe(second);
  expect(openSite).toHaveBeenCalledOnce();
});

test("without a site to fall back on the reason is thrown, and the next reader asks again", async () => {
  openSite
    .mockReset()
    .mockRejectedValueOnce(await refused())
    .mockResolvedValue(first);
  const { getSite } = await import("./site.ts");
  await expect(getSite()).rejects.toThrow("The content has 0 problems");
  expect(await getSite()).toBe(first);
});

test("in development a site is kept as well, and whoever saved a file waits for the gate and hears it", async () => {
  vi.stubEnv("NODE_ENV", "development");
  const getSite = await opened();
  expect(await getSite()).toBe(first);
  expect(openSite).not.toHaveBeenCalled();
  waitForHolds.mockRejectedValueOnce(new Error("has not passed the gate"));
  await expect(getSite()).rejects.toThrow("has not passed the gate");
  waitForHolds.mockResolvedValue("two");
  openSite.mockResolvedValueOnce(second);
  expect(await getSite()).toBe(second);
});

test("what programs ask falls back on the site that pages have opened, and the other way round", async () => {
  await opened();
  vi.resetModules();
  const { getSite } = await import("./site.ts");
  shownHolds.mockRejectedValue(new Error("The content in the folder has not passed the gate"));
  waitForHolds.mockRejectedValue(new Error("The content in the folder has not passed the gate"));
  expect(await getSite()).toBe(first);
});
