import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import { runTickmark } from "./tickmark.ts";

// The site's own figures and its own article: what an editor does to them is what the gate must notice.

let store: TestStore;
let content: string;
beforeAll(async () => {
  store = await createSeededTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  content = await mkdtemp(path.join(os.tmpdir(), "content-"));
  // Its own article and the charts of it: each other article takes half a second of every check.
  const text = await readFile("content/articles/did-the-world-sell-america/index.mdx", "utf8");
  await cp("content", content, {
    recursive: true,
    filter: (source) => {
      const [, chart] = /^content.charts.([\w-]+)\.yml$/.exec(source) ?? [];
      if (chart !== undefined) return text.includes(`"${chart}"`);
      return !/^content.articles.(?!did-the-world)/.test(source);
    },
  });
  return () => rm(content, { recursive: true });
});

async function tickmark(...args: string[]) {
  let out = "";
  let err = "";
  const status = await runTickmark(args, {
    databaseUrl: store.databaseUrl,
    print: (text) => (out += text),
    printError: (text) => (err += text),
  });
  return { status, out, err };
}

/** Changes the article as an editor would, and gives the line it stands on. */
async function edit(from: string, to: string): Promise<number> {
  const file = path.join(content, "articles/did-the-world-sell-america/index.mdx");
  const text = await readFile(file, "utf8");
  const position = text.indexOf(from);
  expect(position, `the article says ${from}`).toBeGreaterThan(0);
  await writeFile(file, text.slice(0, position) + to + text.slice(position + from.length));
  return text.slice(0, position).split("\n").length;
}

describe("check", () => {
  test("passes the articles as they are", async () => {
    await cp("content", content, { recursive: true });
    const { status, out, err } = await tickmark("check", "--content", content);
    expect(err).toBe("");
    expect(out).toMatch(/did-the-world-sell-america: (\d+) of \1 claims hold as of 2026-06-18/);
    expect(status).toBe(0);
  });

  test("fails on one digit changed, with the line, what the data say and what to write", async () => {
    const line = await edit(">$742.5 billion<", ">$742.6 billion<");
    const { status, err } = await tickmark("check", "--content", content);
    expect(status).toBe(1);
    expect(err).toContain(`index.mdx:${line}:`);
    expect(err).toContain('figure-contradicted: "$742.6 billion" is contradicted');
    expect(err).toContain('fix: write "$742.5 billion"');
  });

  test("fails on a figure's mark taken away", async () => {
    const line = await edit(
      '<Claim of="sum(slt1.equities.net.grand-total, 2025)">$742.5 billion</Claim>',
      "$742.5 billion",
    );
    const { status, err } = await tickmark("check", "--content", content);
    expect(status).toBe(1);
    expect(err).toContain(`index.mdx:${line}:`);
    expect(err).toContain('unmarked-figure: "$742.5 billion"');
  });

  test("fails on a word's mark taken away", async () => {
    const line = await edit(
      '<Claim of="share(slt1.equities.net.grand-total, slt1.total.net.grand-total, 2025-12)">nearly all</Claim>',
      "nearly all",
    );
    const { status, err } = await tickmark("check", "--content", content);
    expect(status).toBe(1);
    expect(err).toMatch(new RegExp(`index\\.mdx:${line}:\\d+ mark-lost`));
    expect(err).toContain('unmarked-word: "nearly');
  });

  test("lists every problem of every kind at once", async () => {
    await edit(">$742.5 billion<", ">$742.6 billion<");
    await edit("## Why it matters", "import x from 'y'\n\n## Why it matters");
    await edit(
      'slt1.total.holdings.grand-total, 2025-12)">',
      'slt1.total.holdings.grnd-total, 2025-12)">',
    );
    const { err } = await tickmark("check", "--content", content);
    for (const kind of ["figure-contradicted", "esm", "unknown-key"]) expect(err).toContain(kind);
  });
});

describe("check, of what stands round the claims", () => {
  async function replaceIn(file: string, from: string | RegExp, to: string): Promise<void> {
    const place = path.join(content, file);
    const text = await readFile(place, "utf8");
    expect(text).not.toBe(text.replace(from, to));
    await writeFile(place, text.replace(from, to));
  }

  test.each([
    [
      "a chart of a series that is not there",
      "charts/three-holders.yml",
      "mfh.holdings.japan,",
      "mfh.holdings.japn,",
      "mfh.holdings.japn",
    ],
    [
      "a figure in a chart's measure",
      "charts/three-holders.yml",
      "measure: ",
      "measure: $9 trillion of ",
      'unmarked-figure: "$9 trillion" stands in measure',
    ],
    [
      "a line of a chart under another's name",
      "charts/three-holders.yml",
      "label: Japan }",
      "label: Belgium }",
      'wrong-noun: "Belgium" says "Belgium"; the chart shows mfh.holdings.japan',
    ],
    [
      "a chart of holdings that are called purchases",
      "charts/three-holders.yml",
      "measure: Treasury securities held by",
      "measure: Net purchases of Treasury securities by",
      "wrong-noun",
    ],
    [
      "a claim at a day between two vintages",
      "articles/did-the-world-sell-america/index.mdx",
      'asOf="2026-02-18"',
      'asOf="2026-03-30"',
      "unknown-vintage: 2026-03-30",
    ],
    [
      "a comparison with a vintage to come",
      "articles/did-the-world-sell-america/index.mdx",
      "), 2026-02-18)",
      "), 2027-02-18)",
      "unknown-vintage: 2027-02-18",
    ],
    [
      "an article at a day without a vintage",
      "articles/did-the-world-sell-america/index.mdx",
      "asOf: 2026-06-18",
      "asOf: 2026-06-19",
      "unknown-vintage: 2026-06-19",
    ],
  ])("fails on %s", async (_, file, from, to, expected) => {
    await replaceIn(file, from, to);
    const { status, err } = await tickmark("check", "--content", content);
    expect(status).toBe(1);
    expect(err).toContain(expected);
  });

  test("fails on two articles with one id", async () => {
    const articles = path.join(content, "articles");
    await cp(path.join(articles, "did-the-world-sell-america"), path.join(articles, "again"), {
      recursive: true,
    });
    const { err } = await tickmark("check", "--content", content);
    expect(err).toContain("article-id");
  });

  test("fails on a mark that is new, until it is recorded", async () => {
    await edit(
      "## Why it matters",
      '## Why it matters <Claim of="change(mfh.holdings.japan, 2025-12)">as Japan’s holdings of Treasuries fell</Claim>',
    );
    expect((await tickmark("check", "--content", content)).err).toContain("mark-new");
    expect(await tickmark("lock", "--content", content)).toMatchObject({ status: 0 });
    expect(await tickmark("check", "--content", content)).toMatchObject({ status: 0 });
  });

  test("says so when there is no content", async () => {
    const { status, err } = await tickmark("check", "--content", path.join(content, "nowhere"));
    expect(status).toBe(1);
    expect(err).toContain("no-content");
  });
});

test("lock records nothing while a mark cannot be read", async () => {
  await edit('<Claim of="sum(slt1.equities', '<Claim off="sum(slt1.equities');
  const lock = path.join(content, "articles/did-the-world-sell-america/claims.lock");
  const before = await readFile(lock, "utf8");
  const { status, err } = await tickmark("lock", "--content", content);
  expect(status).toBe(1);
  expect(err).toContain("nothing was recorded");
  expect(await readFile(lock, "utf8")).toBe(before);
});

describe("eval", () => {
  test("prints value, unit and the cells used as JSON", async () => {
    const { status, out } = await tickmark(
      "eval",
      "sum(slt1.total.net.grand-total, 2025)",
      "--as-of",
      "2026-06-18",
      "--json",
    );
    expect(status).toBe(0);
    const parsed: unknown = JSON.parse(out);
    expect(parsed).toMatchObject({ value: "1619924000000", unit: "USD", asOf: "2026-06-18" });
    expect(out.match(/"period": "2025-\d\d"/g)).toHaveLength(12);
    expect(out).toContain('"line": 7093');
  });

  test("points at what it cannot read, and suggests", async () => {
    const { status, err } = await tickmark("eval", "at(mfh.holdings.jpan, 2025-12)");
    expect(status).toBe(1);
    expect(err).toContain("^^^^");
    expect(err).toContain("mfh.holdings.japan");
  });

  test("computes several, and what is wrong with one does not stop the others", async () => {
    const net = "sum(slt1.total.net.grand-total, 2025)";
    const { status, out, err } = await tickmark("eval", net, "sum(", "1 + 1");
    expect(status).toBe(1);
    expect(out.split("\n").filter((line) => !line.startsWith("  "))).toEqual([net, "1 + 1", ""]);
    expect(out).toContain("$1.619924 trillion");
    expect(err).toContain("sum(");
  });

  test("reads a line each from standard input, and lists them as JSON", async () => {
    let out = "";
    const status = await runTickmark(["eval", "-", "--json"], {
      databaseUrl: store.databaseUrl,
      print: (text) => (out += text),
      printError: () => undefined,
      readInput: () => Promise.resolve("# a remark\n1 + 1\n\n2 * 3\n"),
    });
    const parsed: unknown = JSON.parse(out);
    expect(status).toBe(0);
    expect(parsed).toMatchObject([{ expression: "1 + 1" }, { expression: "2 * 3" }]);
  });

  test("refuses a day that does not exist", async () => {
    expect(await tickmark("eval", "1", "--as-of", "2026-02-30")).toMatchObject({ status: 2 });
  });
});

test("an unknown command is a wrong call", async () => {
  expect(await tickmark("frobnicate")).toMatchObject({ status: 2 });
});
