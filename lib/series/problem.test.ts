import { expect, test } from "vitest";
import { formatProblem } from "./problem.ts";

test("a problem is two lines, whatever the name of its file or what was found has in it", () => {
  const at = { file: "a\nb\u001b[2J.mdx", line: 1, column: 2 };
  expect(formatProblem({ kind: "mdx", message: "found \r\n\r\u0085", at, fix: "write\na" })).toBe(
    String.raw`a b\x1b[2J.mdx:1:2 mdx: found  \x0d\x85` + "\n" + String.raw`    fix: write a`,
  );
});
