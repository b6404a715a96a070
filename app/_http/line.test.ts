import { expect, test, vi } from "vitest";
import { Line } from "./line.ts";

const here = new AbortController().signal;
const say = (text: string) => () => Promise.resolve(text);

test("one piece of work is done at a time", async () => {
  const line = new Line();
  let atWork = 0;
  const work = async () => {
    expect(++atWork).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    atWork--;
  };
  await Promise.all([1, 2, 3].map(() => line.join(work, here)));
});

test("when the line is long enough, who comes next is sent away until it is shorter", async () => {
  const line = new Line(2);
  const waiting = [line.join(say("a"), here), line.join(say("b"), here)];
  expect(await line.join(say("c"), here)).toBe("busy");
  expect(await Promise.all(waiting)).toEqual(["a", "b"]);
  expect(await line.join(say("c"), here)).toBe("c");
});

test("nothing is done for someone who has gone", async () => {
  const work = vi.fn(say("a"));
  expect(await new Line().join(work, AbortSignal.abort())).toBe("gone");
  expect(work).not.toHaveBeenCalled();
});

test("a piece that fails does not hold up the others", async () => {
  const line = new Line();
  const failed = line.join(() => Promise.reject(new Error("no font")), here);
  const next = line.join(say("b"), here);
  await expect(failed).rejects.toThrow("no font");
  expect(await next).toBe("b");
});
