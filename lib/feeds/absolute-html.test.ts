import { expect, test } from "vitest";
import { absoluteHtml } from "./absolute-html.ts";

const page = new URL("https://tickmark.example/articles/a");

test("links to a place on the page lead to the page itself", () => {
  expect(absoluteHtml('<a href="#sources">x</a>', page)).toBe(
    '<a href="https://tickmark.example/articles/a#sources">x</a>',
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
