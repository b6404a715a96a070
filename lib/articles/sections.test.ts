import { readFileSync } from "node:fs";
import type { Root } from "mdast";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMdx } from "./mdx-tree.ts";
import { movePositions } from "./move-positions.ts";
import { cutPieces } from "./pieces.ts";
import { parseSections } from "./sections.ts";

const blocks = [
  "## A heading",
  "# {1}",
  "#  ",
  "A paragraph with *emphasis*, a [word][one] and `code`.",
  "a paragraph\n## that a heading ends",
  "a heading\n---",
  "- an item",
  "- an item\n\n  ## with a heading",
  "  that goes on",
  "    with code",
  "> said",
  "| a | b |\n| - | - |\n| 1 | 2 |",
  "```\ncode\n## more\n\n## of it\n```",
  "- ```\n  code",
  "<Dek>\n\nA tag.\n\n## Within\n\n</Dek>",
  "<Dek>",
  "</Dek>",
  "{/* a note\n\n## of an editor */}",
  "{1 +",
  "1}",
  'export const one = "\n\n## two";',
  "[one]: https://example.org",
  "[^1], [^2] and [one][two]",
  "[two]: https://example.org\n[^2]: a note\n\n    that goes on",
  "> [^2]: said",
  "[^1]: a note",
  "a line\rand one more",
  "a line\r\nand one more",
  "",
];

/** The tree of an expression counts from where its reader began, and nobody goes by its places. */
function readable({ children }: Root): unknown {
  return JSON.parse(
    JSON.stringify(children, (key, value: unknown) => (key === "data" ? undefined : value)),
  );
}

const texts = fc
  .array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.join("\n\n"));

test("a text that is read section by section is what it is when it is read as one", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const inSections = parseSections({ text, from: 0, line: 1 }, cutPieces(text), "a.mdx");
      const whole = parseMdx(text, "a.mdx");
      if (inSections === null) return;
      if (!("tree" in whole)) throw new Error(`only the sections can be read: ${text}`);
      expect(readable(inSections)).toEqual(readable(whole.tree));
    }),
    { numRuns: 1000 },
  );
});

test("an article with a word changed, and lines before it, is read as what it is", () => {
  const file = "content/articles/did-the-world-sell-america/index.mdx";
  const article = readFileSync(file, "utf8").replace(/^---\n[^]*?\n---\n/u, "");
  for (const text of [article, article.replace("Treasury", "treasury"), `\n\nOne.\n\n${article}`]) {
    const from = 7;
    const pieces = cutPieces(text).map((piece) => ({
      ...piece,
      from: piece.from + from,
      line: piece.line + 2,
    }));
    const whole = parseMdx(text, "a.mdx");
    if (!("tree" in whole)) throw new Error("the article cannot be read");
    const inSections = parseSections({ text, from, line: 3 }, pieces, "a.mdx");
    if (inSections === null) throw new Error("the sections cannot be read");
    expect(readable(inSections)).toEqual(readable(movePositions(whole.tree, from, 2)));
  }
});
