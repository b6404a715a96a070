import { expect, test } from "vitest";
import { loadNouns } from "#lib/site/load-nouns";
import { findCompared } from "./find-compared.ts";

const loaded = await loadNouns();
if (!loaded.ok) throw new Error("The nouns are damaged");
const { finder } = loaded.value;

/** What is compared with "third", as its side and the names: "less only Japan". */
function comparedIn(text: string): string[] {
  const start = text.indexOf("third");
  const claims = [{ start, end: start + "third".length }];
  return findCompared(text, finder, claims, () => true).map(({ side, isOnly, areas }) =>
    [side, ...(isOnly ? ["only"] : []), ...areas.map(({ noun }) => noun.words)].join(" "),
  );
}

test.each([
  ["behind", "less"],
  ["trailing", "less"],
  ["topped by", "less"],
  ["after", "less"],
  ["ahead of", "more"],
  ["followed by", "more"],
  ["trailed by", "more"],
])("what is %s an area has %s than it", (words, side) => {
  expect(comparedIn(`China was third, ${words} Japan and Belgium.`)).toEqual([
    `${side} Japan Belgium`,
  ]);
});

test.each(["behind only Japan", "behind just Japan", "only behind Japan"])(
  "that no others are is said on either side: %s",
  (words) => {
    expect(comparedIn(`China was third, ${words}.`)).toEqual(["less only Japan"]);
  },
);

test("close behind is not behind alone", () => {
  expect(comparedIn("China was third, just behind Japan.")).toEqual(["less Japan"]);
});

test.each([
  "China was third, not behind Belgium.",
  "China was third, no longer ahead of Belgium.",
  "China was third and is never behind Belgium.",
  "China was third and wasn’t ahead of Belgium.",
  "China was third, neither behind Belgium nor ahead of Ireland.",
  "China was third, far from being ahead of Belgium.",
])("a comparison that is denied says nothing: %s", (text) => {
  expect(comparedIn(text)).toEqual([]);
});

test.each([
  "China was third, not only behind Japan.",
  "It did not matter; third was behind Japan.",
])("what denies something else denies no comparison: %s", (text) => {
  expect(comparedIn(text)).toEqual(["less Japan"]);
});
