import { parseFeed } from "@rowanmanning/feed-parser";
import fc from "fast-check";
import RssParser from "rss-parser";
import { describe, expect, test } from "vitest";
import { exampleEntry, examplePlace, exampleSubject } from "./example-feed.ts";
import { feedDocument } from "./feed-documents.ts";
import type { FeedDocument, FeedPlace, PlannedEntry } from "./feed.ts";
import { brokenRules } from "./feed-rules.ts";
import { feedText } from "./feed-text.ts";
import { readJsonFeed } from "./json-feed-shape.ts";
import { childOf, readXml as readXmlText } from "./read-xml.ts";
import { writeFeed } from "./write-feed.ts";

async function documentOf(entries: readonly PlannedEntry[]): Promise<FeedDocument> {
  const document = await feedDocument({ subject: exampleSubject, entries }, null);
  if (document === null) throw new Error("Every feed has a newest document");
  return document;
}

interface ReadEntry {
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly html: string | null;
  readonly published: Date | null;
  readonly updated: Date | null;
}

type XmlFormat = "rss" | "atom";

/** What a parser of another hand makes of the XML. */
function readXml(xml: string): ReadEntry[] {
  expect(brokenRules(xml)).toEqual([]);
  return parseFeed(xml).items.map(({ id, title, url, content, published, updated }) => ({
    ...{ id, title, url, published, updated },
    // This parser decodes what is HTML, too.
    html: content,
  }));
}

function readJson(json: string): ReadEntry[] {
  return readJsonFeed(json).items.map((item) => ({
    id: item.id,
    title: item.title,
    url: item.url,
    html: item.content_html.replaceAll("&#x26;", "&"),
    published: new Date(item.date_published),
    updated: new Date(item.date_modified),
  }));
}

/** The title and the HTML of the only entry, as a strict parser has them. */
function toTheLetter(format: XmlFormat | "json", written: string): { title: string; html: string } {
  if (format === "json") {
    const [item] = readJsonFeed(written).items;
    return { title: item?.title ?? "", html: item?.content_html ?? "" };
  }
  const root = readXmlText(written);
  const entry =
    format === "rss" ? childOf(childOf(root, "channel"), "item") : childOf(root, "entry");
  const html = childOf(entry, format === "rss" ? "content:encoded" : "content");
  return { title: childOf(entry, "title").text, html: html.text };
}

async function readAll(
  entries: readonly PlannedEntry[],
  place: FeedPlace = examplePlace,
): Promise<Record<XmlFormat | "json", ReadEntry[]>> {
  const document = await documentOf(entries);
  return {
    rss: readXml(writeFeed("rss", document, place)),
    atom: readXml(writeFeed("atom", document, place)),
    json: readJson(writeFeed("json", document, place)),
  };
}

test("every format says the same: names, titles, addresses, dates and the whole text", async () => {
  const { rss, atom, json } = await readAll([exampleEntry()]);
  const expected: ReadEntry = {
    id: "tag:tickmark,2026:article:7f3a",
    title: "Purchases & sales: <what> moved",
    url: "https://tickmark.example/articles/sell-america",
    html: '<p>See <a href="https://tickmark.example/articles/sell-america/claims/a">$1.62 trillion</a> and <a href="https://tickmark.example/articles/sell-america#sources">why</a>.</p><img src="https://tickmark.example/charts/x.png?a=1&b=2" width="720" height="540" alt="A & B">',
    published: new Date("2026-11-20T05:00:00Z"),
    updated: new Date("2026-11-22T05:00:00Z"),
  };
  expect(atom).toEqual([expected]);
  expect(json).toEqual([expected]);
  // In RSS the day of a change is Atom's, which this parser does not look for.
  expect(rss).toEqual([{ ...expected, updated: rss[0]?.updated }]);
});

test("a second parser reads RSS and Atom alike", async () => {
  const document = await documentOf([exampleEntry()]);
  const [rss, atom] = await Promise.all(
    (["rss", "atom"] as const).map((format) =>
      new RssParser().parseString(writeFeed(format, document, examplePlace)),
    ),
  );
  expect(rss?.items[0]?.title).toBe("Purchases & sales: <what> moved");
  expect(atom?.items[0]?.title).toBe("Purchases & sales: <what> moved");
  expect(rss?.items[0]?.link).toBe(atom?.items[0]?.link);
  expect(rss?.items[0]?.["content:encoded"]).toBe(atom?.items[0]?.content);
});

describe("what may stand in a text", () => {
  test.each([
    ["markup and a CDATA end", "a ]]> b & <c> &amp; d"],
    ["quotes", `"double" 'single' “curly”`],
    ["emoji and letters of all kinds", "👩🏽‍🔬 Łódź 日本 العربية"],
    ["a line break and a tab", "one\ntwo\tthree"],
  ])("%s", async (_, title) => {
    const document = await documentOf([exampleEntry({ title, text: { summary: title } })]);
    const [rss, atom, json] = (["rss", "atom", "json"] as const).map((format) =>
      writeFeed(format, document, examplePlace),
    );
    const item = childOf(childOf(readXmlText(rss ?? ""), "channel"), "item");
    const entry = childOf(readXmlText(atom ?? ""), "entry");
    for (const text of [childOf(item, "title"), childOf(item, "description")]) {
      expect(text.text).toBe(title);
    }
    expect(childOf(entry, "title").text).toBe(title);
    expect(readJson(json ?? "")[0]?.title).toBe(title);
  });

  test("characters that no XML may have are left out, in every format", async () => {
    const { rss, atom, json } = await readAll([exampleEntry({ title: "a\u0000b\ud800c\uffffd" })]);
    for (const [entry] of [rss, atom, json]) expect(entry?.title).toBe("abcd");
  });

  test("a CDATA end in the HTML arrives as written", async () => {
    const html = "<p>x ]]> y</p>";
    const { rss, atom, json } = await readAll([exampleEntry({ text: { html } })]);
    for (const [entry] of [rss, atom, json]) expect(entry?.html).toBe(html);
  });

  test("half a megabyte of HTML arrives whole", async () => {
    const html = `<p>${"Ten words stand in this sentence, and it is long. ".repeat(10_000)}</p>`;
    const { rss, atom, json } = await readAll([exampleEntry({ text: { html } })]);
    for (const [entry] of [rss, atom, json]) expect(entry?.html).toBe(html);
  });

  test("any text gives feeds that parsers read, the same bytes each time", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "grapheme" }),
        async (title, text) => {
          const entries = [exampleEntry({ title, text: { html: text, summary: text } })];
          const [one, other] = [await documentOf(entries), await documentOf(entries)];
          const read = (["rss", "atom", "json"] as const).map((format) => {
            const written = writeFeed(format, one, examplePlace);
            expect(writeFeed(format, other, examplePlace)).toBe(written);
            return toTheLetter(format, written);
          });
          expect(read[0]?.title).toBe(feedText(title));
          expect(read[1]).toEqual(read[0]);
          expect(read[2]).toEqual(read[0]);
        },
      ),
    );
  });
});

test("an entry keeps its name when its page moves to another address or the site to another host", async () => {
  const [here, moved] = [
    await readAll([exampleEntry()]),
    await readAll([exampleEntry({ path: "/articles/moved" })], {
      ...examplePlace,
      site: new URL("https://elsewhere.example"),
    }),
  ];
  for (const format of ["rss", "atom", "json"] as const) {
    expect(moved[format][0]?.id).toBe(here[format][0]?.id);
    expect(moved[format][0]?.url).toBe("https://elsewhere.example/articles/moved");
  }
});

test("a feed without entries is still a feed", async () => {
  expect(await readAll([])).toEqual({ rss: [], atom: [], json: [] });
  expect(writeFeed("rss", await documentOf([]), examplePlace)).not.toContain("1970");
});
