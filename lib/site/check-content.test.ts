import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { parseArticle } from "#lib/articles/article";
import { writeLock } from "#lib/articles/claims-lock";
import { exampleSeries } from "#lib/series/example-series";
import { createMemoryReader } from "#lib/series/memory-reader";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { checkContent } from "./check-content.ts";
import { contentState } from "./content-state.ts";
import { keepGate } from "./keep-gate.ts";
import { findingsOnDisk, KeptFindings } from "./keep-findings.ts";
import { readAccepted } from "./read-accepted.ts";

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new TypeError(text);
  return text;
}

const key = "mfh.holdings.japan";
const readerOver = (march: string, june: string) =>
  createMemoryReader({
    series: [exampleSeries(key)],
    vintages: [
      { release: "mfh", date: day("2026-03-18"), figures: { [key]: { "2025-12": march } } },
      { release: "mfh", date: day("2026-06-18"), figures: { [key]: { "2025-12": june } } },
    ],
  });
const usual = readerOver("1185.5", "1190.5");
const figure = "$1,185.5 billion";
const text = (slug: string, more = "") => `---
id: ${slug}-id
byline: Desk
topic: Capital
published: 2026-11-22
updated: 2026-11-22
asOf: 2026-03-18
${more}---

# Japan’s holdings

<Dek>Of Treasury securities.</Dek>

Japan’s holdings of Treasury securities were <Claim of="at(${key}, 2025-12)">${figure}</Claim> at the end of December 2025.
`;

let made: string;
let folder: string;
let disk: string;
/** One for the processes of a test: to read the words takes longer than all else. */
let openGate: ReturnType<typeof keepGate>;
beforeEach(async () => {
  made = await mkdtemp(path.join(os.tmpdir(), "opening-"));
  [folder, disk] = [path.join(made, "content"), path.join(made, "checked")];
  openGate = keepGate();
  await mkdir(path.join(folder, "charts"), { recursive: true });
  for (const slug of ["one", "two"]) await write(slug, text(slug));
  return () => rm(made, { recursive: true });
});

const fileOf = (slug: string) => path.join(folder, "articles", slug, "index.mdx");

async function write(slug: string, source: string): Promise<void> {
  const file = fileOf(slug);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, source);
  const { article } = parseArticle(source, { slug, file }, new Map());
  if (article !== null) await writeLock(article);
}

/** Opens as a process that has just started does; gives the articles that it looked at besides. */
async function open({
  gate = "a gate",
  held = "a store",
  findings = started(gate),
  reader = usual,
} = {}) {
  const looked: string[] = [];
  const report = await checkContent({
    ...{ reader, heldVintages: await reader.vintages("mfh"), folder },
    now: new Date("2026-11-23T12:00:00Z"),
    keeping: findings.over(held, () => Promise.resolve(true)),
    open: async (...asked) => {
      const opened = await openGate(...asked);
      looked.push("the gate was opened");
      return {
        ...opened,
        look: (slug, ground) => {
          looked.push(slug);
          return opened.look(slug, ground);
        },
      };
    },
  });
  return { ...report, looked };
}

function started(gate: string): KeptFindings {
  return new KeptFindings(findingsOnDisk(gate, disk));
}

test("a process that starts goes by what another found, and does not even open the gate", async () => {
  const first = await open();
  expect(first.looked).toEqual(["the gate was opened", "one", "two"]);
  expect(first.problems).toEqual([]);
  expect(await open()).toEqual({ ...first, looked: [] });
});

test("what another gate found is not trusted", async () => {
  await open();
  expect((await open({ gate: "another" })).looked).toContain("two");
});

test("over another store it is looked at again, unless all that was asked of the first is answered alike", async () => {
  const { articles } = await open();
  const alike = await open({ held: "another" });
  expect(alike.looked).toEqual([]);
  expect(alike.articles.map(({ outline }) => outline)).toEqual(articles.map((one) => one.outline));
  const other = { held: "a third", reader: readerOver("1185.6", "1190.5") };
  expect((await open(other)).looked).toEqual(["the gate was opened", "one", "two"]);
});

test("where only newer figures are others, no more is asked than how claims stand by now", async () => {
  const standings = ({ articles }: Awaited<ReturnType<typeof open>>) =>
    articles.map(({ outline }) => outline.claims.map(({ standing }) => standing));
  const before = await open();
  expect(standings(before)).toEqual([["drifted"], ["drifted"]]);
  const after = await open({ held: "another", reader: readerOver("1185.5", "1185.5") });
  expect(after.looked).toEqual([]);
  expect(standings(after)).toEqual([["holds"], ["holds"]]);
});

test("a finding that is damaged, or of another shape, is looked for again", async () => {
  const { articles } = await open();
  // Over what the store holds, and over any store.
  const wholes: [name: string, text: string][] = [];
  for (const name of await readdir(disk)) {
    const whole = await readFile(path.join(disk, name), "utf8");
    if (whole.includes('"slug":"one"')) wholes.push([name, whole]);
  }
  expect(wholes.length).toBe(2);
  const damages = [
    (whole: string) => whole.replace(figure, "$9,999 billion"),
    (whole: string) => whole.slice(0, 200),
    () => "{}",
  ];
  for (const damage of damages) {
    for (const [name, whole] of wholes) {
      expect(damage(whole)).not.toBe(whole);
      await writeFile(path.join(disk, name), damage(whole));
    }
    const again = await open();
    expect([again.looked, again.articles]).toEqual([["the gate was opened", "one"], articles]);
  }
});

test("an edit costs the look at one article, and another that was made meanwhile none", async () => {
  const findings = started("a gate");
  await open({ findings });
  await write("one", text("one").replace("<Dek>", "<Dek>Now: "));
  const edited = await open({ findings });
  expect(edited.looked).toEqual(["the gate was opened", "one"]);
  await rm(disk, { recursive: true });
  expect((await open({ findings })).looked).toEqual([]);
});

test("what is wrong with words and charts is kept, and found as often as it is asked for", async () => {
  await writeFile(path.join(folder, "charts", "broken.yml"), "id: [");
  const first = await open();
  expect(first.problems.map(({ at }) => path.basename(at.file))).toEqual(["broken.yml"]);
  expect(await open()).toEqual({ ...first, looked: [] });
  // Of two articles and of what is beside them, over this store and over any.
  expect((await readdir(disk)).length).toBe(6);
});

test("a draft is not looked at, and what has problems has no outline", async () => {
  await write("one", text("one", "draft: true\n"));
  await write("two", text("two").replace(figure, "$1,185.6 billion"));
  const { articles, looked, problems } = await open();
  expect([articles, looked]).toEqual([[], ["the gate was opened", "two"]]);
  expect(problems.map(({ kind }) => kind)).toEqual(["figure-contradicted"]);
});

test("an outline says how claims stand by now, and what they rest on", async () => {
  const { articles } = await open();
  const [outline] = articles.map((one) => one.outline);
  const { claims, rests, series, releases } = outline ?? {};
  expect([rests, series, releases]).toEqual([[{ key, claims: [0] }], [key], ["mfh"]]);
  expect(claims?.[0]).toMatchObject({ verdict: "holds", standing: "drifted", pinned: false });
});

test("an article whose file was changed meanwhile is read as it was accepted", async () => {
  const { articles } = await open();
  const { bytes } = contentState(folder).articles.get("one") ?? {};
  const [outline] = articles.map((one) => one.outline);
  if (outline === undefined || bytes === undefined) throw new Error("It was accepted");
  await writeFile(fileOf("one"), text("one").replace(figure, "$2 trillion"));
  const { article, claims } = await readAccepted(outline, { bytes, folder }, usual);
  expect(article.source).toBe(text("one"));
  expect(claims.map(({ claim, verdict }) => [claim.text, verdict])).toEqual([[figure, "holds"]]);
});

test("a text that does not hold is given to nobody, whatever its outline says", async () => {
  const { articles } = await open();
  const [outline] = articles.map((one) => one.outline);
  if (outline === undefined) throw new Error("It was accepted");
  for (const wrong of [text("one").replace(figure, "$2 trillion"), "<Claim", "no article"]) {
    const read = readAccepted(outline, { bytes: Buffer.from(wrong), folder }, usual);
    await expect(read).rejects.toThrow("is not what was accepted");
  }
});
