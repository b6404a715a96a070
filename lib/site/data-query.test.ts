import { describe, expect, test } from "vitest";
import { readPageQuery, seriesPath } from "./data-page-query.ts";
import { dataPath, readDataQuery, wholeIndex } from "./data-query.ts";

describe("the address of the index", () => {
  test("is read back as the question it was made from", () => {
    const query = { ...wholeIndex, search: "Japan & bonds", class: "corporates", page: 3 };
    const address = dataPath(query);
    expect(address).toBe("/data?search=Japan+%26+bonds&class=corporates&page=3");
    const parameters = Object.fromEntries(new URLSearchParams(address.split("?")[1]));
    expect(readDataQuery(parameters)).toEqual({ query, notices: [] });
  });

  test("holds nothing that was not asked, and an empty field of a form asks nothing", () => {
    expect(dataPath(wholeIndex)).toBe("/data");
    expect(readDataQuery({ search: "", area: "", page: undefined })).toEqual({
      query: wholeIndex,
      notices: [],
    });
  });

  test.each([
    ["an unknown parameter", { vintage_date: "2026-02-18" }, "vintage_date"],
    ["a parameter given twice", { area: ["japan", "china-mainland"] }, "more than once"],
    ["a slug that cannot be one", { release: "slt1'; DROP" }, "name of a table"],
    ["a page that is no number", { page: "-1" }, "not the number of a page"],
    ["a page beyond all", { page: "99999" }, "not the number of a page"],
    ["a key of every object", { constructor: "x" }, "constructor"],
  ])("is answered as far as it can be, and says what was left out: %s", (_, parameters, said) => {
    const { query, notices } = readDataQuery(parameters);
    expect(query).toEqual(wholeIndex);
    expect(notices).toEqual([expect.stringContaining(said)]);
  });

  test("holds no control character: each is a space", () => {
    expect(readDataQuery({ search: "a\0b\u0007\n" })).toEqual({
      query: { ...wholeIndex, search: "a b" },
      notices: [],
    });
    expect(readDataQuery({ search: "\0" }).query).toEqual(wholeIndex);
  });

  test("is cut where the words are too many", () => {
    const { query, notices } = readDataQuery({ search: "x".repeat(500) });
    expect(query.search).toHaveLength(120);
    expect(notices).toHaveLength(1);
  });
});

describe("the address of a series", () => {
  test("says the day to read as of and what to show whole", () => {
    expect(seriesPath("mfh.holdings.japan")).toBe("/data/mfh.holdings.japan");
    const query = { asOf: "2026-02-18", allValues: true, allRevisions: false };
    const address = seriesPath("mfh.holdings.japan", query);
    expect(address).toBe("/data/mfh.holdings.japan?asOf=2026-02-18&values=all");
    const parameters = Object.fromEntries(new URLSearchParams(address.split("?")[1]));
    expect(readPageQuery("mfh.holdings.japan", parameters)).toEqual({ query, notices: [] });
  });

  test("may hold the view of its chart, which is not the page's to answer", () => {
    const view = { "a.b.from": "2015-01", "a.b.areas": "japan" };
    expect(readPageQuery("a.b", view).notices).toEqual([]);
    expect(readPageQuery("a.b", { "a.c.from": "2015-01" }).notices).toEqual([
      expect.stringContaining("a.c.from"),
    ]);
  });

  test("with a misspelt name for the day says so, and does not pretend to be of that day", () => {
    expect(readPageQuery("a.b", { asof: "2026-02-18" })).toMatchObject({
      query: { asOf: null },
      notices: [expect.stringContaining("asof")],
    });
    expect(readPageQuery("a.b", { asOf: ["2026-02-18", "2026-06-18"] })).toMatchObject({
      query: { asOf: null },
      notices: [expect.stringContaining("more than once")],
    });
  });
});
