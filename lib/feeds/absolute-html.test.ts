import { expect, test } from "vitest";
import { absoluteHtml } from "./absolute-html.ts";

const page = new URL("https://tickmark.example/articles/a");

test("links to a place on the page lead to the page itself", () => {
  expect(absoluteHtml('<a href="#sources">x</a>', page)).toBe(
    '<a href="https://tickmark.example/articles/a#sources">x</a>',
  );
});

test("a footnote keeps its name, by which readers show it in place, and no other name is sent", () => {
  const html =
    '<p id="x">A<sup><a href="#fn-1" id="fnref-1">1</a></sup></p><ol><li id="fn-1">B</li><li id="y">C</li></ol>';
  expect(absoluteHtml(html, page)).toBe(
    '<p>A<sup><a href="https://tickmark.example/articles/a#fn-1" id="fnref-1">1</a></sup></p><ol><li id="fn-1">B</li><li>C</li></ol>',
  );
});

test("addresses elsewhere stay as they are", () => {
  const html = '<a href="https://ticdata.treasury.gov/x?a=1">x</a>';
  expect(absoluteHtml(html, page)).toBe(html);
});

test("scripts, styles and controls do not travel, wherever they stand", () => {
  const html = "<script>a</script><p>x<style>b</style><!-- c --><button>d</button></p>";
  expect(absoluteHtml(html, page)).toBe("<p>x</p>");
});

test("a picture is one address with its size", () => {
  const html = '<img src="/c.png" srcset="/c2.png 2x" width="2" height="1" alt="">';
  expect(absoluteHtml(html, page)).toBe(
    '<img src="https://tickmark.example/c.png" width="2" height="1" alt="">',
  );
});

test("making absolute twice changes nothing", () => {
  const once = absoluteHtml('<p>a & b <a href="/x">y</a></p>', page);
  expect(absoluteHtml(once, page)).toBe(once);
});

test("what readers strip is not sent, and its words are", () => {
  const html =
    '<section class="x" id="y" data-z><details><summary>More</summary><p onclick="a()">b</p></details></section><svg><text>c</text></svg>';
  expect(absoluteHtml(html, page)).toBe("<section>More<p>b</p></section>c");
});

test("no address runs anything", () => {
  const html = '<a href="javascript:alert(1)">x</a><img src="data:image/png,a" alt="">';
  expect(absoluteHtml(html, page)).toBe('<a>x</a><img alt="">');
});

test("a table brings its lines, unless it has styles of its own", () => {
  const html = '<table><tbody><tr><td>a</td><td style="color:red">b</td></tr></tbody></table>';
  const written = absoluteHtml(html, page);
  expect(written).toContain('<table style="border-collapse:collapse">');
  expect(written).toContain('border-bottom:1px solid #ccc">a</td><td style="color:red">b</td>');
});
