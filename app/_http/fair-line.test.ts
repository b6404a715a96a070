import { expect, test } from "vitest";
import { FairLine } from "./fair-line.ts";

const here = new AbortController().signal;

/** Work that ends when it is told to, and says when it begins. */
function held(name: string, begun: string[]) {
  let end: () => void = () => undefined;
  const done = new Promise<string>((resolve) => {
    end = () => resolve(name);
  });
  const work = () => {
    begun.push(name);
    return done;
  };
  return { work, end };
}

test("who has much to ask has one place in the line, and others come between", async () => {
  const line = new FairLine(6);
  const begun: string[] = [];
  const [a1, a2, b] = [held("a1", begun), held("a2", begun), held("b", begun)];
  const all = [
    line.join("a", a1.work, here),
    line.join("a", a2.work, here),
    line.join("b", b.work, here),
  ];
  for (const one of [a1, a2, b]) one.end();
  expect(await Promise.all(all)).toEqual(["a1", "a2", "b"]);
  expect(begun).toEqual(["a1", "b", "a2"]);
});

test("who asks without end is sent away, and the line has room for others", async () => {
  const line = new FairLine(2);
  const first = held("a", []);
  const waiting = [1, 2, 3].map(() => line.join("a", first.work, here));
  expect(await line.join("a", first.work, here)).toBe("busy");
  const other = line.join("b", () => Promise.resolve("b"), here);
  expect(await line.join("c", () => Promise.resolve("c"), here)).toBe("busy");
  first.end();
  expect(await other).toBe("b");
  expect(await Promise.all(waiting)).toEqual(["a", "a", "a"]);
  expect(await line.join("a", () => Promise.resolve("again"), here)).toBe("again");
});

test("nothing is done for someone who has gone, and work that fails holds up nobody", async () => {
  const line = new FairLine(2);
  const failed = line.join("a", () => Promise.reject(new Error("no figures")), here);
  const gone = line.join("a", () => Promise.resolve("late"), AbortSignal.abort());
  await expect(failed).rejects.toThrow("no figures");
  expect(await gone).toBe("gone");
  expect(await line.join("a", () => Promise.resolve("a"), here)).toBe("a");
});

test("those of whom nothing is known do not wait for one place", async () => {
  const line = new FairLine(6);
  const begun: string[] = [];
  const all = Array.from({ length: 5 }, (_, at) => held(String(at), begun));
  const joined = all.map(({ work }) => line.join("", work, here));
  for (const { end } of all) end();
  expect(await Promise.all(joined)).toEqual(["0", "1", "2", "3", "4"]);
});
