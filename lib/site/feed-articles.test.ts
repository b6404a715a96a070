import { describe, expect, test } from "vitest";
import type { Article } from "#lib/articles/article";
import { dawnOf } from "#lib/feeds/feed-instant";
import { readArticle } from "#lib/articles/example-article";
import { articleEntries, type DrawPicture, type FeedPage } from "./feed-articles.ts";

const corrections = `corrections:
  - { date: 2026-11-24, id: c1, wrong: It rose., right: It fell., why: A sign was lost. }
  - { date: 2026-11-25, id: c2, wrong: First <a>., right: First & b., why: A slip. }
  - { date: 2026-11-25, id: c3, wrong: Second., right: The other., why: A slip. }
`;

function articleWith(more = ""): Article {
  const source = `---
id: one
byline: Data desk
topic: Cross-border capital
published: 2026-11-22
updated: 2026-11-25
asOf: 2026-06-18
${more}---

# A headline

<Dek>A dek.</Dek>

It was <Claim of="1">$1</Claim>.

<Chart id="c" />
`;
  const at = { file: "c.yml", line: 1, column: 1 };
  const { article } = readArticle(source, new Map([["c", { text: "A chart", at }]]));
  if (article === null) throw new Error("The article can be read");
  return article;
}

const page: FeedPage = {
  receipts: {},
  charts: {
    c: {
      id: "c",
      alt: "What it shows.",
      source: "Treasury",
      pngPath: "/charts/c.png?asOf=2026-06-18",
      table: { columns: ["Month", "Japan"], rows: [["May 2026", "1,134.2"]] },
    },
  },
};

const draw: DrawPicture = () =>
  Promise.resolve({ url: "/charts/c.png?bytes=x", width: 720, height: 540 });

function entriesOf(article: Article, drawn = draw) {
  return articleEntries(
    [{ heading: article, whole: () => Promise.resolve({ article, page }) }],
    drawn,
  );
}

test("an article is an entry with its charts as pictures", async () => {
  const [entry, ...others] = entriesOf(articleWith());
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ id: "tag:tickmark,2026:article:one", path: "/articles/a" });
  const { html, summary } = (await entry?.write()) ?? {};
  expect(summary).toBe("A dek.");
  expect(html).toContain('<img src="/charts/c.png?bytes=x"');
  expect(html).not.toContain("<table");
});

test("a chart that cannot be drawn has its table, and what it shows in words", async () => {
  const [entry] = entriesOf(articleWith(), () => Promise.resolve(null));
  const { html } = (await entry?.write()) ?? {};
  expect(html).not.toContain("<img");
  expect(html).toContain("<p>What it shows.</p><table");
  expect(html).toContain(">1,134.2</td>");
});

describe("a correction", () => {
  test("is an entry of its own, with a name that neither its place nor its words change", async () => {
    const [, ...found] = entriesOf(articleWith(corrections));
    expect(found.map(({ published }) => published)).toEqual(
      ["2026-11-24", "2026-11-25", "2026-11-25"].map(dawnOf),
    );
    const lines = corrections.trimEnd().split("\n");
    const turned = [lines[0], lines[3], lines[1], lines[2], ""]
      .join("\n")
      .replaceAll("A slip.", "An oversight.")
      .replace("It rose.", "It rose a little.");
    const [, ...again] = entriesOf(articleWith(turned));
    const ids = new Set(found.map(({ id }) => id));
    expect(ids.size).toBe(3);
    expect(new Set(again.map(({ id }) => id))).toEqual(ids);
    expect(found[0]?.id).toBe("tag:tickmark,2026:correction:one:c1");
    const text = await found[1]?.write();
    expect(text?.html).toContain("<del>First &#x3C;a>.</del>");
    expect(text?.html).toContain('<a href="/articles/a">A headline</a>');
  });

  test("opens the corrected article, the newest first", async () => {
    const [entry] = entriesOf(articleWith(corrections));
    const html = (await entry?.write())?.html ?? "";
    expect(html.startsWith("<blockquote><p><strong>Corrected November 25, 2026.")).toBe(true);
    expect(html.indexOf("It fell.")).toBeGreaterThan(html.indexOf("The other."));
    expect(html.indexOf("It fell.")).toBeLessThan(html.indexOf("A dek."));
  });
});
