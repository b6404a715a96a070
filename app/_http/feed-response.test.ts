import { beforeEach, expect, test, vi } from "vitest";
import type { FeedText } from "../_data/feed.ts";

const { currentHolds, waitForHolds, writeFeedText, writeOpml, reportOutage } = vi.hoisted(() => ({
  currentHolds: vi.fn<() => Promise<string>>(),
  waitForHolds: vi.fn<() => Promise<string>>(),
  writeFeedText: vi.fn<(question: { path: string }) => Promise<FeedText | null>>(),
  writeOpml: vi.fn<() => Promise<FeedText>>(),
  reportOutage: vi.fn(),
}));
// Patience of seconds is one of hundredths here.
vi.mock("node:timers/promises", () => ({
  setTimeout: (milliseconds: number, value: unknown) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds / 100, value);
    }),
}));
vi.mock("../_data/current-holds.ts", () => ({ currentHolds, waitForHolds }));
vi.mock("../_data/feed.ts", () => ({ writeFeedText, writeOpml }));
vi.mock("../_data/report-outage.ts", () => ({ reportOutage }));

const changed = { day: "2026-06-18", came: null };
const text = (body: string, holds = "a", isWhole = true): FeedText => ({
  ...{ body, changed, holds, isWhole },
  ...{ self: "/feeds/articles.rss", hub: null },
});

beforeEach(() => {
  vi.useRealTimers();
  vi.resetModules();
  currentHolds.mockReset().mockResolvedValue("a");
  waitForHolds.mockReset().mockImplementation(() => currentHolds());
  writeFeedText.mockReset().mockResolvedValue(text("one"));
  writeOpml.mockReset().mockResolvedValue(text("list"));
});

async function ask(address: string, headers: Record<string, string> = {}): Promise<Response> {
  const { answerFeedPath } = await import("./feed-response.ts");
  return answerFeedPath(new Request(`http://localhost${address}`, { headers }));
}

test("a document is written once while nothing changes", async () => {
  expect(await (await ask("/feeds/articles.atom")).text()).toBe("one");
  await ask("/feeds/articles.atom");
  expect(writeFeedText).toHaveBeenCalledOnce();
  expect(writeFeedText).toHaveBeenCalledWith({
    ...{ path: "/feeds/articles", format: "atom", archive: null },
  });
});

test("while the store does not answer, the last document is sent, and before the first none", async () => {
  currentHolds.mockRejectedValueOnce(new Error("gone"));
  expect((await ask("/feeds/articles.rss")).status).toBe(503);
  await ask("/feeds/articles.rss");
  currentHolds.mockRejectedValueOnce(new Error("gone"));
  expect(await (await ask("/feeds/articles.rss")).text()).toBe("one");
});

test("a crowd that asks for one document has it made once", async () => {
  const answers = await Promise.all(Array.from({ length: 70 }, () => ask("/feeds/releases.atom")));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(writeFeedText).toHaveBeenCalledOnce();
});

test("while the new document takes long, the last is sent, and then the new one", async () => {
  await ask("/feeds/articles.rss");
  currentHolds.mockResolvedValue("b");
  let finish = (_: FeedText) => {};
  writeFeedText.mockReturnValue(
    new Promise((resolve) => {
      finish = resolve;
    }),
  );
  expect(await (await ask("/feeds/articles.rss")).text()).toBe("one");
  finish(text("two", "b"));
  await vi.waitFor(async () => expect(await (await ask("/feeds/articles.rss")).text()).toBe("two"));
});

test("who says that they wait are sent the new document", async () => {
  await ask("/feeds/articles.rss");
  currentHolds.mockResolvedValue("b");
  let finish = (_: FeedText) => {};
  writeFeedText.mockReturnValue(
    new Promise((resolve) => {
      finish = resolve;
    }),
  );
  const answer = ask("/feeds/articles.rss", { prefer: "respond-async, wait=99" });
  await new Promise((resolve) => setTimeout(resolve, 60));
  finish(text("two", "b"));
  expect(await (await answer).text()).toBe("two");
});

test("while it takes long to ask what there is, the last document is sent", async () => {
  await ask("/feeds/articles.rss");
  currentHolds.mockReturnValue(new Promise(() => undefined));
  expect(await (await ask("/feeds/articles.rss")).text()).toBe("one");
});

test("what a site of older content made is not taken for the new", async () => {
  currentHolds.mockResolvedValue("b");
  await ask("/feeds/articles.rss");
  await ask("/feeds/articles.rss");
  expect(writeFeedText).toHaveBeenCalledTimes(2);
});

test("when a document cannot be made, the last is sent", async () => {
  await ask("/feeds/articles.rss");
  currentHolds.mockResolvedValue("b");
  writeFeedText.mockRejectedValue(new Error("inside"));
  expect(await (await ask("/feeds/articles.rss")).text()).toBe("one");
});

test("a document that lacks a picture is sent and not kept", async () => {
  writeFeedText.mockResolvedValueOnce(text("a table", "a", false));
  expect(await (await ask("/feeds/articles.json")).text()).toBe("a table");
  expect(await (await ask("/feeds/articles.json")).text()).toBe("one");
});

/** Starts the server at that instant, and gives what moves its clock. */
function startAt(instant: string): (later: string) => void {
  vi.resetModules();
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(instant);
  return (later) => vi.setSystemTime(later);
}

const asked = new Date("2026-11-22T12:00:00Z").toUTCString();
const came = new Date("2026-11-20T15:00:00Z");
const sinceOf = async (address: string) => (await ask(address)).headers.get("last-modified");

test("who asks by time alone hears of what came with an old day", async () => {
  const wait = startAt("2026-11-23T09:00:00Z");
  const first = (await ask("/feeds/releases.rss")).headers.get("last-modified") ?? "";
  const again = () => ask("/feeds/releases.rss", { "if-modified-since": first });
  expect((await again()).status).toBe(304);
  currentHolds.mockResolvedValue("b");
  writeFeedText.mockResolvedValue(text("one", "b"));
  expect((await again()).status, "made anew, and the same").toBe(304);
  wait("2026-11-23T10:00:00Z");
  currentHolds.mockResolvedValue("c");
  writeFeedText.mockResolvedValue(text("two", "c"));
  expect(await (await again()).text()).toBe("two");
});

test("who asks by time alone hears of what came in the second in which they asked", async () => {
  const wait = startAt("2026-11-23T09:00:00.100Z");
  expect(await sinceOf("/feeds/releases.rss"), "no time to come").toContain("09:00:00");
  wait("2026-11-23T10:00:00.100Z");
  const first = (await ask("/feeds/releases.rss")).headers.get("last-modified") ?? "";
  expect(first).toContain("09:00:01");
  wait("2026-11-23T10:00:00.900Z");
  currentHolds.mockResolvedValue("b");
  writeFeedText.mockResolvedValue(text("two", "b"));
  await ask("/feeds/releases.rss");
  wait("2026-11-23T10:30:00Z");
  const then = new Date("2026-11-23T10:00:00Z").toUTCString();
  const again = await ask("/feeds/releases.rss", { "if-modified-since": then });
  expect(await again.text()).toBe("two");
});

test("after a start, who asks by time alone gets what was dated before they last asked", async () => {
  const wait = startAt("2026-11-23T09:00:00Z");
  writeFeedText.mockResolvedValue({ ...text("a correction"), changed: { day: null, came } });
  const first = await ask("/feeds/articles.rss", { "if-modified-since": asked });
  expect(await first.text()).toBe("a correction");
  const told = first.headers.get("last-modified") ?? "";
  expect(told).toBe("Mon, 23 Nov 2026 09:00:00 GMT");
  wait("2026-11-23T11:00:00Z");
  expect((await ask("/feeds/articles.rss", { "if-modified-since": told })).status).toBe(304);
});

test("a document made later, or again after it was forgotten, is as old as what this server holds", async () => {
  const wait = startAt("2026-11-23T09:00:00Z");
  await ask("/feeds/releases.rss");
  wait("2026-11-23T10:00:00Z");
  const large = "x".repeat(16 * 1024 * 1024);
  writeFeedText.mockResolvedValueOnce(text(large));
  await ask("/feeds/everything.rss");
  wait("2026-11-23T11:00:00Z");
  writeFeedText.mockClear();
  expect(await sinceOf("/feeds/releases.rss")).toBe("Mon, 23 Nov 2026 09:00:00 GMT");
  expect(writeFeedText).toHaveBeenCalledOnce();
  currentHolds.mockResolvedValue("b");
  writeFeedText.mockResolvedValue(text("one", "b"));
  expect(await sinceOf("/feeds/releases.rss"), "kept, and the same").toContain("09:00:00");
  expect(await sinceOf("/feeds/articles.rss"), "not known before").toContain("11:00:00");
  wait("2026-11-23T12:00:00Z");
  currentHolds.mockResolvedValue("a");
  writeFeedText.mockResolvedValue(text("one"));
  expect(await sinceOf("/feeds/topics/a.rss"), "held once more").toContain("12:00:00");
});

test("what a site of older content made is dated by when it was made", async () => {
  const wait = startAt("2026-11-23T09:00:00Z");
  await ask("/feeds/articles.rss");
  wait("2026-11-23T10:00:00Z");
  currentHolds.mockResolvedValue("b");
  expect(await sinceOf("/feeds/releases.rss")).toContain("10:00:00");
});

test("who has a document that lacks a picture hears of the whole one", async () => {
  const wait = startAt("2026-11-23T09:00:00Z");
  writeFeedText.mockResolvedValueOnce(text("a table", "a", false));
  await ask("/feeds/articles.json");
  wait("2026-11-23T10:00:00Z");
  const then = new Date("2026-11-23T09:30:00Z").toUTCString();
  const again = await ask("/feeds/articles.json", { "if-modified-since": then });
  expect(await again.text()).toBe("one");
});

test("what came after the start is dated by when it came", async () => {
  const wait = startAt("2026-11-20T09:00:00Z");
  await ask("/feeds/articles.rss");
  wait("2026-11-20T16:00:00Z");
  writeFeedText.mockResolvedValue({ ...text("one"), changed: { day: null, came } });
  expect(await sinceOf("/feeds/releases.rss")).toBe(came.toUTCString());
});

test("who asks by time alone is told to the second, on the day of a change too", async () => {
  const wait = startAt("2026-11-20T09:00:00Z");
  await ask("/feeds/releases.rss");
  wait("2026-11-20T15:01:00Z");
  writeFeedText.mockResolvedValue({ ...text("one"), changed: { day: null, came } });
  const told = (await ask("/feeds/articles.rss")).headers.get("last-modified") ?? "";
  expect(told).toBe(came.toUTCString());
  const before = new Date(came.getTime() - 1000).toUTCString();
  expect((await ask("/feeds/articles.rss", { "if-modified-since": told })).status).toBe(304);
  expect((await ask("/feeds/articles.rss", { "if-modified-since": before })).status).toBe(200);
});

test.each([
  "?archive=",
  "?archive=0",
  "?archive=-1",
  "?archive=1e3",
  "?archive=1&archive=2",
  "?archive=1234567",
])("no archive is asked for by %s", async (query) => {
  expect((await ask(`/feeds/articles.rss${query}`)).status).toBe(404);
  expect(writeFeedText).not.toHaveBeenCalled();
});

test("what is no feed is told in a line", async () => {
  writeFeedText.mockResolvedValue(null);
  for (const address of [
    "/feeds/x.rss",
    "/feeds/articles",
    "/feeds/articles.xml",
    "/feeds/x.opml",
  ]) {
    const response = await ask(address);
    expect(response.status, address).toBe(404);
    expect((await response.text()).length).toBeLessThan(100);
  }
});

test("pages of other sites may read a feed, what it is known by, and why there is none", async () => {
  const found = await ask("/feeds/articles.rss");
  const again = await ask("/feeds/articles.rss", { "if-none-match": "*" });
  writeFeedText.mockResolvedValue(null);
  const missing = await ask("/feeds/x.rss");
  writeFeedText.mockRejectedValue(new Error("inside"));
  const failed = await ask("/feeds/y.rss");
  expect([found, again, missing, failed].map(({ status }) => status)).toEqual([200, 304, 404, 503]);
  for (const { headers } of [found, again, missing, failed]) {
    expect(headers.get("access-control-allow-origin")).toBe("*");
    for (const name of ["ETag", "Last-Modified", "Link"])
      expect(headers.get("access-control-expose-headers")).toContain(name);
  }
});

test("a mistake while one is made is no answer with a stack", async () => {
  writeFeedText.mockRejectedValue(new Error("inside"));
  const response = await ask("/feeds/articles.rss");
  expect(response.status).toBe(503);
  expect(await response.text()).not.toContain("inside");
  expect(reportOutage).toHaveBeenCalled();
});

test("a document that a hub is told of says so in its head, and no cache answers for it", async () => {
  const plain = await ask("/feeds/articles.atom");
  expect(plain.headers.get("cache-control")).toContain("max-age=300");
  writeFeedText.mockResolvedValue({ ...text("one"), hub: "https://hub.example/" });
  const { headers } = await ask("/feeds/articles.json");
  expect(headers.get("link")).toMatch(
    /^<https:\/\/hub\.example\/>; rel="hub", <http[^>]*\/feeds\/articles\.rss>; rel="self"$/,
  );
  expect(headers.get("cache-control")).toBe("public, no-cache");
});
