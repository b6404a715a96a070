import { expect, test } from "vitest";
import { articleWith } from "#lib/articles/example-article";
import { readTextToRead } from "./suggest-text.ts";

/** The words of a text as they are read, and where each part begins in it. */
function read(file: string, text: string) {
  const { parts, placeOf, ...rest } = readTextToRead({ file, text });
  return {
    ...rest,
    words: parts.map((part) => part.text),
    starts: parts.map(({ start }) => placeOf(start)),
  };
}

test("an article is known by its name, and read without frontmatter and tags", () => {
  const text = articleWith('It was <Claim of="at(a.b.c, 2025)">$5 billion</Claim>.');
  const { words, starts, article } = read("a.MDX", text);
  expect(words).toEqual(["A headline", "A dek.", "It was $5 billion."]);
  expect(starts.map((start) => text.slice(start, start + 2))).toEqual(["A ", "A ", "It"]);
  expect(article?.frontmatter?.asOf).toBe("2026-06-18");
});

test("an article that cannot be read whole is read in part, and says where not", () => {
  const { words, problems } = read("a.mdx", articleWith("One <Claim> two.\n\nThree."));
  expect(words).toContain("Three.");
  expect(problems.map(({ kind, at }) => `${kind} ${at.line}`)).toEqual(["mdx 14"]);
});

test("an article without frontmatter says so, and has no vintage", () => {
  const { article, problems } = read("a.mdx", "It was $5 billion.");
  expect(article?.frontmatter).toBeNull();
  expect(problems.map(({ kind }) => kind)).toEqual(["frontmatter"]);
});

test("a page is known by its name or by how it begins", () => {
  expect(read("a.htm", "<b>It</b> was $5 billion.").words.join("")).not.toContain("<");
  expect(read("<stdin>", "<p>It was $5 billion.").words.map((text) => text.trim())).toEqual([
    "It was $5 billion.",
  ]);
});
