import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { startProcessorClock } from "#lib/series/processor-time";
import { parseArticle, type Article } from "./article.ts";
import { checkLock, checkRecorded, writeLock } from "./claims-lock.ts";
import { articleWith } from "./example-article.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "lock-"));
  return () => rm(folder, { recursive: true, force: true });
});

function read(body: string): Article {
  const file = path.join(folder, "index.mdx");
  const { article } = parseArticle(articleWith(body), { slug: "a", file }, new Map());
  if (!article) throw new Error("not read");
  return article;
}

const claim = (expression: string, words = "$5 billion") =>
  `<Claim of="${expression}">${words}</Claim>`;
const three = (...claims: readonly string[]) => claims.join(" and ");

async function changes(before: string, after: string): Promise<string[]> {
  await writeLock(read(before));
  const problems = await checkLock(read(after));
  return problems.map(({ kind, at }) => `${at.line}:${at.column} ${kind}`);
}

const saying = (text: string): unknown => expect.stringContaining(text);

describe("what changed since the marks were recorded", () => {
  const all = three(claim("a"), claim("b"), claim("c"));

  test("nothing", async () => {
    expect(await changes(all, all)).toEqual([]);
  });
  test("a mark that is gone is told at its nearest neighbour", async () => {
    expect(await changes(all, three(claim("a"), "b", claim("c")))).toEqual(["14:1 mark-lost"]);
    expect(await changes(all, three("a", claim("b"), claim("c")))).toEqual(["14:7 mark-lost"]);
  });
  test("other words in a mark are told at the mark", async () => {
    expect(await changes(all, three(claim("a"), claim("b", "$6 billion"), claim("c")))).toEqual([
      "14:38 mark-changed",
    ]);
  });
  test("a mark that is new is told at the mark", async () => {
    expect(await changes(all, three(all, claim("d")))).toEqual(["14:112 mark-new"]);
  });
  test("one of two equal marks that is gone is told at the other", async () => {
    const twice = three(claim("a"), claim("a"));
    expect(await changes(twice, `Once ${claim("a")}.`)).toEqual(["14:6 mark-lost"]);
  });
});

test("thousands of marks of which each was changed are compared at once", async () => {
  const body = Array.from({ length: 800 }, () => `${claim("a")} and `.repeat(9)).join("\n\n");
  const article = read(body);
  const file = await writeLock(article);
  const lines = (await readFile(file, "utf8")).replaceAll("| a |", "| b |");
  await writeFile(file, lines);
  const spent = startProcessorClock();
  expect(await checkLock(article)).not.toEqual([]);
  expect(spent()).toBeLessThan(1000);
}, 60_000);

test("the command that writes it again names the folder of the article where it is not the usual one", async () => {
  const article = read(claim("a"));
  const fixIn = async (content: string) => {
    const file = path.join(content, "articles/a/index.mdx");
    return (await checkLock({ ...article, file })).map(({ fix }) => fix);
  };
  expect(await fixIn("content")).toEqual([saying("run `npx tickmark lock a`")]);
  expect(await fixIn(folder)).toEqual([saying(`run \`npx tickmark lock a --content ${folder}\``)]);
});

describe("the id is recorded when the article is published", () => {
  const body = claim("a");
  const named = (id: string, more = "") =>
    parseArticle(
      articleWith(body).replace("id: one", `id: ${id}${more}`),
      { slug: "a", file: path.join(folder, "index.mdx") },
      new Map(),
    ).article ?? read(body);
  const problemsOf = async (article: Article) =>
    (await checkLock(article)).map(({ kind, message, at, fix }) => ({
      ...{ kind, message, fix },
      line: at.line,
    }));

  test("and another is refused, however often the lock is written", async () => {
    await writeLock(named("one"));
    expect(await problemsOf(named("one"))).toEqual([]);
    for (const again of [false, true]) {
      if (again) await writeLock(named("two"));
      expect(await problemsOf(named("two"))).toEqual([
        {
          kind: "id-changed",
          line: 2,
          message:
            'the id is "two", and it was published as "one": feed readers would show the article a second time',
          fix: "write id: one again; an id never changes",
        },
      ]);
    }
  });

  test("a lock without it is to be written again", async () => {
    const file = await writeLock(named("one"));
    await writeFile(file, (await readFile(file, "utf8")).replace("id | one\n", ""));
    expect(await problemsOf(named("one"))).toMatchObject([
      { kind: "lock-missing", message: `${file} does not record the id of the article` },
    ]);
  });

  test("corrections are recorded, and stay so: none is taken off, or known by another id", async () => {
    const corrected = (...ids: readonly string[]) => {
      const list = ids.map(
        (id) => `  - { date: 2026-11-22, id: ${id}, wrong: a, right: b, why: c }`,
      );
      return named("one", ids.length === 0 ? "" : `\ncorrections:\n${list.join("\n")}`);
    };
    await writeLock(corrected());
    expect(await problemsOf(corrected("c1"))).toMatchObject([
      {
        kind: "correction-new",
        line: 4,
        fix: `run \`npx tickmark lock a --content ${path.join(folder, "../..")}\``,
      },
    ]);
    const file = await writeLock(corrected("c1", "c2"));
    expect(await readFile(file, "utf8")).toContain(
      "\nid | one\ncorrection | c1\ncorrection | c2\n",
    );
    expect(await problemsOf(corrected("c1", "c2"))).toEqual([]);
    await writeLock(corrected("c1"));
    expect(await problemsOf(corrected("c1"))).toMatchObject([
      {
        kind: "correction-lost",
        line: 4,
        message: 'the correction "c2" was recorded and is gone: nothing is ever taken off',
      },
    ]);
    expect((await problemsOf(corrected("c1", "c9"))).map(({ kind }) => kind)).toEqual([
      "correction-lost",
      "correction-new",
    ]);
  });

  test("that of a draft may change, but not of one that was published before", async () => {
    const draft = (id: string) => named(id, "\ndraft: true");
    await writeLock(draft("one"));
    expect(await checkRecorded(draft("two"))).toEqual([]);
    await writeLock(named("two"));
    await writeLock(draft("three"));
    expect(await checkRecorded(draft("three"))).toMatchObject([{ kind: "id-changed" }]);
    expect(await problemsOf(draft("three"))).toMatchObject([{ kind: "id-changed" }]);
  });
});
