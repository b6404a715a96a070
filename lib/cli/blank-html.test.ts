import fc from "fast-check";
import { expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { blankHtml, isHtml } from "./blank-html.ts";

test.each([
  ["<p>It rose to\n<b>$5</b> billion.</p>", "\n\n It rose to    $5     billion.\n\n  "],
  ["<script>if (a < 3) pay($9)</script>$5", "                                   $5"],
  ["<!-- $9 -->$5", "           $5"],
  ["<td>1</td><td>2</td>", "    1\t        2\t    "],
  ["p < 0.05 and 3 > 2", "p < 0.05 and 3 > 2"],
  ["<style>a{}", "<style>a{}".replace(/./gu, " ")],
])("%j keeps its words where they are", (page, expected) => {
  expect(blankHtml(page)).toBe(expected);
});

test("nothing moves, whatever is given", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "<p>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "$5 ",
    "\n",
    "é",
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const page = pieces.join("");
      expect(blankHtml(page).length).toBe(page.length);
    }),
  );
});

test("tags that do not end take no longer than others", () => {
  const spent = startProcessorClock();
  blankHtml("<a".repeat(200_000));
  blankHtml("<script>".repeat(100_000));
  blankHtml("<!--".repeat(100_000));
  expect(spent()).toBeLessThan(10_000);
});

test.each([
  ["<!DOCTYPE html><p>a", true],
  ["  <div class='a'>b</div>", true],
  ["| a < b |", false],
  ["<Claim of='a'>b</Claim>", false],
])("whether %j is a page: %s", (text, expected) => {
  expect(isHtml(text)).toBe(expected);
});
