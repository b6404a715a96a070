import { expect, test } from "vitest";
import { requestTarget } from "./request-target.ts";

test.each([
  ["/", "/"],
  ["/articles/a?b=c", "/articles/a?b=c"],
  ["//elsewhere/x", "//elsewhere/x"],
  ["/a%20b", "/a%20b"],
  ["http://localhost:3000/a?b", "/a?b"],
])("%s is the target %s", (target, expected) => {
  expect(requestTarget(target)).toBe(expected);
});

test.each([undefined, "", "*", "a/b", "/%E0%A4%A", "/%", "/a%00b", "http://"])(
  "%o is malformed",
  (target) => {
    expect(requestTarget(target)).toBeUndefined();
  },
);
