import { expect, test, vi } from "vitest";
import { rememberTexts } from "./remember-texts.ts";

test("what is asked about one text is worked out once", () => {
  const work = vi.fn((text: string) => [text.length]);
  const ask = rememberTexts(work);
  expect(ask("abc")).toEqual([3]);
  expect(ask("abc")).toBe(ask("abc"));
  expect(work).toHaveBeenCalledOnce();
});

test("what has not been asked about for long is worked out again, and what has been is not", () => {
  const work = vi.fn((text: string) => [text]);
  const ask = rememberTexts(work, 2);
  for (const text of ["a", "b", "a", "c", "a", "d", "e", "a"]) ask(text);
  expect(work.mock.calls.flat().filter((text) => text === "a")).toHaveLength(1);
  ask("b");
  expect(work.mock.calls.flat().filter((text) => text === "b")).toHaveLength(2);
});

test("a long text is not kept", () => {
  const work = vi.fn((text: string) => [text]);
  const ask = rememberTexts(work);
  const long = "a".repeat(5000);
  ask(long);
  ask(long);
  expect(work).toHaveBeenCalledTimes(2);
});

test("what fails is asked again", () => {
  const ask = rememberTexts((text): readonly string[] => {
    if (text === "bad") throw new Error(text);
    return [text];
  });
  expect(() => ask("bad")).toThrow("bad");
  expect(() => ask("bad")).toThrow("bad");
});
