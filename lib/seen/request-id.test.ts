import { expect, test } from "vitest";
import { requestId } from "./request-id.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4/;

test("the id of a proxy nearby is taken", () => {
  expect(requestId("7f3a9c1e5b2d4f60", true)).toBe("7f3a9c1e5b2d4f60");
});

test("a stranger's id is not, nor what could be no id", () => {
  expect(requestId("7f3a9c1e5b2d4f60", false)).toMatch(uuid);
  for (const given of [
    ...["", "short", "a b c d e f g h", "x".repeat(65), "line\nbreak-and-more", "<script>alert(1)"],
    ["7f3a9c1e5b2d4f60", "7f3a9c1e5b2d4f61"],
    undefined,
  ])
    expect(requestId(given, true)).toMatch(uuid);
});
