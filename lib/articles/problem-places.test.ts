import type { ElementContent } from "hast";
import { expect, test } from "vitest";
import { parseArticle, type ChartHeadline } from "./article.ts";
import { articleWith } from "./example-article.ts";
import { markProblems } from "./problem-places.ts";
import { contentOf } from "./problem-words.ts";
import { stringAttribute } from "./showable-tree.ts";

/** The body of an article as markup, with its problems in it; `more` are problems found besides. */
function marked(
  body: string,
  headlines: ReadonlyMap<string, ChartHeadline> = new Map(),
  more: readonly { line: number; column: number; file?: string; message: string }[] = [],
): { text: string; kinds: string[]; loose: number[] } {
  const source = articleWith(body);
  const read = parseArticle(source, { slug: "a", file: "a.mdx" }, headlines);
  if (read.article === null) throw new Error("not read");
  const others = more.map(({ file = "a.mdx", message, ...at }) => {
    return { kind: "other", message, at: { file, ...at } };
  });
  const problems = [...read.problems, ...others];
  const { tree, placed } = markProblems(read.article, problems, headlines);
  return {
    text: contentOf(tree).map(printed).join("").split("</Dek>").slice(1).join("").trim(),
    kinds: problems.map(({ kind }) => kind),
    loose: problems.map((_, index) => index + 1).filter((number) => !placed.has(number)),
  };
}

function printed(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (!("children" in node)) return `(${node.type})`;
  const children = node.children.map(printed).join("");
  if (node.type === "element") return `<${node.tagName}>${children}</${node.tagName}>`;
  const [numbers, id] = [stringAttribute(node, "numbers"), stringAttribute(node, "id")];
  const said = numbers ?? (id === null ? "" : "id");
  return `<${node.name}${said && ` ${said}`}>${children}</${node.name}>`;
}

test("the words that a problem quotes are marked where they stand", () => {
  const { text, kinds } = marked(
    "It held $5 billion of *bonds and* 3% of &amp; stocks \\$7 later.",
  );
  expect(kinds).toEqual(["unmarked-figure", "unmarked-figure", "unmarked-figure"]);
  expect(text).toBe(
    "<p>It held <Problem 1>$5 billion</Problem> of <em>bonds and</em> <Problem 2>3%</Problem> of & stocks <Problem 3>$7</Problem> later.</p>",
  );
});

test("a problem of a mark stands round the mark, however many there are, and wherever in its tag", () => {
  const claim = '<Claim of="at(mfh.holdings.japan, 2025-12)">$5 billion</Claim>';
  const { text } = marked(`Japan held ${claim} of it.`, undefined, [
    { line: 14, column: 12, message: '"$5 billion" is contradicted' },
    { line: 14, column: 25, message: "there is no such series" },
    { line: 14, column: 60, message: '"billion" is no word of these' },
  ]);
  expect(text).toBe(
    "<p>Japan held <Problem 1 2 3><Claim id>$5 billion</Claim></Problem> of it.</p>",
  );
});

test("a mark that makes no claim has no id, and does not take that of the next", () => {
  const { text } = marked(
    'It was <Claim>$4 billion</Claim> and <Claim of="at(a, 2025)">$5 billion</Claim>.',
  );
  expect(text).toContain(
    "<Problem 1><Claim>$4 billion</Claim></Problem> and <Claim id>$5 billion</Claim>",
  );
});

test("a block has its problem before it", () => {
  const { text } = marked('## A part\n\n<Chart id="none" />\n\n# Again\n\n```\n5 billion\n```');
  expect(text).toContain("<Problem 2></Problem><Chart id></Chart>");
  expect(text).toContain("<Problem 3></Problem><h1>Again</h1>");
  expect(text).toContain("<Problem 1></Problem><pre>");
});

test("what cannot be read is shown as it is written, where it stands", () => {
  const { text, loose } = marked("One.\n\nTwo <Claim of=\n\nThree.");
  expect(text.replaceAll("\n", "")).toBe(
    "<p>One.</p><Unread 1>Two <Claim of=</Unread><p>Three.</p>",
  );
  expect(loose).toEqual([]);
});

test("code and unknown components are shown, not run", () => {
  const { text } = marked(
    'A {1 + 1} and <Nope a={2}>five</Nope> <Gone />.\n\nexport const a = 1\n\n<Note id="x" {...y}>z</Note>',
  );
  expect(text).toContain("<Problem 1><code>{1 + 1}</code></Problem>");
  expect(text).toContain("<Problem 2>five</Problem>");
  expect(text).toContain("<code><Gone /></code>");
  expect(text).toContain("<Problem 5 6><Note id>z</Note></Problem>");
});

test("a problem of a chart's headline stands in the headline, and one of the chart before it", () => {
  const at = { file: "charts/c.yml", line: 3, column: 11 };
  const text = 'Japan held <Claim of="at(a, 2025)">$5 billion</Claim> and $6 billion';
  const headlines = new Map([["c", { text, at }]]);
  const found = marked('<Chart id="c" />', headlines, [
    { file: at.file, line: 3, column: 22, message: "is contradicted" },
    { file: at.file, line: 9, column: 1, message: "series: expected a key" },
  ]);
  expect(found.text).toContain("<Problem 2><Claim id>$5 billion</Claim></Problem>");
  expect(found.text).toContain("<Problem 1>$6 billion</Problem>");
  expect(found.text).toContain("<Problem 3></Problem><Chart");
});

test("a problem of the frontmatter, or of what is missing, has no place in the text", () => {
  expect(
    marked("Text.", undefined, [{ line: 3, column: 9, message: "byline: expected" }]).loose,
  ).toEqual([1]);
});
