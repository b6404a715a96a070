import { expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { readArticleText } from "./article-text.ts";

const textOf = (body: string) => readArticleText(`---\nid: a\n---\n\n# Title\n\n${body}\n`);

test.each([
  ["", "\n"],
  ["\ufeff", "\n"],
  ["", "\r\n"],
  ["\ufeff", "\r\n"],
])("with %j before it and lines that end in %j an article says when it appears", (mark, end) => {
  const read = (...lines: string[]) =>
    readArticleText(mark + ["---", ...lines, "---", "", "# T", ""].join(end)).appears;
  expect(read("published: 2026-11-30", "draft: true")).toBeNull();
  expect(read("id: [", "draft: true")).toBeNull();
  expect(read("published: 2026-11-30T09:00-05:00")).toBe("2026-11-30T14:00:00.000Z");
});

test.each([
  `<Chart id="x" />`,
  `<Chart id='x' />`,
  `<Chart id = "x" />`,
  `<Chart\n  id="x"\n/>`,
  `<Chart caption="a > b" id="x" />`,
  `<Chart caption='id="y"' id="x" />`,
  `<Chart id="x"`,
  `<Note text="<Chart>" /> <Chart id="x" />`,
])("%j names the chart x", (tag) => {
  expect(textOf(tag).charts).toEqual(["x"]);
});

test("a chart in a comment is not named", () => {
  expect(textOf(`{/* <Chart id="x" /> */}`).charts).toEqual([]);
});

test("the face of an article changes with what stands behind a > in an attribute, and not with running text", () => {
  const claim = (area: string, note = "") =>
    textOf(`${note}<Claim of="1 > latest(slt5.holdings.${area})">more</Claim> than before`).face;
  expect(claim("japan")).not.toBe(claim("china"));
  const note = `{/* <Note " */}\n\n`;
  expect(claim("japan", note)).not.toBe(claim("china", note));
  expect(claim("japan")).toBe(claim("japan", "So it goes. "));
});

test("a word of the dek changes the face, also of one that has no end yet", () => {
  expect(textOf("<Dek>Sold.</Dek>\n\nOn.").face).not.toBe(textOf("<Dek>Held.</Dek>\n\nOn.").face);
  expect(textOf("<Dek>Sold.").face).not.toBe(textOf("<Dek>Held.").face);
});

test.each(["<a ", "<Dek>", `<a "`, "{/*", "{/*/", `<Chart `, `<Chart a='`, "{   ", "a".repeat(9)])(
  "a long text of nothing but %j is read at once",
  (part) => {
    const spent = startProcessorClock();
    textOf(`<Chart ${part.repeat(100_000)}`);
    textOf(part.repeat(100_000) + "*/");
    expect(spent()).toBeLessThan(10_000);
  },
);
