import { expect, test } from "vitest";
import { RecentPolls, type Poll } from "./recent-polls.ts";

const poll: Poll = {
  method: "GET",
  target: "/feeds/articles.atom",
  headers: { "if-none-match": '"a"', "user-agent": "One" },
};
const answer = { etag: '"a"' };

function kept(one: Poll = poll) {
  let now = 0;
  const polls = new RecentPolls(() => now);
  polls.keep(one, answer);
  return { polls, wait: (milliseconds: number) => (now += milliseconds) };
}

test("for a second, who asks the same is told the same", () => {
  const { polls, wait } = kept();
  const other = { ...poll, headers: { ...poll.headers, "user-agent": "Two" } };
  expect(polls.find(other)).toEqual(answer);
  wait(999);
  expect(polls.find({ ...other, method: "HEAD" })).toEqual(answer);
  wait(1);
  expect(polls.find(other)).toBeUndefined();
});

test("what names the first request is not told to the next", () => {
  const polls = new RecentPolls(() => 0);
  const named = { "x-request-id": "the-first", "server-timing": 'request;desc="the-first"' };
  polls.keep(poll, { ...answer, ...named });
  expect(polls.find(poll)).toEqual(answer);
});

test.each<[string, Partial<Poll>]>([
  ["another feed", { target: "/feeds/articles.rss" }],
  ["another archive", { target: "/feeds/articles.atom?archive=1" }],
  ["another tag", { headers: { "if-none-match": '"b"' } }],
  ["a time besides", { headers: { ...poll.headers, "if-modified-since": "x" } }],
  ["the whole", { headers: {} }],
])("who asks for %s is not", (_, other) => {
  expect(kept().polls.find({ ...poll, ...other })).toBeUndefined();
});

test.each<[string, Partial<Poll>]>([
  ["a page", { target: "/articles/a" }],
  ["an action", { method: "POST" }],
  ["a long question", { headers: { "if-none-match": '"a",'.repeat(200) } }],
])("the answer to %s is not kept", (_, other) => {
  const one = { ...poll, ...other };
  expect(kept(one).polls.find(one)).toBeUndefined();
});

test("only so many are kept, and the oldest go first", () => {
  const { polls } = kept();
  const named = (index: number) => ({ ...poll, target: `/feeds/${index}.rss` });
  for (let index = 0; index < 500; index++) polls.keep(named(index), answer);
  expect(polls.find(poll)).toBeUndefined();
  expect(polls.find(named(0))).toEqual(answer);
});
