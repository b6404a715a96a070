import { mkdtemp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import { runTickmark } from "./tickmark.ts";

let store: TestStore;
let folder = "";
beforeAll(async () => {
  store = await createSeededTestStore();
  folder = await mkdtemp(path.join(tmpdir(), "suggest-"));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function run(input: string, ...args: string[]) {
  let out = "";
  let err = "";
  const status = await runTickmark(["suggest", ...args], {
    databaseUrl: store.databaseUrl,
    print: (text) => (out += text),
    printError: (text) => (err += text),
    readInput: () => Promise.resolve(input),
  });
  return { status, out, err };
}

const sentences = [
  "China’s holdings of Treasury securities fell by $75.5 billion in 2025.",
  "Britain held $866.0 billion of Treasuries at the end of 2025.",
  "Gold rose to $4,381 an ounce.",
];

test("each figure of a text is told by place, words and outcome, with what gives it", async () => {
  const { status, out, err } = await run(sentences.join("\n\n"), "-");
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out.split("\n").filter((line) => /^\S/u.test(line))).toEqual([
    '<stdin>:1:49  "$75.5 billion"  supported',
    '<stdin>:3:14  "$866.0 billion"  drifted',
    '<stdin>:5:14  "$4,381"  unknown',
    "3 figures: 1 supported, 1 drifted, 1 unknown.",
  ]);
  expect(out).toContain("    1. change(mfh.holdings.china-mainland, 2025-12, 2024-12)\n");
});

test("as of an earlier day, what held then is supported", async () => {
  const { out } = await run(sentences[1] ?? "", "-", "--as-of", "2026-02-18");
  expect(out).toContain('"$866.0 billion"  supported');
});

test("a page's tags are no part of its words, and places are those of the page", async () => {
  const page = `<!doctype html>\n<title>5</title>\n<p>China’s holdings of Treasury securities fell\nby <b>$75.5</b> billion in 2025.</p>`;
  const { out } = await run(page, "-");
  expect(out).toMatch(/^<stdin>:4:7 {2}"\$75\.5/u);
});

const answer = z.object({
  asOf: z.string(),
  figures: z.array(
    z.object({
      ...{ line: z.number(), column: z.number(), text: z.string(), outcome: z.string() },
      proposals: z.array(z.object({ expression: z.string(), cells: z.array(z.unknown()).min(1) })),
    }),
  ),
  summary: z.record(z.string(), z.number()),
});

test("programs get the same as JSON, with the cells", async () => {
  const { out } = await run(sentences.join("\n\n"), "-", "--json", "--limit", "1");
  const { figures, summary, asOf } = answer.parse(JSON.parse(out));
  expect(asOf).toBe("2026-06-18");
  expect(figures.map(({ outcome, proposals }) => [outcome, proposals.length])).toEqual([
    ["supported", 1],
    ["drifted", 1],
    ["unknown", 0],
  ]);
  expect(summary).toEqual({ supported: 1, drifted: 1, contradicted: 0, unknown: 1, left: 0 });
});

test("a text that only says when has no figures", async () => {
  const text = "Nothing happened in May 2025.";
  expect(await run(text, "-")).toEqual({ status: 0, out: "No figures.\n", err: "" });
});

describe("calls that are refused in words", () => {
  test.each([
    [["/no/such.txt"], 1, "/no/such.txt: there is no such file; give the path of a draft"],
    [["-", "--write"], 2, "--write needs an article: a file that ends in .mdx."],
    [["a.mdx", "--write", "--json"], 2, "--write prints what it did"],
    [["a.mdx", "--write", "--as-of", "2026-02-18"], 2, "--write reads an article as of"],
    [["-", "--as-of", "1999-01-01"], 2, "is before the first vintage held, 2006-11-16."],
    [["-", "--limit", "0"], 2, "Expected a whole number from 1 to 5."],
  ])("%j", async (args, status, message) => {
    const refused = await run("It rose by $5 billion.", ...args);
    expect(refused).toMatchObject({ status, out: "" });
    expect(refused.err).toContain(message);
  });
});

const frontmatter = `---
id: trial
byline: Desk
topic: Cross-border capital
published: 2026-06-19
updated: 2026-06-19
asOf: 2026-06-18
---

# Who held Treasuries at the end of 2025

<Dek>Holdings by country.</Dek>

`;

async function article(name: string, body: string): Promise<string> {
  const file = path.join(folder, "articles", name, "index.mdx");
  await mkdir(path.dirname(file), { recursive: true });
  await mkdir(path.join(folder, "charts"), { recursive: true });
  await writeFile(file, frontmatter + body, { mode: 0o640 });
  return file;
}

describe("--write", () => {
  const body =
    "China’s holdings of Treasury securities fell by $75.5 billion in 2025. Gold, `$7 billion`, rose to $4,381 an ounce.\r\n";

  test("marks what is sure, and a second time changes nothing", async () => {
    const file = await article("china", body);
    const first = await run("", file, "--write");
    expect(first).toMatchObject({ status: 0, err: "" });
    expect(first.out).toContain("1 mark written, 1 left as they are.");
    const expected = body.replace(
      "fell by $75.5 billion",
      '<Claim of="change(mfh.holdings.china-mainland, 2025-12, 2024-12)">$&</Claim>',
    );
    expect(await readFile(file, "utf8")).toBe(frontmatter + expected);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect((await run("", file, "--write")).out).toContain("0 marks written");
    expect(await readFile(file, "utf8")).toBe(frontmatter + expected);
    const check = await run("", file);
    expect(check.out).not.toContain("$75.5 billion");
  });

  test("leaves an article without a vintage as it is", async () => {
    const file = path.join(folder, "bare.mdx");
    await writeFile(file, body);
    const refused = await run("", file, "--write");
    expect(refused.status).toBe(1);
    expect(refused.err).toContain("--write needs frontmatter with asOf");
    expect(await readFile(file, "utf8")).toBe(body);
  });
});

test("--strict ends with status 1 when something is contradicted, and only then", async () => {
  const wrong =
    "Mainland China’s holdings of Treasury securities were $700.1 billion at the end of 2025.";
  const found = await run(wrong, "-", "--strict");
  expect(found.out).toContain("contradicted");
  expect(found.status).toBe(1);
  expect((await run(wrong, "-")).status).toBe(0);
  expect((await run(sentences[1] ?? "", "-", "--strict")).status).toBe(0);
});
