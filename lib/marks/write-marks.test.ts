import { describe, expect, test } from "vitest";
import { parseArticleTree } from "#lib/articles/article-tree";
import { articleWith } from "#lib/articles/example-article";
import { cutFrontmatter } from "#lib/articles/cut-frontmatter";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Outcome } from "#lib/suggest/found-figure";
import { readDraft } from "./draft-text.ts";
import { exampleFigure } from "./example-figure.ts";
import { writeMarks } from "./write-marks.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const asOf = day("2026-06-18");
const reader = createMemoryReader({
  series: [exampleSeries("mfh.holdings.japan")],
  vintages: [
    {
      release: "mfh",
      date: asOf,
      figures: { "mfh.holdings.japan": { "2025-11": "1202.7", "2025-12": "1185.5" } },
    },
  ],
});
const heldVintages = await reader.vintages("mfh");

interface Proposed {
  readonly figure: string;
  readonly said?: string;
  readonly expression: string;
  readonly confidence?: number;
  readonly outcome?: Outcome;
}

/** Writes what is proposed for figures, named by their words, into an article of one paragraph. */
async function write(body: string, proposed: readonly Proposed[]) {
  const source = articleWith(body);
  const { end } = cutFrontmatter(source, "a.mdx");
  const draft = readDraft(parseArticleTree(source, "a.mdx", end).tree, source);
  const figures = proposed.map(({ figure, said = figure, expression, ...details }) => {
    const part = draft.parts.find(({ text }) => text.includes(said));
    if (part === undefined) throw new Error(said);
    const from = part.start + part.text.indexOf(said);
    const start = from + said.indexOf(figure);
    return exampleFigure("", { start, end: start + figure.length }, [expression], {
      ...{ said: { start: from, end: from + said.length }, note: "No series gives this." },
      ...details,
    });
  });
  const marked = await writeMarks(
    {
      slug: "a",
      file: "a.mdx",
      source,
      headlines: new Map(),
      toSource: draft.toSource,
      blockOf: draft.blockOf,
    },
    figures,
    { reader, nouns: null, heldVintages },
  );
  return {
    body: marked.source.slice(articleWith("").trimEnd().length).trim(),
    isElsewhereSame: marked.source.startsWith(articleWith("").trimEnd()),
    left: marked.left.map(({ reason }) => reason),
  };
}

const level = { figure: "$1,185.5 billion", expression: "at(mfh.holdings.japan, 2025-12)" };
const fall = {
  ...{ figure: "$17.2 billion", said: "fell by $17.2 billion" },
  expression: "change(mfh.holdings.japan, 2025-12)",
};

describe("what is written", () => {
  test.each([
    [
      "It held $1,185.5 billion then.",
      [level],
      'It held <Claim of="at(mfh.holdings.japan, 2025-12)">$1,185.5 billion</Claim> then.',
    ],
    [
      "Holdings fell by $17.2 billion to $1,185.5 billion.",
      [fall, level],
      'Holdings <Claim of="change(mfh.holdings.japan, 2025-12)">fell by $17.2 billion</Claim> to <Claim of="at(mfh.holdings.japan, 2025-12)">$1,185.5 billion</Claim>.',
    ],
    [
      "Holdings were **$1,185.5 billion**, and &amp; *more*.",
      [level],
      'Holdings were **<Claim of="at(mfh.holdings.japan, 2025-12)">$1,185.5 billion</Claim>**, and &amp; *more*.',
    ],
    [
      "There was a loss of $17.2 billion.",
      [{ ...fall, said: "$17.2 billion" }],
      'There was a loss of <Claim of="-change(mfh.holdings.japan, 2025-12)">$17.2 billion</Claim>.',
    ],
  ])("%s", async (body, proposed, expected) => {
    expect(await write(body, proposed)).toEqual({
      body: expected,
      isElsewhereSame: true,
      left: [],
    });
  });
});

test("figures of one sentence that are refused alone are marked together", async () => {
  const body = "Holdings were $1,202.7 billion in November 2025 and $1,185.5 billion in December.";
  const { left } = await write(body, [
    { figure: "$1,202.7 billion", expression: "at(mfh.holdings.japan, 2025-11)" },
    level,
  ]);
  expect(left).toEqual([]);
});

describe("what is left as it is", () => {
  test.each([
    [
      "the gate refuses the value",
      "It held $1,100.5 billion then.",
      { ...level, figure: "$1,100.5 billion" },
      /^the gate refuses it: /u,
    ],
    [
      "the proposal is not sure",
      "It held $1,185.5 billion.",
      { ...level, confidence: 0.4 },
      /by hand/u,
    ],
    [
      "nothing supports it",
      "It held $1,185.5 billion.",
      { ...level, outcome: "unknown" as const },
      /No series gives this/u,
    ],
    [
      "it stands in a link",
      "It held [$1,185.5 billion](https://example.org).",
      level,
      /stands inside a link/u,
    ],
    [
      "emphasis begins among its words",
      "It held $1,185.5 *billion* then.",
      { ...level, figure: "$1,185.5 billion" },
      /on both sides of a tag or of emphasis/u,
    ],
  ])("a figure where %s", async (_, body, proposed, reason) => {
    const { body: after, left } = await write(body, [proposed]);
    expect(after).toBe(body);
    expect(left).toEqual([expect.stringMatching(reason)]);
  });
});

test("an article that is about no vintage held gets no mark", async () => {
  const elsewhere = { reader, nouns: null, heldVintages: [] };
  const source = articleWith("Text.");
  const draft = {
    slug: "a",
    file: "a.mdx",
    source,
    headlines: new Map(),
    toSource: () => null,
    blockOf: () => 0,
  };
  expect(await writeMarks(draft, [], elsewhere)).toEqual({ source, written: [], left: [] });
});
