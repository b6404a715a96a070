import { expect, test } from "vitest";
import type { DocumentKind, SearchDocument } from "./search-document.ts";
import { createIndex } from "./search-index.ts";
import { readQuery } from "./search-query.ts";
import { synonymsOf } from "./synonyms.ts";

function document(
  kind: DocumentKind,
  title: string,
  text = "",
  names: string[] = [],
): SearchDocument {
  return { kind, path: `/${title}`, title, text, names, place: null, figure: null };
}

const index = createIndex(
  [
    document("area", "United Kingdom", "", ["Great Britain"]),
    document("area", "United States"),
    document("area", "Ukraine"),
    document("area", "Türkiye", "", ["Turkey"]),
    document("term", "Treasury bills", "Treasury securities issued for a year or less.", [
      "T-bills",
    ]),
    document("term", "Net purchases", "What was bought less what was sold."),
    document("claim", "Net sales and then purchases", "Japan’s holdings fell by $17.2 billion."),
    document("article", "The year", "Purchases of bonds by the United Kingdom were net of sales."),
  ],
  synonymsOf([
    ["United Kingdom", "UK", "Great Britain"],
    ["Treasury bills", "T-bills"],
  ]),
);

function titles(typed: string): string[] {
  return index.find(readQuery(typed)).documents.map(({ document: { title } }) => title);
}

test("every word must be found, in any form and in any order", () => {
  expect(titles("bond purchase")).toEqual(["The year"]);
  expect(titles("bonds nowhere")).toEqual([]);
  expect(titles("holding Japan")).toEqual(["Net sales and then purchases"]);
});

test("names of one thing stand for one another", () => {
  expect(titles("uk")).toEqual(["United Kingdom", "The year"]);
  expect(titles("t-bills")).toEqual(["Treasury bills"]);
  expect(titles("purchases great britain")).toEqual(["The year"]);
});

test("words in quotes stand together", () => {
  expect(titles("net purchases")).toEqual([
    "Net purchases",
    "Net sales and then purchases",
    "The year",
  ]);
  expect(titles('"net purchases"')).toEqual(["Net purchases"]);
  expect(titles("“net purchases”")).toEqual(["Net purchases"]);
  expect(titles('"net purchases')).toHaveLength(3);
});

test("the last word may be a beginning, unless it is short and some document has it whole", () => {
  expect(titles("purch")).toContain("Net purchases");
  expect(titles("purch net")).toEqual([]);
  expect(titles("securiti")).toEqual(["Treasury bills"]);
  expect(titles("un")).toEqual(["United Kingdom", "United States", "The year"]);
  expect(titles("uk")).not.toContain("Ukraine");
});

test("what is typed whole as a title comes first, marks on letters or none", () => {
  expect(index.find(readQuery("turkiye")).documents[0]?.fit).toBe("exact");
  expect(index.find(readQuery("bills")).documents[0]?.fit).toBe("title");
  expect(index.find(readQuery("17.2")).documents[0]?.fit).toBe("text");
});

test("a misspelt word is taken for the one most like it, and a strange one for none", () => {
  expect(index.correct("purchasse")).toBe("purchases");
  expect(index.correct("tresury")).toBe("Treasury");
  expect(index.correct("holdings")).toBe("holdings");
  expect(index.correct("zzyzx")).toBeNull();
  expect(index.correct("uke")).toBeNull();
});

test("nothing typed finds nothing, and whatever is typed is no trouble", () => {
  for (const typed of ["", '""', "'; drop table", "\0", "(((", "zz ".repeat(5000), "𝒳", "“"]) {
    expect(index.find(readQuery(typed)).documents).toEqual([]);
  }
});
