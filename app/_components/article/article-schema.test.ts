import { expect, test } from "vitest";
import type { LedgerFile } from "#lib/site/ledger-files";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { articleSchema } from "./article-schema.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const page = {
  ...{ slug: "a", headline: "Holdings fell", dek: "They fell.", byline: "A desk", topic: "T" },
  ...{ updated: day("2026-11-22"), latest: day("2026-07-16") },
  times: { published: "2026-11-20", updated: "2026-11-22T15:00:00.000Z" },
  charts: { one: { pngPath: "/charts/one.png" } },
  counts: { claims: 2 },
};

function file(mediaType: string): LedgerFile {
  return { body: Buffer.from("x"), mediaType, fileName: "x", sha256: "b".repeat(64) };
}

const evidence = {
  sources: [
    {
      ...{ release: "mfh", vintage: day("2026-06-18"), file: "mfhhis01.txt", bytes: 94332 },
      ...{ url: "https://ticdata.treasury.gov/mfhhis01.txt", sha256: "a".repeat(64) },
      ...{ retrieved: null, note: null },
    },
  ],
  files: {
    "claims.json": file("application/json"),
    "claims.csv": file("text/csv; charset=utf-8; header=present"),
    "evidence.zip": file("application/zip"),
  },
  corrections: [],
  absoluteUrl: (path: string) => `https://tickmark.example${path}`,
};

test("an article cites each vintage as a dataset, with the file that was read and its fingerprint", () => {
  expect(articleSchema(page, evidence)).toMatchObject({
    "@type": "NewsArticle",
    datePublished: "2026-11-20",
    dateModified: "2026-11-22T15:00:00.000Z",
    citation: [
      {
        "@type": "Dataset",
        url: "https://tickmark.example/releases/mfh/2026-06-18",
        version: "2026-06-18",
        distribution: {
          "@type": "DataDownload",
          contentUrl: "https://ticdata.treasury.gov/mfhhis01.txt",
          encodingFormat: "text/tab-separated-values",
          sha256: "a".repeat(64),
        },
      },
    ],
    isBasedOn: ["https://tickmark.example/releases/mfh/2026-06-18"],
  });
});

test("its claims are a dataset of three files, as new as the text or the newest vintage", () => {
  expect(articleSchema(page, evidence).hasPart).toMatchObject({
    "@type": "Dataset",
    dateModified: "2026-11-22T15:00:00.000Z",
    distribution: [
      { contentUrl: "https://tickmark.example/articles/a/claims.json" },
      { contentUrl: "https://tickmark.example/articles/a/claims.csv", encodingFormat: "text/csv" },
      { contentUrl: "https://tickmark.example/articles/a/evidence.zip" },
    ],
  });
});

test("a correction is told with what was wrong and what is right, and nothing where there is none", () => {
  expect(articleSchema(page, evidence)).not.toHaveProperty("correction");
  const correction = {
    ...{
      date: day("2026-11-22"),
      id: "c1",
      wrong: "It rose.",
      right: "It fell.",
      why: "A sign was lost.",
    },
    article: { slug: "a", headline: "Holdings fell" },
  };
  expect(articleSchema(page, { ...evidence, corrections: [correction] }).correction).toEqual([
    {
      "@type": "CorrectionComment",
      datePublished: "2026-11-22",
      text: "Was: It rose. Is: It fell. A sign was lost.",
      url: "https://tickmark.example/articles/a#corrections",
    },
  ]);
});
