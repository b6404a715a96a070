import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isVintageDate } from "#lib/series/observation";
import { wholeCatalogue } from "#lib/sources/fixtures/small-catalogue";
import { readSeed } from "#lib/sources/seed";
import { appendVintage } from "#lib/store/append-vintage";
import { releaseOf } from "#lib/store/release-of";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import { runTickmark } from "./tickmark.ts";

// The site's own article, and a vintage made up: its holders as of June, with the December of two of them revised.

const slug = "did-the-world-sell-america";
const released = "2026-07-16";
const revised: Readonly<Record<string, string>> = {
  // A fall of 17.2 becomes a rise, and the largest holder stays the largest.
  "mfh.holdings.japan": "1234.5",
  // 683.5 in print.
  "mfh.holdings.china-mainland": "683.52",
};

let store: TestStore;
let content: string;
let file: string;
beforeAll(async () => {
  store = await createSeededTestStore();
  const catalogue = wholeCatalogue();
  const seed = readSeed("prisma/seed/mfh/2026-06-18", catalogue);
  const [newest] = seed.ok ? seed.value : [];
  if (!newest || !isVintageDate(released)) throw new Error("no seed");
  await appendVintage(store, {
    ...newest.parsed,
    release: releaseOf(catalogue, "mfh"),
    date: released,
    snapshot: { ...newest.snapshot, sha256: createHash("sha256").update("made up").digest("hex") },
    note: "Made up for a test",
    cells: newest.parsed.cells.map((cell) => {
      const value = cell.period === "2025-12" ? revised[cell.key] : undefined;
      return value === undefined ? cell : { ...cell, value };
    }),
  });
});
afterAll(() => store.close());
beforeEach(async () => {
  content = await mkdtemp(path.join(os.tmpdir(), "content-"));
  // Its own article only: each other takes a second of every check.
  await cp("content", content, {
    recursive: true,
    filter: (source) => !/^content.articles.(?!did-the-world)/.test(source),
  });
  file = path.join(content, "articles", slug, "index.mdx");
  return () => rm(content, { recursive: true });
});

async function desk(...args: string[]) {
  let out = "";
  let err = "";
  const folder = args.includes("--content") ? [] : ["--content", content];
  const status = await runTickmark(["desk", ...args, ...folder], {
    databaseUrl: store.databaseUrl,
    print: (text) => (out += text),
    printError: (text) => (err += text),
    now: () => new Date("2026-11-25T12:00:00Z"),
  });
  return { status, out, err };
}

const sign = (...args: string[]) =>
  desk("sign", slug, "--to", released, "--by", "Jane Doe", "--on", "2026-11-25", ...args);
const leave = (...args: string[]) =>
  desk("leave", slug, "--to", released, "--by", "Jane Doe", "--on", "2026-11-25", ...args);

describe("the desk", () => {
  test("lists by outcome what the newest vintage does, with both values and what would be true", async () => {
    const { status, out } = await desk("--article", slug);
    expect(status).toBe(0);
    expect(out).toContain(`from the vintage of 2026-06-18 to that of ${released}`);
    expect(out.indexOf("\nFlips")).toBeLessThan(out.indexOf("\nRounds the same"));
    expect(out).toContain("2026-06-18  $17.2 billion  true");
    expect(out).toContain(`${released}  −$31.8 billion  flipped; what would be true:`);
    expect(out).toContain(
      "moved: mfh.holdings.japan, December 2025, from 1,185.5 to 1,234.5 (+49)",
    );
    expect(out).toMatch(
      new RegExp(`npx tickmark desk sign ${slug} --to ${released} --seen .* --by NAME .* --draft`),
    );
    expect((await desk("--article", slug, "--strict")).status).toBe(1);
  });

  test("shows from the first vintage to the last each sentence that was revised, with both values", async () => {
    const { out } = await desk("--article", slug, "--vintage", "2006-11-16..2026-06-18");
    expect(out).toContain("2026-02-18  −$88.3 billion  drifted");
    expect(out).toContain("2026-06-18  −$82.4 billion  true");
    expect(out).toContain("No vintage before 2026-06-18 can answer");
  });

  test("gives everything as JSON", async () => {
    const { out } = await desk("--article", slug, "--json");
    const parsed: unknown = JSON.parse(out);
    expect(parsed).toMatchObject({ articles: [{ slug, state: "read", to: released }] });
    expect(out).toContain('"outcome": "same"');
  });

  test.each([
    [["--vintage", "2026-06-17"], "No release held has a vintage of 2026-06-17"],
    [["--vintage", "2026-06-18..2026-02-18"], "write 2026-02-18..2026-06-18"],
    [["--vintage", "2026-06-18..2026-06-18"], "Expected two vintages"],
    [["--vintage", "last"], 'found "last"'],
    [["--article", "no-such"], 'There is no article "no-such"'],
    [["--content", "/no/such/folder"], "/no/such/folder"],
    [["sing", slug], 'There is no "tickmark desk sing": write npx tickmark desk sign'],
  ])("refuses %j", async (args, message) => {
    const { status, err } = await desk(...args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});

describe("to sign", () => {
  test("is refused while words do not hold at the vintage, with each and what would be true", async () => {
    const before = await readFile(file, "utf8");
    const { status, err } = await sign();
    expect(status).toBe(1);
    expect(err).toMatch(
      /index\.mdx:\d+:\d+ figure-contradicted: "\$17\.2 billion" is contradicted/,
    );
    expect(err).toContain(`articles/${slug}/index.mdx does not hold`);
    expect(err).not.toContain(`${content}/articles/${slug}/index.mdx does not hold`);
    expect(err).toContain("nothing was written");
    expect(err).toContain("--draft");
    expect(await readFile(file, "utf8")).toBe(before);
  });

  test("as a draft moves the article, and drafts a correction for what must change and for nothing else", async () => {
    const before = await readFile(file, "utf8");
    const { status, out } = await sign("--draft", "--note", "Read with care");
    expect(status).toBe(0);
    expect(out).toContain(`signed as a draft at ${released} by Jane Doe`);
    expect(out).toContain(`to be mended. Both values of each: npx tickmark desk --article ${slug}`);
    const after = await readFile(file, "utf8");
    const [head = ""] = after.split("\n---\n");
    expect(head).toContain(`updated: 2026-11-25T07:00:00-05:00\nasOf: ${released}\n`);
    expect(head).toContain(
      `decision: signed\n    by: "Jane Doe"\n    on: 2026-11-25\n    note: "Read with care"`,
    );
    expect(head).toContain("December 2025, from 1,185.5 to 1,234.5 USD billion");
    expect(head).not.toContain('wrong: "One February headline');
    expect(after.slice(after.indexOf("\n---\n"))).toBe(before.slice(before.indexOf("\n---\n")));
    const listed = await desk("--article", slug);
    expect(listed.out).toContain(`from the vintage of 2026-06-18 to that of ${released}`);
    expect(listed.out).toContain("2026-06-18  $17.2 billion  true");
    expect(listed.out).toMatch(/To do: \d+ claims to be mended/);
    expect(out).not.toContain("correction-new");
    const ids = [...head.matchAll(/^ {4}id: (c\d+)$/gm)].map(([, id]) => id ?? "");
    expect(ids.length).toBeGreaterThan(0);
    const lock = await readFile(path.join(path.dirname(file), "claims.lock"), "utf8");
    expect([...lock.matchAll(/^correction \| (.*)$/gm)].map(([, id]) => id)).toEqual(ids);
    expect((await sign("--draft")).err).toContain(
      `was signed at ${released} by Jane Doe on 2026-11-25`,
    );
  });

  test("at a vintage whose words all hold needs no correction, and passes the gate", async () => {
    const words = await readFile(file, "utf8");
    await writeFile(file, words.replace("asOf: 2026-06-18\n", "asOf: 2026-02-18\ndesk: []\n"));
    const { status, out } = await desk(
      ...["sign", slug, "--to", "2026-06-18", "--by", "Jane Doe", "--on", "2026-11-25"],
    );
    expect({ status, out }).toMatchObject({ status: 0 });
    expect(await readFile(file, "utf8")).not.toContain("corrections:");
  });

  test("is refused at the vintage that the article was written at", async () => {
    const { status, err } = await desk(
      ...["sign", slug, "--to", "2026-06-18", "--by", "Jane Doe", "--on", "2026-11-25"],
    );
    expect(status).toBe(1);
    expect(err).toContain("was written as of 2026-06-18: it is signed at a later vintage only");
  });

  test("is refused when the article has changed since it was seen", async () => {
    const { out } = await desk("--article", slug);
    const seen = /--seen ([0-9a-f]{16})/.exec(out)?.[1] ?? "";
    await writeFile(
      file,
      (await readFile(file, "utf8")).replace("Why it matters", "Why that matters"),
    );
    const { status, err } = await sign("--seen", seen, "--draft");
    expect(status).toBe(1);
    expect(err).toContain(`changed since it was seen as ${seen}`);
  });

  test("of two at once lets one through", async () => {
    const both = await Promise.all([sign("--draft"), leave("--because", "It is of 2025")]);
    expect(both.map(({ status }) => status).sort()).toEqual([0, 1]);
    const text = await readFile(file, "utf8");
    expect(text.match(/decision: /g)).toHaveLength(1);
  });
});

describe("to leave", () => {
  test("keeps the article as written and says why", async () => {
    const { status, out } = await leave("--because", "It is of 2025");
    expect(status).toBe(0);
    expect(out).toContain(`left as written at ${released}`);
    const text = await readFile(file, "utf8");
    expect(text).toContain("asOf: 2026-06-18\n");
    expect(text).toContain(`note: "It is of 2025"`);
    const listed = await desk("--article", slug);
    expect(listed.out).toContain("left as written at 2026-07-16, by Jane Doe");
    // Who left it may sign it yet, and not leave it again.
    expect(listed.out).toContain("It was left, and may be signed yet:");
    expect(listed.out).toContain(`npx tickmark desk sign ${slug} --to ${released}`);
    expect(listed.out).not.toContain("npx tickmark desk leave");
    const again = await leave("--because", "It is of 2025");
    expect(again.status).toBe(1);
    expect(again.err).toContain(`was left at ${released} by Jane Doe on 2026-11-25 already`);
  });

  test.each([
    [["--because", ""], 2, "note: "],
    [[], 2, "--because"],
    [["--because", "x", "--to", "2026-06-18"], 1, "left at a later vintage only"],
    [["--because", "x", "--to", "2026-01-15"], 1, "Vintages of what it reads"],
    [["--because", "x", "--to", "2026-07-01"], 1, "No release held has a vintage of 2026-07-01"],
    [["--because", "x", "--on", "2026-11-21"], 1, "before 2026-11-22: the day of"],
    [["--because", "x", "--on", "2026-11-26"], 2, "up to today in New York, 2026-11-25"],
  ])("is refused with %j", async (args, expected, message) => {
    const { status, err } = await leave(...args);
    expect(status).toBe(expected);
    expect(err).toContain(message);
  });
});
