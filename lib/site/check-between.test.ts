import { expect, test } from "vitest";
import { checkBetween, checkLinksTo, type ArticleAmongOthers } from "./check-between.ts";

const now = new Date("2026-11-23T12:00:00Z");
const shown = "2026-11-20T00:00:00.000Z";
const later = "2026-11-30T00:00:00.000Z";

function article(
  slug: string,
  { id = slug, former = [], links = [], updated = "2026-11-23" }: Partial<Written> = {},
): ArticleAmongOthers {
  const at = { file: `${slug}.mdx`, line: 1, column: 1 };
  return {
    named: { id, at },
    former: former.map((name) => ({ name, at })),
    linked: { slug, anchors: [], links: links.map((to) => ({ slug: to, anchor: null, at })) },
    told: [{ field: "updated", text: updated, day: updated, instant: null, at }],
  };
}
interface Written {
  readonly id: string;
  readonly former: readonly string[];
  readonly links: readonly string[];
  readonly updated: string;
}
const told = (problems: readonly { kind: string; at: { file: string } }[]) =>
  problems.map(({ kind, at }) => `${at.file} ${kind}`);

test("of articles that clash with others the ones that are asked about are told", () => {
  const others = [article("one", { id: "x", former: ["past"] })];
  const two = article("two", { id: "x", former: ["past", "one"], links: ["gone", "past"] });
  const appears = new Map([
    ["one", shown],
    ["two", shown],
  ]);
  expect(told(checkBetween([two], { others, appears, now }))).toEqual([
    "two.mdx article-id",
    "two.mdx former-address",
    "two.mdx former-address",
    "two.mdx style-link",
  ]);
});

test("a change that is to come is told of the articles that are asked about", () => {
  const [one, two] = [
    article("one", { updated: "2026-11-25" }),
    article("two", { updated: "2026-11-25" }),
  ];
  expect(told(checkBetween([two], { others: [one], appears: new Map(), now }))).toEqual([
    "two.mdx time-to-come",
  ]);
});

test("an article that is put off is held against the links of those that appear before it", () => {
  const others = [
    article("linking", { links: ["two"] }),
    article("drafted", { links: ["two"] }),
    article("as-late", { links: ["two"] }),
    article("wrong", { links: ["gone"] }),
  ];
  const appears = new Map([
    ...others.map(({ linked }): [string, string] => [linked.slug, shown]),
    ...[["two", later] as const, ["as-late", later] as const, ["drafted", null] as const],
  ]);
  const setting = { others, appears, now };
  expect(told(checkLinksTo(article("two"), setting))).toEqual(["linking.mdx style-link"]);
});
