import { expect, test } from "vitest";
import { pageLinks } from "./page-links.ts";

const address = "https://tickmark.example/api/series";

test("a page in the middle names the ones beside it, asked with the same words", () => {
  const asked = { search: "china & co", class: undefined, limit: 10, offset: 15 };
  expect(pageLinks(address, asked, 40)).toEqual({
    self: `${address}?search=china+%26+co&limit=10&offset=15`,
    next: `${address}?search=china+%26+co&limit=10&offset=25`,
    prev: `${address}?search=china+%26+co&limit=10&offset=5`,
  });
});

test("the only page has none beside it", () => {
  expect(pageLinks(address, { limit: 10, offset: 0 }, 10)).toMatchObject({
    next: null,
    prev: null,
  });
});

test("from beyond the end one gets back to the last page", () => {
  const { next, prev } = pageLinks(address, { limit: 10, offset: 500 }, 25);
  expect(next).toBeNull();
  expect(prev).toBe(`${address}?limit=10&offset=15`);
});
