import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { checkContent } from "./check-content.ts";
import { findingsOnDisk, KeptFindings, type Keeping } from "./keep-findings.ts";
import { reportContent } from "./report-content.ts";

const now = new Date("2026-11-23T12:00:00Z");

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const reader = createMemoryReader({
  series: [exampleSeries("mfh.holdings.japan")],
  vintages: [
    {
      release: "mfh",
      date: day("2026-06-18"),
      figures: { "mfh.holdings.japan": { "2025-11": "1202.0", "2025-12": "1185.5" } },
    },
  ],
});

let made: string;
beforeAll(async () => {
  made = await mkdtemp(path.join(os.tmpdir(), "report-"));
});
afterAll(() => rm(made, { recursive: true }));

const text = (id: string, words: string) => `---
id: ${id}
byline: Desk
topic: Capital
published: 2026-11-22
updated: 2026-11-22
asOf: 2026-06-18
---

# Japan’s holdings

<Dek>Of Treasury securities.</Dek>

Japan’s holdings of Treasury securities were ${words} at the end of December 2025.
`;
const claim = (figure: string) => `<Claim of="at(mfh.holdings.japan, 2025-12)">${figure}</Claim>`;
const texts = fc.constantFrom(
  text("one", claim("$1,185.5 billion")),
  text("one", claim("$1,185.6 billion")),
  text("two", claim("$1.19 trillion")),
  text("two", "$5 billion"),
  text("three", "<Claim"),
  "no article",
);

/** What a process of its own knows, of what a gate found over a store. */
function keeping(disk: string, gate = "this gate", stands = () => Promise.resolve(true)): Keeping {
  return new KeptFindings(findingsOnDisk(gate, disk)).over("a store", stands);
}

async function ask(folder: string, keep?: Keeping) {
  const heldVintages = await reader.vintages("mfh");
  return reportContent({ ...{ reader, heldVintages, now, folder }, keeping: keep ?? null });
}

async function write(folder: string, slug: string, words: string): Promise<void> {
  await mkdir(path.join(folder, "articles", slug), { recursive: true });
  await writeFile(path.join(folder, "articles", slug, "index.mdx"), words);
}

test("what is found is the same with what was kept, without it, and as the build finds it", async () => {
  const vintages = await reader.vintages("mfh");
  const disk = path.join(made, "checked");
  const folder = path.join(made, "content");
  const question = { reader, heldVintages: vintages, now, folder };
  await mkdir(path.join(folder, "charts"), { recursive: true });
  await fc.assert(
    fc.asyncProperty(fc.tuple(texts, texts, texts), async (three) => {
      for (const [index, words] of three.entries()) await write(folder, `a-${index}`, words);
      const bare = await reportContent(question);
      const one = keeping(disk);
      const kept = await reportContent({ ...question, keeping: one });
      const remembered = await reportContent({ ...question, keeping: one });
      const read = await reportContent({ ...question, keeping: keeping(disk) });
      expect({ ...kept, unchanged: 0 }).toEqual(bare);
      expect([remembered, read]).toEqual([
        { ...bare, unchanged: 3 },
        { ...bare, unchanged: 3 },
      ]);
      expect((await checkContent(question)).problems).toEqual(bare.problems);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("a glossary or topics with problems hide nothing that is wrong in articles", async () => {
  const folder = path.join(made, "worded");
  await mkdir(path.join(folder, "charts"), { recursive: true });
  await write(folder, "one", text("one", claim("$1,185.6 billion")));
  await writeFile(path.join(folder, "glossary.yml"), "- { id: a }\n");
  await writeFile(path.join(folder, "topics.yml"), "- { name: A }\n");
  const { problems } = await ask(folder);
  const kinds = problems.map(({ kind, at }) => `${path.basename(at.file)} ${kind}`);
  expect(kinds).toEqual(
    expect.arrayContaining([
      "glossary.yml wrong-shape",
      "topics.yml wrong-shape",
      "index.mdx figure-contradicted",
    ]),
  );
  const heldVintages = await reader.vintages("mfh");
  expect((await checkContent({ reader, heldVintages, now, folder })).problems).toEqual(problems);
});

test("a field of an article that is missing or wrong hides nothing that is wrong in its text", async () => {
  const folder = path.join(made, "fielded");
  await mkdir(path.join(folder, "charts"), { recursive: true });
  const wrong = text("one", claim("$1,185.6 billion"))
    .replace(/^(?:id|byline|topic): .*\n/gmu, "")
    .replace("published: 2026-11-22", "published: soon\nsources: [{ id: a }]\nmood: calm");
  for (const slug of ["one", "two"]) await write(folder, slug, wrong);
  const { problems } = await ask(folder);
  const found = problems
    .filter(({ at }) => at.file.includes("one"))
    .map(({ kind, at, message }) => `${at.line} ${kind} ${message.split(":")[0] ?? ""}`);
  expect(found).toEqual(
    expect.arrayContaining([
      "2 wrong-shape published",
      "3 wrong-shape sources.0.publisher is missing",
      '4 wrong-shape "mood" is no field that is known',
      expect.stringMatching(/^\d+ figure-contradicted/),
    ]),
  );
  expect(found.join()).not.toMatch(/article-id|unknown-topic/);
});

test("an article's id, topic and vintage are told where they stand", async () => {
  const folder = path.join(made, "placed");
  await mkdir(path.join(folder, "charts"), { recursive: true });
  await writeFile(path.join(folder, "topics.yml"), "- { name: Money, description: Of money }\n");
  const late = text("one", claim("$1,185.5 billion")).replace(
    "asOf: 2026-06-18",
    "asOf: 2026-06-19",
  );
  await write(folder, "one", late);
  await write(folder, "two", late.replace("Desk", "Most of us"));
  const { problems } = await ask(folder);
  const found = problems
    .filter(({ at }) => at.file.includes("two"))
    .map(({ kind, at }) => `${at.line}:${at.column} ${kind}`);
  expect(found).toEqual(
    expect.arrayContaining([
      "2:5 article-id",
      "3:9 unmarked-word",
      "4:8 unknown-topic",
      "7:7 unknown-vintage",
    ]),
  );
});

test("nothing is kept while the store or the content changes", async () => {
  const folder = path.join(made, "moving");
  await mkdir(path.join(folder, "charts"), { recursive: true });
  await write(folder, "one", text("one", claim("$1,185.5 billion")));
  let stands = false;
  const keep = keeping(path.join(made, "other"), "a gate", () => Promise.resolve(stands));
  await ask(folder, keep);
  expect((await ask(folder, keep)).unchanged).toBe(0);
  stands = true;
  await ask(folder, keep);
  expect((await ask(folder, keep)).unchanged).toBe(1);
});

test("a chart that changed, or another gate, makes all be looked at again", async () => {
  const folder = path.join(made, "charted");
  await mkdir(path.join(folder, "charts"), { recursive: true });
  await write(folder, "one", text("one", claim("$1,185.5 billion")));
  const run = async (gate: string) =>
    (await ask(folder, keeping(path.join(made, "third"), gate))).unchanged;
  expect([await run("a"), await run("a"), await run("b")]).toEqual([0, 1, 0]);
  await writeFile(path.join(folder, "charts", "broken.yml"), "id: [");
  expect(await run("a")).toBe(0);
});
