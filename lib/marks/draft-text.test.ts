import { expect, test } from "vitest";
import { parseArticleTree } from "#lib/articles/article-tree";
import { readDraft } from "./draft-text.ts";

function draftOf(source: string) {
  return readDraft(parseArticleTree(source, "a.mdx", 0).tree, source);
}

/** The words of a part, by what they are in the source. */
function sourceOf(source: string, words: string): string | null {
  const draft = draftOf(source);
  for (const { text, start } of draft.parts) {
    const at = text.indexOf(words);
    if (at < 0) continue;
    const span = draft.toSource({ start: start + at, end: start + at + words.length });
    return span && source.slice(span.start, span.end);
  }
  throw new Error(`"${words}" is in no part`);
}

const source = `## In 2025

Holdings <Claim of="at(mfh.holdings.japan, 2025-12)">rose to $5 billion</Claim>, and *fell* by $3 billion
in [May, by $1 billion](https://example.org/2). See \`$7\`.

- First $2 billion

| Area  | Sum        |
| ----- | ---------- |
| Japan | $4 billion |
`;

test("the words of a draft come part by part, without tags, code and addresses", () => {
  expect(draftOf(source).parts.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
    "heading: In 2025",
    "paragraph: Holdings rose to $5 billion, and fell by $3 billion\nin May, by $1 billion. See .",
    "item: First $2 billion",
    "row: Area\tSum",
    "row: Japan\t$4 billion",
  ]);
});

test("what is marked is there, and settled", () => {
  const [, paragraph] = draftOf(source).parts;
  const [span] = paragraph?.settled ?? [];
  expect(paragraph?.text.slice(span?.start, span?.end)).toBe("rose to $5 billion");
});

test.each(["In 2025", " by $3 billion\nin ", "May, by $1 billion", "$2 billion", "$4 billion"])(
  "%j is found in the source",
  (words) => {
    expect(sourceOf(source, words)).toBe(words);
  },
);

test("words with a star or a tag among them stand nowhere in one piece", () => {
  expect(sourceOf(source, "fell by $3 billion")).toBeNull();
  expect(sourceOf(source, "Japan\t$4 billion")).toBeNull();
});

test("a place in the words is one in the source", () => {
  const draft = draftOf(source);
  const [, paragraph] = draft.parts;
  const at = (paragraph?.start ?? 0) + (paragraph?.text.indexOf("$1 billion") ?? 0);
  expect(source.slice(draft.placeOf(at))).toMatch(/^\$1 billion\]/u);
});

test("a draft without words has no parts", () => {
  expect(draftOf("").parts).toEqual([]);
});
