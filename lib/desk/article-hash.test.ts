import { expect, test } from "vitest";
import { articleHash } from "./article-hash.ts";

test("an article is named by its text and its charts' headlines", () => {
  const names: readonly string[] = [
    articleHash("a", []),
    articleHash("b", []),
    articleHash("a", ["b"]),
    articleHash("a", ["", "b"]),
  ];
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toMatch(/^[0-9a-f]{16}$/);
});
