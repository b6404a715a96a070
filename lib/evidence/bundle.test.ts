import { createHash } from "node:crypto";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { z } from "zod";
import { exampleFile, exampleLedger, exampleSha256 } from "#lib/site/example-ledger";
import { bundleFiles, bundleZip } from "./bundle.ts";
import { tryRecheck } from "./try-recheck.ts";

const origin = "https://tickmark.example";
const ledger = exampleLedger();

/** The files with one changed, and the list of fingerprints made again, as somebody would who hides it. */
async function bundleWith(name: string, change: (text: string) => string) {
  const files = await bundleFiles(await ledger, origin);
  const text = files[name] ?? "";
  const changed = change(text);
  expect(changed).not.toBe(text);
  const [old, now] = [text, changed].map((each) => createHash("sha256").update(each).digest("hex"));
  const sums = files["SHA256SUMS"]?.replace(old ?? "", now ?? "") ?? "";
  return { ...files, SHA256SUMS: sums, [name]: changed };
}

test("a bundle is the same bytes whenever and wherever it is made", async () => {
  const made = await bundleZip(await ledger, origin);
  const zone = process.env["TZ"];
  process.env["TZ"] = "Asia/Tokyo";
  try {
    expect(Buffer.from(await bundleZip(await ledger, origin)).equals(Buffer.from(made))).toBe(true);
  } finally {
    process.env["TZ"] = zone;
  }
  const names = Object.keys(unzipSync(made)).filter((name) => !name.includes("/recheck/"));
  expect(names).toEqual(
    "CITATION.cff LICENSE.txt README.md SHA256SUMS article.txt cells.csv claims.csv claims.json recheck.mjs sources.csv"
      .split(" ")
      .map((name) => `a-evidence/${name}`),
  );
});

test("its instructions work out one claim by hand, with its own figures", async () => {
  const { "README.md": readme } = await bundleFiles(await ledger, origin);
  expect(readme).toContain("Claim 3 says “fell by $10 billion”");
  expect(readme).toContain("1190.4 less 1200 USD billion, which is −$9.6 billion");
});

test("a stranger reads and computes every claim again, and finds every cell in the publisher’s file", async () => {
  const { status, lines } = tryRecheck(await bundleFiles(await ledger, origin), {
    "whatever.txt": exampleFile,
  });
  expect(lines.filter((line) => line.startsWith("PASS"))).toHaveLength(5);
  expect(lines).toContain("The words of all claims were read again.");
  expect(lines.at(-1)).toBe("Everything passes.");
  expect(status).toBe(0);
});

test.each([
  {
    change: "a digit of a cell",
    name: "cells.csv",
    edit: (text: string) => text.replace("2025-12,1190.4", "2025-12,1190.5"),
    says: /FAIL {4}3 {2}fell by \$10 billion\n.*the cells give -9500000000, claims.json says -9600000000/,
    fails: 3,
  },
  {
    change: "a row that is gone",
    name: "cells.csv",
    edit: (text: string) => text.replace(/mfh.holdings.japan,2025-10.*\r\n/, ""),
    says: /FAIL {4}4 {2}highest on record\n.*no row mfh.holdings.japan\/2025-10\/2026-03-18/,
    fails: 1,
  },
  {
    change: "a row that is there twice",
    name: "cells.csv",
    edit: (text: string) => text.replace(/(mfh.holdings.japan,2025-10.*\r\n)/, "$1$1"),
    says: /FAIL cells.csv has the row mfh.holdings.japan\/2025-10\/2026-03-18 twice/,
    fails: 1,
  },
  {
    change: "a multiplier",
    name: "cells.csv",
    edit: (text: string) =>
      text.replace("1190.4,USD billion,1000000000", "1190.4,USD billion,1000000"),
    says: /FAIL {4}2 {2}\$1,190 billion/,
    fails: 3,
  },
  {
    change: "a table that is cut",
    name: "cells.csv",
    edit: (text: string) => text.slice(0, -20),
    says: /^FAIL cells.csv is cut: its last line has no end$/m,
    fails: 1,
  },
  {
    change: "a hash in the list of files",
    name: "sources.csv",
    edit: (text: string) => text.replace(exampleSha256, "0".repeat(63) + "1"),
    says: /the file of mfh.holdings.japan\/2025-10\/2026-03-18 is not in sources.csv/,
    fails: 3,
  },
  {
    change: "a figure in words",
    name: "claims.json",
    edit: (text: string) => text.replaceAll("fell by $10 billion", "fell by $11 billion"),
    says: /FAIL {4}3 {2}fell by \$11 billion\n.*"fell by \$11 billion" stands for above -11500000000 up to -10500000000 \(claims.json says .*\); the cells give -9600000000/,
    fails: 6,
  },
  {
    change: "a direction in words",
    name: "claims.json",
    edit: (text: string) => text.replaceAll('"fell"', '"rose"'),
    says: /FAIL {4}1 {2}rose\n +"rose" is not in its sentence/,
    fails: 3,
  },
  {
    change: "a record of the other end",
    name: "claims.json",
    edit: (text: string) => text.replaceAll("highest on record", "lowest on record"),
    says: /FAIL {4}4 {2}lowest on record\n +"lowest on record" is said of what was counted from the highest/,
    fails: 6,
  },
  {
    change: "what the words are said to accept",
    name: "claims.json",
    edit: (text: string) => text.replace('"high": "0"', '"high": "1"'),
    says: /FAIL {4}1 {2}fell\n.*"fell" stands for any value below 0 \(claims.json says any value below 1\)/,
    fails: 1,
  },
  {
    change: "the value as it is told",
    name: "claims.json",
    edit: (text: string) => text.replaceAll('"$1.1904 trillion"', '"$1.1905 trillion"'),
    says: /FAIL {4}2 {2}\$1,190 billion\n +"computed" is \$1.1905 trillion, the values are 1190400000000/,
    fails: 2,
  },
  {
    change: "two claims in each other’s place",
    name: "claims.json",
    edit: (text: string) => {
      const { claims } = z.object({ claims: z.array(z.unknown()) }).parse(JSON.parse(text));
      return JSON.stringify({ claims: [claims[1], claims[0], ...claims.slice(2)] });
    },
    says: /^FAIL claims.json has claim 2 in place 1: unpack the zip file again\n1 failed\.$/,
    fails: 1,
  },
  {
    change: "claims that are none",
    name: "claims.json",
    edit: () => "{}",
    says: /^FAIL claims.json has no list of claims: unpack the zip file again\n1 failed\.$/,
    fails: 1,
  },
  {
    change: "claims without their values",
    name: "claims.json",
    edit: (text: string) => text.replaceAll('"said"', '"told"'),
    says: /^FAIL claims.json has no "parts" as it should in claim 1: unpack the zip file again\n1 failed\.$/,
    fails: 1,
  },
  {
    change: "claims that are cut",
    name: "claims.json",
    edit: (text: string) => text.slice(0, 900),
    says: /^FAIL claims.json is cut, is not there, or is no JSON: unpack the zip file again\n1 failed\.$/,
    fails: 1,
  },
  {
    change: "words in the table of claims",
    name: "claims.csv",
    edit: (text: string) => text.replace('"$1,190 billion"', '"$1,191 billion"'),
    says: /FAIL claims.csv, claim 2: "words" is "\$1,191 billion", claims.json has "\$1,190 billion"/,
    fails: 1,
  },
  {
    change: "a figure in the text",
    name: "article.txt",
    edit: (text: string) => text.replace("$1,190 billion", "$1,191 billion"),
    says: /FAIL article.txt has ".*\$1,191 billion" before \[2\], not "\$1,190 billion"/,
    fails: 1,
  },
  {
    change: "a word of a sentence",
    name: "article.txt",
    edit: (text: string) => text.replace("In December", "In November"),
    says: /FAIL article.txt does not have the sentence of claim 3: "In December/,
    fails: 2,
  },
  {
    change: "numbers that have changed places",
    name: "article.txt",
    edit: (text: string) => text.replace("[3]", "[9]").replace("[4]", "[3]").replace("[9]", "[4]"),
    says: /FAIL article.txt has \[4\] where \[3\] is to stand/,
    fails: 2,
  },
])("$change is noticed, and named", async ({ name, edit, says, fails }) => {
  const { status, lines } = tryRecheck(await bundleWith(name, edit));
  expect(lines.join("\n")).toMatch(says);
  expect(lines.at(-1)).toBe(`${fails} failed.`);
  expect(status).toBe(1);
});

test("a file that was changed since it was packed is named, whatever was changed in it", async () => {
  const files = await bundleFiles(await ledger, origin);
  const readme = `${files["README.md"]} `;
  const { status, lines } = tryRecheck({ ...files, "README.md": readme });
  expect(lines[0]).toBe("FAIL README.md was changed after it was packed (SHA256SUMS)");
  expect(lines.at(-1)).toBe("1 failed.");
  expect(status).toBe(1);
});

test("a file that is not there is named, without more", async () => {
  const { "claims.csv": _, ...files } = await bundleFiles(await ledger, origin);
  const { status, lines } = tryRecheck(files);
  expect(lines).toEqual([
    "FAIL claims.csv cannot be read: unpack the whole zip file into one folder again",
    "1 failed.",
  ]);
  expect(status).toBe(1);
});

test("a figure that both the bundle and its claims have wrong is found in the publisher’s file", async () => {
  // No value rests on how much less the first month is.
  const changed = await bundleWith("cells.csv", (text) =>
    text.replace("2025-10,1100", "2025-10,1000"),
  );
  expect(tryRecheck(changed).status).toBe(0);
  const { status, lines } = tryRecheck(changed, { "mfh.txt": exampleFile });
  expect(lines.join("\n")).toContain(
    "FAIL mfh.txt, line 2, column 2: mfh.holdings.japan of 2025-10 is 1000 in cells.csv, and the file has 1100",
  );
  expect(status).toBe(1);
});

test("another file under the same name is not taken for the one that was read", async () => {
  const files = await bundleFiles(await ledger, origin);
  const { status, lines } = tryRecheck(files, { "mfh.txt": exampleFile.replace("1,100", "1,101") });
  expect(lines.join("\n")).toMatch(/FAIL mfh.txt: no file in .* has the SHA-256/);
  expect(status).toBe(1);
});

test.each([
  ["row", "cells.csv", "japan,holdings", "bhutan,holdings", /its row is "bhutan"/],
  ["period", "cells.csv", "2025-10,1100", "2024-10,1100", /stands where the file has 2025-10/],
  ["head", "cells.csv", "japan,holdings", "japan,sales", /no such head stands above it/],
  ["unit", "cells.csv", "1000000000", "1000000", /is times 1000000 in cells.csv, and the file is/],
  ["line", "cells.csv", /,2,2,japan/, ",,,japan", /has no line or no column/],
  ["form", "sources.csv", ",file,http", ",page,http", /is a file, and its form is "page"/],
  ["list", "SHA256SUMS", /.*README.md\n/, "", /SHA256SUMS does not list README.md/],
] as const)("another %s fails in the publisher’s file", async (_, name, from, to, says) => {
  const changed = await bundleWith(name, (text) => text.replace(from, to));
  const { status, lines } = tryRecheck(changed, { "mfh.txt": exampleFile });
  expect(lines.join("\n")).toMatch(says);
  expect(status).toBe(1);
});
