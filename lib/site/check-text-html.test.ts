import { expect, test } from "vitest";
import { textOfHtml } from "./check-text-html.ts";

test.each([
  ["p < 0.05 and q > 2"],
  ["<unknown>, a<b, x</y"],
  ["an arrow <-- and <!doct"],
  ["<p without an end"],
  [""],
])("%j is no HTML", (text) => {
  expect(textOfHtml(text)).toBeNull();
});

test.each([
  ["paragraphs", "<p>One\n  line.</p><p>Two.</p>", "One line.\n\nTwo."],
  ["lines and items", "<div>a<br>b</div><ul><li>c<li>d</ul>", "a\nb\n\n- c\n- d"],
  ["a row of a table", "<table><tr><th>May</th><td>1</td></tr></table>", "May\t1"],
  ["words in other elements", 'a <b>$1</b>.<a href="x">6</a> billion', "a $1.6 billion"],
  ["named and numbered characters", "<p>&lt;&#36;1&nbsp;&#x2013; &frac12;", "<$1\u00a0– ½"],
  ["what is no character", "<p>&nope; &#99999999; &#1114112;", "&nope; &#99999999; &#1114112;"],
  ["a bracket among tags", "<p>3 < 4</p>", "3 < 4"],
])("%s become text", (_title, html, text) => {
  expect(textOfHtml(html)?.trimEnd()).toBe(text);
});

test("what readers do not see is left out, with all that is in it", () => {
  const html =
    "<p>a</p><script>if (1 < 2) document.write('<p>$9 billion</p>')</script><style>p{}</style><!-- <p>$8 --><p>b</p>";
  expect(textOfHtml(html)?.trim()).toBe("a\n\nb");
});

test("a tag that never ends is text from its bracket on", () => {
  const open = `<a title="${"x".repeat(3000)}`;
  expect(textOfHtml(`<p>a</p>${open}`)).toBe(`a\n\n${open}`);
});

test.each([
  ["<p>a</p><svg width=9><p>$9 billion</p>", "a\n\n$9 billion"],
  ["<head><header>a</header><p>b</p>", "a\n\nb"],
  ["<svg>x</svg><p>a</p><SVG><p>b</p>", "a\n\nb"],
])("what is never closed hides nothing: %s", (html, text) => {
  expect(textOfHtml(html)?.trim()).toBe(text);
});
