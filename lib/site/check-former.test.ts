import { expect, test } from "vitest";
import { checkFormer } from "./check-former.ts";

const moved = (slug: string, ...names: string[]) => ({
  slug,
  former: names.map((name) => ({ name, at: { file: slug, line: 4, column: 3 } })),
});

test("an article may have had other names", () => {
  expect(checkFormer([moved("one", "first", "second")], ["one", "two"])).toEqual([]);
});

test.each([
  [[moved("one", "two")], "the folder two"],
  [[moved("one", "one")], "its own folder"],
  [[moved("one", "old"), moved("two", "old")], "a former name of one"],
  [[moved("one", "old", "old")], "a former name of one"],
])("a name that leads elsewhere is refused", (articles, expected) => {
  const [problem, ...others] = checkFormer(articles, ["one", "two"]);
  expect(problem).toMatchObject({ kind: "former-address", at: { line: 4 } });
  expect(problem?.message).toContain(expected);
  expect(others).toEqual([]);
});
