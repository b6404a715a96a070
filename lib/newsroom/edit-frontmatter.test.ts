import { expect, test } from "vitest";
import type { ArticleDecision, WrittenCorrection } from "#lib/articles/frontmatter";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { editFrontmatter, type FrontmatterEdit } from "./edit-frontmatter.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const decision: ArticleDecision = {
  vintage: day("2026-07-16"),
  decision: "left",
  by: 'Jane "J." Doe: editor',
  on: day("2026-07-17"),
  note: "# no comment",
};
const correction: WrittenCorrection = {
  date: day("2026-07-17"),
  wrong: "It fell.",
  right: "It rose.",
  why: "Revised",
};

function edit(source: string, append: NonNullable<FrontmatterEdit["append"]>, set = {}) {
  return editFrontmatter(source, { set, append });
}

const written = `  - vintage: 2026-07-16
    decision: left
    by: "Jane \\"J.\\" Doe: editor"
    on: 2026-07-17
    note: "# no comment"
`;

test("a value is replaced and a list begun; comments and all other bytes stay", () => {
  const source = `---
id: one # never changes
asOf: 2026-06-18   # the vintage
updated: "2026-06-19"
# the end
---

# A headline: asOf: 2026-06-18
`;
  expect(edit(source, { desk: [decision] }, { asOf: "2026-07-16", updated: "2026-07-17" })).toEqual(
    {
      ok: true,
      source: source
        .replace("asOf: 2026-06-18   #", "asOf: 2026-07-16   #")
        .replace('"2026-06-19"', "2026-07-17")
        .replace("# the end\n", `# the end\ndesk:\n${written}`),
    },
  );
});

test("a list goes on behind its last item, in its own indentation, before what follows", () => {
  const source = `---
desk:
- vintage: 2026-02-18
  decision: signed
  by: A
  on: 2026-02-19 # a remark
# of what follows
asOf: 2026-06-18
---
text`;
  expect(edit(source, { desk: [decision] })).toEqual({
    ok: true,
    source: source.replace("# of what", `${written.replaceAll(/^ {2}/gm, "")}# of what`),
  });
});

test("two lists at the end of the frontmatter each get their own", () => {
  const source = `---\nasOf: 2026-06-18\ndesk:\n${written}---\n`;
  expect(
    edit(source, { desk: [{ ...decision, decision: "signed" }], corrections: [correction] }),
  ).toEqual({
    ok: true,
    source: `---\nasOf: 2026-06-18\ndesk:\n${written}${written.replace("left", "signed")}corrections:\n  - date: 2026-07-17\n    wrong: "It fell."\n    right: "It rose."\n    why: "Revised"\n---\n`,
  });
});

test.each(["asOf: 2026-06-18\n", "corrections: []\n", "corrections: [{ date: 2026-07-01 }]\n"])(
  "a time stands as it is written: %j",
  (before) => {
    const date = "2026-07-17T09:00:05-04:00";
    const edited = edit(`---\n${before}---\n`, { corrections: [{ ...correction, date }] });
    expect(edited.ok && edited.source).toContain(`date: ${date}`);
  },
);

test.each([
  "desk: []\n",
  "desk: [] # none yet\n",
  "desk: [{ vintage: 2026-02-18, decision: signed, by: A, on: 2026-02-19 }]\n",
])("a list in brackets goes on: %s", (list) => {
  expect(edit(`---\n${list}asOf: 2026-06-18\n---\n`, { desk: [decision] })).toMatchObject({
    ok: true,
  });
});

test("line ends and a byte order mark stay as they are", () => {
  const source = "\ufeff---\r\nasOf: 2026-06-18\r\n---\r\ntext\r\n";
  const edited = edit(source, { desk: [decision] });
  expect(edited).toMatchObject({ ok: true });
  if (!edited.ok) return;
  expect(edited.source.startsWith("\ufeff---\r\nasOf: 2026-06-18\r\ndesk:\r\n  - vintage")).toBe(
    true,
  );
  expect(edited.source.replaceAll("\r\n", "")).not.toContain("\n");
});

test.each([
  ["braces", "---\n{ asOf: 2026-06-18 }\n---\n"],
  ["a list that is none", "---\ndesk: yes\nasOf: 2026-06-18\n---\n"],
  ["no frontmatter", "# A headline\n"],
  ["no such field", "---\nid: one\n---\n"],
])("what is written in an uncommon way is left to a person: %s", (_, source) => {
  const edited = edit(source, { desk: [decision] }, { asOf: "2026-07-16" });
  expect(edited).toMatchObject({ ok: false });
});

test("what stands in quotes, over several lines or in another language stays what it says", () => {
  const note = "Größe ⇒ 1 \\n “quoted” — ￼: - [x] {y} & *z";
  const edited = edit("---\nasOf: 2026-06-18\n---\n", { desk: [{ ...decision, note }] });
  expect(edited).toMatchObject({ ok: true });
  expect(edited.ok && edited.source).toContain(JSON.stringify(note));
});

test("a line is taken away with the remark behind it, and nothing else", () => {
  const source = "---\r\nid: one\r\ndraft: true # not yet\r\n# keep\r\nasOf: 2026-06-18\r\n---\r\n";
  expect(editFrontmatter(source, { remove: ["draft"] })).toEqual({
    ok: true,
    source: source.replace("draft: true # not yet\r\n", ""),
  });
});

test.each(["---\nasOf: 2026-06-18\n---\n", "---\ndraft:\n  true\n---\n"])(
  "a field that is not there, or on two lines, is left to a person: %j",
  (source) => {
    expect(editFrontmatter(source, { remove: ["draft"] })).toMatchObject({ ok: false });
  },
);
