import { expect, test } from "vitest";
import { exampleSubject } from "./example-feed.ts";
import { opml } from "./opml.ts";
import { childOf, readXml } from "./read-xml.ts";

test("a list of feeds has a folder for each group and an address for each feed", () => {
  const subjects = [exampleSubject, { ...exampleSubject, path: "/feeds/a", title: 'A & "b" <c>' }];
  const groups = [
    { title: "Main", subjects },
    { title: "None", subjects: [] },
  ];
  const xml = opml("Feeds", groups, new URL("https://tickmark.example"));
  const body = childOf(readXml(xml), "body");
  expect(body.children.map(({ attributes }) => attributes["text"])).toEqual(["Main", "None"]);
  const [first, second] = body.children[0]?.children ?? [];
  expect(first?.attributes).toEqual({
    type: "rss",
    version: "ATOM1",
    text: "Tickmark",
    title: "Tickmark",
    description: "Whole articles & corrections.",
    xmlUrl: "https://tickmark.example/feeds/articles.atom",
    htmlUrl: "https://tickmark.example/",
  });
  expect(second?.attributes["text"]).toBe('A & "b" <c>');
});
