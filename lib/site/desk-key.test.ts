import { expect, test } from "vitest";
import { readDeskKey } from "./desk-key.ts";

test("a server without a key takes no decisions, and that is no trouble", () => {
  expect(readDeskKey(undefined)).toEqual({ key: null, trouble: null });
  expect(readDeskKey("")).toEqual({ key: null, trouble: null });
});

test("a key of twelve characters is one", () => {
  expect(readDeskKey("123456789012")).toEqual({ key: "123456789012", trouble: null });
});

test("a key that could be guessed is none, and who runs the server is told, without the key", () => {
  const { key, trouble } = readDeskKey("sesame-open");
  expect(key).toBeNull();
  expect(trouble).toContain("expected 12 characters or more, found 11");
  expect(trouble).not.toContain("sesame");
});
