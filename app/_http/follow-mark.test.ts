import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followMark } from "./follow-mark.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function follow(markNow: () => string) {
  const gone = new AbortController();
  const request = new Request("http://localhost/preview/a/changes", { signal: gone.signal });
  const answer = followMark(request, markNow);
  const reader = answer.body?.getReader();
  const next = async () => {
    const read = await reader?.read();
    return read?.done === false ? new TextDecoder().decode(read.value) : null;
  };
  return { answer, next, leave: () => gone.abort() };
}

test("the mark is said at once, and again when it has changed", async () => {
  let mark = "one";
  const { answer, next, leave } = follow(() => mark);
  expect(answer.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(await next()).toBe("data: one\n\n");
  await vi.advanceTimersByTimeAsync(1_000);
  mark = "two";
  await vi.advanceTimersByTimeAsync(200);
  expect(await next()).toBe("data: two\n\n");
  leave();
  expect(await next()).toBeNull();
});

test("while nothing changes something is said all the same, now and then", async () => {
  const { next, leave } = follow(() => "one");
  await next();
  await vi.advanceTimersByTimeAsync(21_000);
  expect(await next()).toBe(": nothing new\n\n");
  leave();
});

test("who has gone is not looked for, and makes room for others", async () => {
  let looks = 0;
  const all = Array.from({ length: 16 }, () => follow(() => `${(looks += 1)}`));
  expect(follow(() => "").answer.status).toBe(503);
  for (const one of all) one.leave();
  const before = looks;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(looks).toBe(before);
  const again = follow(() => "");
  expect(again.answer.status).toBe(200);
  again.leave();
});

test("who was gone before the answer is made takes nobody's place", async () => {
  const gone = new Request("http://localhost/", { signal: AbortSignal.abort() });
  for (let asked = 0; asked < 20; asked += 1) {
    const answer = followMark(gone, () => "one");
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  }
  const { answer, leave } = follow(() => "one");
  expect(answer.status).toBe(200);
  leave();
});

test("what goes wrong ends it, and the browser asks again", async () => {
  const { next } = follow(() => {
    throw new Error("The disk is gone");
  });
  await expect(next()).rejects.toThrow("The disk is gone");
});
