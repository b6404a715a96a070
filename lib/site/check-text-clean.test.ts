import { expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { cleanText } from "./check-text-clean.ts";

test.each([
  [
    "a text as it is",
    "Japan held $1.1 trillion.\n\nChina less.",
    "Japan held $1.1 trillion.\n\nChina less.",
  ],
  ["lines of any kind of machine", "a\r\nb\rc\u2028d", "a\nb\nc\nd"],
  [
    "rows of a spreadsheet with their tabs",
    "\tMay\tJune\nJapan\t1\t2\n",
    "\tMay\tJune\nJapan\t1\t2",
  ],
  ["halves of characters", "a\ud800b\udc00", "a\ufffdb\ufffd"],
  ["a character of two halves", "😀", "😀"],
  ["characters that have no width", "$1\u200b.\ufeff6", "$1.6"],
  ["Chinese and Arabic", "日本持有1.1万亿美元 اليابان", "日本持有1.1万亿美元 اليابان"],
  [
    "brackets that are no tags",
    "p < 0.05 and q > 2, <unknown>, a<b",
    "p < 0.05 and q > 2, <unknown>, a<b",
  ],
  ["nothing", "", ""],
  ["white space", " \n\t \u00a0\n", ""],
])("%s", (_title, pasted, text) => {
  expect(cleanText(pasted)).toEqual({ text, notices: [] });
});

test("what is left out is said", () => {
  expect(cleanText("$1\0.6")).toEqual({
    text: "$1.6",
    notices: ["Characters that are no text were left out."],
  });
  expect(cleanText("$\u202e6.1\u202c billion")).toEqual({
    text: "$6.1 billion",
    notices: ["Marks that turn the direction of writing were left out."],
  });
});

test("of a quoted mail the words are read", () => {
  expect(cleanText("Anna, see:\n\n> Japan held $1.2\n> trillion.\n>\n>> Did it?")).toEqual({
    text: "Anna, see:\n\nJapan held $1.2\ntrillion.\n\nDid it?",
    notices: ["The marks of quoting (“>”) before lines were left out."],
  });
  expect(cleanText("> 5 percent").text).toBe("> 5 percent");
});

test("words that a typesetter has parted are put together, and those with a hyphen keep it", () => {
  expect(cleanText("net sales of long-\nterm secu-\nrities were $132.5 bil-\n lion.")).toEqual({
    text: "net sales of long-term securities were $132.5 billion.",
    notices: ["Words parted at the ends of lines were put together."],
  });
  expect(cleanText("the years 2024-\n2025, U.S.-\nheld").notices).toEqual([]);
});

test.each([
  [
    "the year-\nend, quarter-\nend and Month-\nend figures",
    "the year-end, quarter-end and Month-end figures",
  ],
  [
    "one-\nthird, two-\nfifths or twenty-\nfive percent",
    "one-third, two-fifths or twenty-five percent",
  ],
  [
    "an all-\ntime high, year-over-\nyear and year-\nover-year",
    "an all-time high, year-over-year and year-over-year",
  ],
  ["year-to-\ndate, a one-\ntime short-\ndated bill", "year-to-date, a one-time short-dated bill"],
  [
    "month-\nly, long-\ner, six-\nteen, short-\nage, high-\nlight, more-\nover, al-\nlocate, week-\nend",
    "monthly, longer, sixteen, shortage, highlight, moreover, allocate, weekend",
  ],
])("a hyphen between two words stays, and one within a word goes: %j", (pasted, text) => {
  expect(cleanText(pasted).text).toBe(text);
});

test("bullets of word processors are items", () => {
  expect(cleanText("\u2022\tJapan\n\uf0b7 China\no\tCanada").text).toBe(
    "- Japan\n- China\n- Canada",
  );
});

test.each([
  [
    "paragraphs and marks",
    "<p>Japan held <b>$1.1&nbsp;trillion</b>.</p><p>China&#39;s &lt; it.</p>",
    "Japan held $1.1\u00a0trillion.\n\nChina's < it.",
  ],
  [
    "rows and cells",
    "<table><tr><th>Area</th><td>May</td></tr>\n<tr><th>Japan</th><td>1</td></tr></table>",
    "Area\tMay\n\nJapan\t1",
  ],
  [
    "a script and a style, which hold no words",
    "<p>a</p><script>alert('$1')</script><style>b{}</style>c",
    "a\n\nc",
  ],
  ["a script alone", "<script>alert(1)</script>", ""],
  ["a script that never ends", "<p>a</p><script>alert(1)", "a"],
  ["a comment", "<p>a<!-- <p>b</p> --></p>", "a"],
  ["a tag that never ends", "<p>a <b c", "a <b c"],
  [
    "characters by number that there are not",
    "<p>&#xd800;&#9999999;&nothing;</p>",
    "\ufffd&#9999999;&nothing;",
  ],
])("of HTML the words are read: %s", (_title, pasted, text) => {
  const cleaned = cleanText(pasted);
  expect(cleaned.text).toBe(text);
  expect(cleaned.notices).toEqual([
    "The text was HTML: its words are read, and its tags left out.",
  ]);
});

test.each([
  ["tags that never end", "<p ".repeat(6_600)],
  ["line feeds", "\n".repeat(20_000)],
  ["spaces", " ".repeat(19_999) + "a"],
  ["tags and line feeds", "<p>\n ".repeat(4_000)],
  ["digits", "1".repeat(20_000)],
  ["marks of quoting", "> ".repeat(10_000)],
  ["bullets", "\u2022".repeat(20_000)],
  ["hyphens", "a-\n".repeat(6_600)],
])("many %s take no time", (_title, pasted) => {
  const clock = startProcessorClock();
  cleanText(pasted);
  expect(clock()).toBeLessThan(500);
});
