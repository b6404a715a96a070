import { expect, test } from "vitest";
import { KeptPages, pageQuestion, type PageAsked, type PageSent } from "./kept-pages.ts";

const asked: PageAsked = {
  method: "GET",
  target: "/articles/a",
  headers: { "accept-encoding": "br", "user-agent": "One" },
};
const fromCache = {
  "cache-control": "s-maxage=300",
  "content-type": "text/html; charset=utf-8",
  "x-nextjs-cache": "HIT",
  "x-nextjs-prerender": "1",
  "x-frame-options": "DENY",
};

function answerOf(headers: object = fromCache, made: string | undefined = "ab a"): PageSent {
  const sent = { made, bytes: Buffer.from("page"), tag: '"t"' };
  return { statusCode: 200, sent, getHeaders: () => ({ ...headers }) };
}

function pagesAt({ current = true, limit = 1e6 } = {}) {
  const state: { now: number; current: (made: string) => boolean | Promise<boolean> } = {
    ...{ now: 0, current: () => Promise.resolve(current) },
  };
  const pages = new KeptPages(
    (made) => state.current(made),
    limit,
    () => state.now,
  );
  return { pages, state };
}

function questionOf(other: Partial<PageAsked> = {}): string {
  const question = pageQuestion({ ...asked, ...other });
  if (question === undefined) throw new Error("No question");
  return question;
}

test("a page is sent again with the headers of its own and of its address, to all who ask the same", async () => {
  const { pages } = pagesAt();
  const ofAnswer = { "x-request-id": "a-request", "set-cookie": undefined, date: "now" };
  const all = { ...fromCache, "content-security-policy": "default-src 'none'" };
  pages.keep(questionOf(), answerOf({ ...all, ...ofAnswer, vary: ["rsc", "cookie"] }));
  const other = { method: "HEAD", headers: { "accept-encoding": "br;q=1", cookie: "a=b" } };
  const head = [...Object.entries(all).flat(), "vary", "rsc", "vary", "cookie"];
  expect(await pages.find(questionOf(other))).toMatchObject({ head, tag: '"t"' });
});

test("a page of the build, of which Next says twice that it was made ahead, is sent again too", async () => {
  const { pages } = pagesAt();
  pages.keep(questionOf(), answerOf({ ...fromCache, "x-nextjs-prerender": ["1", "1"] }));
  expect(await pages.find(questionOf())).toMatchObject({ tag: '"t"' });
});

test("where it is known that a page is what there is, it is there at once", () => {
  const { pages, state } = pagesAt();
  pages.keep(questionOf(), answerOf());
  state.current = () => true;
  expect(pages.find(questionOf())).toMatchObject({ tag: '"t"' });
  state.current = () => false;
  expect(pages.find(questionOf())).toBeUndefined();
  state.current = () => true;
  expect(pages.find(questionOf())).toBeUndefined();
});

test.each<[string, Partial<PageAsked>]>([
  ["another page", { target: "/articles/b" }],
  ["another query", { target: "/articles/a?b" }],
  ["another encoding", { headers: { "accept-encoding": "gzip" } }],
  ["no encoding", { headers: {} }],
])("who asks for %s does not get it", async (_, other) => {
  const { pages } = pagesAt();
  pages.keep(questionOf(), answerOf());
  expect(await pages.find(questionOf(other))).toBeUndefined();
});

test.each<[string, Partial<PageAsked>]>([
  ["an action", { method: "POST" }],
  ["a part for the router", { headers: { rsc: "1" } }],
  ["a part that is loaded ahead", { headers: { "next-router-prefetch": "1" } }],
  ["a call by another way", { headers: { "next-action": "a" } }],
  ["what Next tells itself", { headers: { "x-nextjs-data": "1" } }],
  ["what a proxy of Next tells", { headers: { "x-middleware-subrequest": "a" } }],
  ["a draft", { headers: { cookie: "a=b; __prerender_bypass=c" } }],
  ["a long address", { target: `/${"a".repeat(500)}` }],
])("%s is no question that is kept", (_, other) => {
  expect(pageQuestion({ ...asked, ...other })).toBeUndefined();
});

test.each<[string, PageSent]>([
  ["what is made for one reader", answerOf({ ...fromCache, "x-nextjs-prerender": undefined })],
  ["what was made for the first who asked", answerOf({ ...fromCache, "x-nextjs-cache": "MISS" })],
  ["what nobody may keep", answerOf({ ...fromCache, "cache-control": "private, no-store" })],
  ["what sets a cookie", answerOf({ ...fromCache, "set-cookie": ["a=b"] })],
  ["what does not say from what it is made", answerOf(fromCache, "")],
  ["what is not found", { ...answerOf(), statusCode: 404 }],
  ["what was not held whole", { ...answerOf(), sent: undefined }],
])("%s is not kept", async (_, answer) => {
  const { pages } = pagesAt();
  pages.keep(questionOf(), answer);
  expect(await pages.find(questionOf())).toBeUndefined();
});

test("a page of what is no longer so is not sent, and is asked about by what it says of itself", async () => {
  const { pages, state } = pagesAt();
  pages.keep(questionOf(), answerOf());
  const heard: string[] = [];
  state.current = (made) => {
    heard.push(made);
    return Promise.resolve(false);
  };
  expect(await pages.find(questionOf())).toBeUndefined();
  state.current = () => Promise.resolve(true);
  expect(await pages.find(questionOf())).toBeUndefined();
  expect(heard).toEqual(["ab a"]);
});

test("Next is asked again after ten seconds, by one of all who ask", async () => {
  const { pages, state } = pagesAt();
  pages.keep(questionOf(), answerOf());
  state.now = 9_999;
  expect(await pages.find(questionOf())).toBeDefined();
  state.now = 10_000;
  expect(await pages.find(questionOf())).toBeUndefined();
  expect(await pages.find(questionOf())).toBeDefined();
  // It was never answered: another asks.
  state.now = 11_000;
  expect(await pages.find(questionOf())).toBeUndefined();
});

test("while Next makes a page anew, one of all who ask in a second asks Next", async () => {
  const { pages, state } = pagesAt();
  pages.keep(questionOf(), answerOf({ ...fromCache, "x-nextjs-cache": "STALE" }));
  state.now = 999;
  expect(await pages.find(questionOf())).toBeDefined();
  state.now = 1_000;
  expect(await pages.find(questionOf())).toBeUndefined();
  expect(await pages.find(questionOf())).toBeDefined();
});

test("what came while it was asked about stays", async () => {
  const { pages, state } = pagesAt();
  pages.keep(questionOf(), answerOf());
  state.current = (made) => {
    if (made === "ab a") pages.keep(questionOf(), answerOf(fromCache, "cd a"));
    return Promise.resolve(made !== "ab a");
  };
  expect(await pages.find(questionOf())).toBeUndefined();
  expect(await pages.find(questionOf())).toBeDefined();
});

test("only so many bytes are kept, and the least used go first", async () => {
  const { pages } = pagesAt({ limit: 3 * 2052 });
  const named = (name: string) => questionOf({ target: `/articles/${name}` });
  for (const name of ["a", "b", "c"]) pages.keep(named(name), answerOf());
  expect(await pages.find(named("a"))).toBeDefined();
  pages.keep(named("d"), answerOf());
  expect(await pages.find(named("b"))).toBeUndefined();
  for (const name of ["a", "c", "d"]) expect(await pages.find(named(name))).toBeDefined();
});

test("who asks for one page with query after query takes no other page's place", async () => {
  const { pages } = pagesAt({ limit: 16 * 2052 });
  const named = (target: string) => questionOf({ target });
  pages.keep(named("/articles/a"), answerOf());
  pages.keep(named("/articles/b"), answerOf());
  for (let index = 0; index < 40; index++) pages.keep(named(`/about?x=${index}`), answerOf());
  for (const kept of ["/articles/a", "/articles/b", "/about?x=38", "/about?x=39"])
    expect(await pages.find(named(kept)), kept).toBeDefined();
  expect(await pages.find(named("/about?x=37"))).toBeUndefined();
});
