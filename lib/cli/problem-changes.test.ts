import { expect, test } from "vitest";
import { compareProblems, unreadFiles } from "./problem-changes.ts";
import type { ToldProblem, ToldReport } from "./told-problems.ts";

function problem(kind: string, file = "a.mdx"): ToldProblem {
  return { kind, message: "x", at: { file, line: 1, column: 1 }, blocks: true };
}

function report(...problems: readonly ToldProblem[]): ToldReport {
  return { articles: [], unchanged: 0, problems };
}

const wrong = problem("figure-contradicted");
const broken = problem("mdx");

test("what is gone is mended", () => {
  expect(compareProblems([wrong], report())).toEqual({ added: [], mended: [wrong], unseen: [] });
});

test("what is gone from an article that cannot be read is not mended, and not new when it can", () => {
  const { added, mended, unseen } = compareProblems([wrong], report(broken));
  expect({ added, mended, unseen }).toEqual({ added: [broken], mended: [], unseen: [wrong] });
  expect(compareProblems([broken, ...unseen], report(wrong))).toEqual({
    ...{ added: [], mended: [broken], unseen: [] },
  });
});

test("an article that cannot be read hides nothing of another", () => {
  const other = problem("mdx", "b.mdx");
  expect(compareProblems([wrong], report(other))).toMatchObject({ mended: [wrong], unseen: [] });
});

test("an article that is not there hides nothing: what was wrong in it is mended at once", () => {
  const counts = { ...{ slug: "a", file: "a.mdx", isDraft: false, problems: [] }, counts: null };
  const told = { ...report(problem("no-article")), articles: [counts] };
  expect(compareProblems([wrong, broken], told)).toMatchObject({
    ...{ mended: [wrong, broken], unseen: [] },
  });
  expect(unreadFiles(told)).toEqual([]);
});
