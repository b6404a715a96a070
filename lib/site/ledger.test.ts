import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { bundleFiles, bundleZip } from "#lib/evidence/bundle";
import type { Ledger } from "#lib/evidence/ledger";
import { tryRecheck } from "#lib/evidence/try-recheck";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { buildArticlePage } from "./build-article-page.ts";
import { buildLedger } from "./ledger.ts";

const origin = "https://tickmark.example";
const key = "mfh.holdings.japan";
/** The publisher's file: a cell stands at the line and column that a reader in memory gives it. */
const file = ["month\tjapan", "2025-10\t1,100", "2025-11\t1,200", "2025-12\t1190.4", ""].join("\n");
const sha256 = createHash("sha256").update(file).digest("hex");

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const figures = { [key]: { "2025-10": "1100", "2025-11": "1200", "2025-12": "1190.4" } };
const memory = createMemoryReader({
  series: [exampleSeries(key)],
  vintages: [
    { release: "mfh", date: day("2026-03-18"), figures },
    { release: "mfh", date: day("2026-06-18"), figures: { [key]: { "2025-12": "1210" } } },
  ],
});
const reader = {
  ...memory,
  vintages: async (release: string) =>
    (await memory.vintages(release)).map((vintage) => ({
      ...vintage,
      snapshot: { ...vintage.snapshot, ...(vintage.date === "2026-03-18" ? { sha256 } : {}) },
    })),
};

const source = `---
id: one
byline: A desk
topic: Holdings
published: 2026-11-22
updated: 2026-11-22
asOf: 2026-03-18
---

# Japan’s holdings <Claim of="change(${key}, 2025-12)">fell</Claim>

<Dek>At the end of 2025 they were <Claim of="at(${key}, 2025-12)">$1,190 billion</Claim>.</Dek>

In December Japan’s holdings <Claim of="change(${key}, 2025-12)">fell by $10 billion</Claim>, from the <Claim of="highest_since(${key}, 2025-11)">highest on record</Claim>.
`;

const ledger: Promise<Ledger> = (async () => {
  const { article } = parseArticle(source, { slug: "a", file: "a.mdx" }, new Map());
  if (!article) throw new Error("not read");
  const checked = await checkArticle(article, reader, null);
  // The lock of an article that stands in no folder is missing; nothing else is wrong with it.
  const sound = { ...checked, problems: [] };
  return buildLedger(sound, await buildArticlePage(sound, reader), reader);
})();

test("the claims stand in the order of the text, with value, interval, verdict and standing", async () => {
  const { claims, newest, cells } = await ledger;
  expect(newest).toBe("2026-06-18");
  expect(
    claims.map(({ number, words, computed, verdict, standing, computedNow, cellCount }) => [
      ...[number, words, computed, verdict, standing, computedNow, cellCount],
    ]),
  ).toEqual([
    [1, "fell", "−$9.6 billion", "holds", "flipped", "$10 billion", 2],
    [2, "$1,190 billion", "$1.1904 trillion", "holds-rounded", "drifted", "$1.21 trillion", 1],
    [3, "fell by $10 billion", "−$9.6 billion", "holds-rounded", "flipped", "$10 billion", 2],
    [
      4,
      "highest on record",
      "no earlier period on record",
      "holds",
      "holds",
      "no earlier period on record",
      2,
    ],
  ]);
  expect(cells.map(({ period, value, line, column }) => [period, value, line, column])).toEqual([
    ["2025-10", "1100", 2, 2],
    ["2025-11", "1200", 3, 2],
    ["2025-12", "1190.4", 4, 2],
  ]);
});

test("the article is told in plain text, a number behind each claim", async () => {
  expect((await ledger).text).toBe(
    [
      "# Japan’s holdings fell [1]",
      "At the end of 2025 they were $1,190 billion [2].",
      "In December Japan’s holdings fell by $10 billion [3], from the highest on record [4].\n",
    ].join("\n\n"),
  );
});

test("a bundle is the same bytes whenever and wherever it is made", async () => {
  const made = await bundleZip(await ledger, origin);
  const zone = process.env["TZ"];
  process.env["TZ"] = "Asia/Tokyo";
  try {
    expect(Buffer.from(await bundleZip(await ledger, origin)).equals(Buffer.from(made))).toBe(true);
  } finally {
    process.env["TZ"] = zone;
  }
  expect(Object.keys(unzipSync(made))).toEqual(
    "CITATION.cff LICENSE.txt README.md article.txt cells.csv claims.csv claims.json recheck.mjs sources.csv"
      .split(" ")
      .map((name) => `a-evidence/${name}`),
  );
});

test("its instructions work out one claim by hand, with its own figures", async () => {
  const { "README.md": readme } = await bundleFiles(await ledger, origin);
  expect(readme).toContain("Claim 3 says “fell by $10 billion”");
  expect(readme).toContain("1190.4 less 1200 USD billion, which is −$9.6 billion");
});

test("a stranger computes every claim again, and finds every cell in the publisher’s file", async () => {
  const { status, lines } = tryRecheck(await bundleFiles(await ledger, origin), {
    "whatever.txt": file,
  });
  expect(lines.filter((line) => line.startsWith("PASS"))).toHaveLength(5);
  expect(lines.at(-1)).toBe("Everything passes.");
  expect(status).toBe(0);
});

test.each([
  {
    change: "a digit of a cell",
    name: "cells.csv",
    from: "2025-12,1190.4",
    to: "2025-12,1190.5",
    says: /FAIL {4}3 {2}fell by \$10 billion\n.*the cells give -9500000000, claims.json says -9600000000/,
    fails: 3,
  },
  {
    change: "a row that is gone",
    name: "cells.csv",
    from: /mfh.holdings.japan,2025-10.*\r\n/,
    to: "",
    says: /FAIL {4}4 {2}highest on record\n.*no row mfh.holdings.japan\/2025-10\/2026-03-18/,
    fails: 1,
  },
  {
    change: "a row that is there twice",
    name: "cells.csv",
    from: /(mfh.holdings.japan,2025-10.*\r\n)/,
    to: "$1$1",
    says: /FAIL cells.csv has the row mfh.holdings.japan\/2025-10\/2026-03-18 twice/,
    fails: 1,
  },
  {
    change: "a multiplier",
    name: "cells.csv",
    from: "1190.4,USD billion,1000000000",
    to: "1190.4,USD billion,1000000",
    says: /FAIL {4}2 {2}\$1,190 billion/,
    fails: 3,
  },
  {
    change: "a hash in the list of files",
    name: "sources.csv",
    from: sha256,
    to: "0".repeat(63) + "1",
    says: /the file of mfh.holdings.japan\/2025-10\/2026-03-18 is not in sources.csv/,
    fails: 3,
  },
  {
    change: "words that the value does not bear out",
    name: "claims.json",
    from: '"low": null,\n      "includesLow": false,\n      "high": "0"',
    to: '"low": "0",\n      "includesLow": false,\n      "high": null',
    says: /FAIL {4}1 {2}fell\n.*"fell" is not borne out by -9600000000/,
    fails: 1,
  },
])("$change is noticed, and named", async ({ name, from, to, says, fails }) => {
  const files = await bundleFiles(await ledger, origin);
  const text = files[name] ?? "";
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const { status, lines } = tryRecheck({ ...files, [name]: changed });
  expect(lines.join("\n")).toMatch(says);
  expect(lines.at(-1)).toBe(`${fails} failed.`);
  expect(status).toBe(1);
});

test("a figure that both the bundle and its claims have wrong is found in the publisher’s file", async () => {
  const files = await bundleFiles(await ledger, origin);
  // No value rests on how much less the first month is.
  const changed = {
    ...files,
    "cells.csv": files["cells.csv"]?.replace("2025-10,1100", "2025-10,1000") ?? "",
  };
  expect(tryRecheck(changed).status).toBe(0);
  const { status, lines } = tryRecheck(changed, { "mfh.txt": file });
  expect(lines.join("\n")).toContain(
    `FAIL mfh.txt, line 2, column 2: ${key} of 2025-10 is 1000 in cells.csv, and the file has 1100`,
  );
  expect(status).toBe(1);
});

test("another file under the same name is not taken for the one that was read", async () => {
  const files = await bundleFiles(await ledger, origin);
  const { status, lines } = tryRecheck(files, { "mfh.txt": file.replace("1,100", "1,101") });
  expect(lines.join("\n")).toMatch(/FAIL mfh.txt: no file in .* has the SHA-256/);
  expect(status).toBe(1);
});
