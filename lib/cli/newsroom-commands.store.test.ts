import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { createSeededTestStore, type TestStore } from "#lib/store/test-store";
import type { Context } from "./context.ts";
import { runTickmark } from "./tickmark.ts";

// What an editor does from the idea to the correction, over the site's own figures and a copy of its content.

let store: TestStore;
let content: string;
beforeAll(async () => {
  store = await createSeededTestStore();
});
afterAll(() => store.close());
beforeEach(async () => {
  content = await mkdtemp(path.join(os.tmpdir(), "content-"));
  await cp("content", content, { recursive: true });
  return () => rm(content, { recursive: true });
});

async function tickmark(args: readonly string[], more: Partial<Context> = {}) {
  let out = "";
  let err = "";
  const status = await runTickmark([...args, "--content", content], {
    databaseUrl: store.databaseUrl,
    print: (text) => (out += text),
    printError: (text) => (err += text),
    now: () => new Date("2026-11-30T15:00:00Z"),
    ...more,
  });
  return { status, out, err };
}

const slug = "who-is-next";

function fileOf(name: string): string {
  return path.join(content, "articles", slug, name);
}

async function begin() {
  return tickmark(["new", "Who is next?", "--slug", slug]);
}

describe("new", () => {
  test("begins a draft that passes the gate", async () => {
    const begun = await begin();
    expect(begun).toMatchObject({ status: 0, err: "" });
    expect(begun.out).toContain(`${fileOf("index.mdx")}: a draft as of 2026-06-18\nNext:\n`);
    expect(await tickmark(["check", slug])).toMatchObject({ status: 0, err: "" });
  });

  test("names what is wrong with the title itself", async () => {
    const { status, out } = await tickmark(["new", "Japan sold $9 billion"]);
    expect(status).toBe(0);
    expect(out).toMatch(/index\.mdx:\d+:\d+ unmarked-figure: "\$9 billion"/);
  });

  test("writes the chart that it shows where there is none", async () => {
    await rm(path.join(content, "charts/foreign-holdings.yml"));
    expect(await begin()).toMatchObject({ status: 0, err: "" });
    const { err } = await tickmark(["check", slug]);
    expect(err).not.toContain(slug);
    expect(err).not.toContain("foreign-holdings.yml");
  });

  test.each([
    [["who owns treasuries"], "is there already"],
    [["Fine", "--topic", "Who hold Treasuries"], 'did you mean "Who holds Treasuries"?'],
    [["..."], "expected a title with letters"],
    [["Fine", "--slug", "Not/fine"], "such as not-fine"],
  ])("refuses %j", async (args, message) => {
    const before = await readdir(path.join(content, "articles"));
    const { status, err } = await tickmark(["new", ...args]);
    expect(status).toBe(2);
    expect(err).toContain(message);
    expect(await readdir(path.join(content, "articles"))).toEqual(before);
  });

  test("refuses a folder that is no project", async () => {
    await rm(path.join(content, "charts"), { recursive: true });
    const { status, err } = await begin();
    expect(status).toBe(2);
    expect(err).toContain("Run it in the folder of the project, or give --content.");
  });

  test("gives an id that no article has, not even one that cannot be read", async () => {
    await mkdir(path.join(content, "articles/broken"));
    await writeFile(
      path.join(content, "articles/broken/index.mdx"),
      "---\nid: tm-2026-11-30-a\nbyline: [\n---\n",
    );
    await begin();
    expect(await readFile(fileOf("index.mdx"), "utf8")).toContain("id: tm-2026-11-30-b #");
  });
});

describe("publish", () => {
  test("dates a draft, records its marks and shows it; a second time says so", async () => {
    await begin();
    const draft = await readFile(fileOf("index.mdx"), "utf8");
    const { status, out, err } = await tickmark(["publish", slug]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain(`Its address: /articles/${slug} on the site\n`);
    expect(out).toContain("2 pictures drawn, the chart foreign-holdings, the social card: ");
    const shown = await readFile(fileOf("index.mdx"), "utf8");
    const time = "2026-11-30T10:00:00-05:00";
    expect(shown).toBe(
      draft.replace(/^draft: .*\n/m, "").replace(/^((?:published|updated): )[\d-]+/gm, `$1${time}`),
    );
    expect(shown).toContain(`published: ${time} `);
    expect(await readFile(fileOf("claims.lock"), "utf8")).toContain("rose by");
    expect(await readdir(path.dirname(fileOf("x")))).toEqual(["claims.lock", "index.mdx"]);
    expect(await tickmark(["check"])).toMatchObject({ status: 0 });
    const again = await tickmark(["publish", slug]);
    expect(again).toMatchObject({ status: 0, err: "" });
    expect(again.out).toContain("is published already");
  });

  test("an article may be published for a time to come", async () => {
    await begin();
    const { status, out } = await tickmark(["publish", slug, "--at", "2026-12-01T09:00-05:00"]);
    expect(status).toBe(0);
    expect(out).toContain("appears December 1, 2026, 14:00 UTC\n");
    expect(await readFile(fileOf("index.mdx"), "utf8")).toMatch(
      /published: 2026-12-01T09:00-05:00 .*\nupdated: 2026-12-01T09:00-05:00\n/,
    );
  });

  test("every problem is told, at its place in the draft, and nothing is written", async () => {
    await begin();
    const draft = await readFile(fileOf("index.mdx"), "utf8");
    const wrong = draft
      .replace(">rose by", ">fell by")
      .replace("{/* Then why", "Sold, [once](/articles/who-own-treasuries).\n\n{/* Then");
    const before = wrong
      .replace("tm-2026-11-30-a", "tm-2026-11-22-a")
      .replace("draft: true", "formerly: [who-owns-treasuries]\ndraft: true");
    await writeFile(fileOf("index.mdx"), before);
    const { status, err } = await tickmark(["publish", slug]);
    expect(status).toBe(1);
    const line = before.slice(0, before.indexOf(">fell by")).split("\n").length;
    expect(err).toContain(`index.mdx:${line}:`);
    for (const kind of ["article-id", "former-address", "style-link"]) {
      expect(err).toContain(kind);
    }
    expect(err).toContain("does not pass the check; nothing was written");
    expect(await readFile(fileOf("index.mdx"), "utf8")).toBe(before);
    expect(await readdir(path.dirname(fileOf("x")))).toEqual(["index.mdx"]);
  });

  test("what keeps a draft from being published is told by the check of it before", async () => {
    await begin();
    await tickmark(["new", "Who is last?", "--slug", "who-is-last"]);
    const draft = await readFile(fileOf("index.mdx"), "utf8");
    const linking = draft.replace("{/* Then why", "And [last](/articles/who-is-last).\n\n{/* Then");
    await writeFile(fileOf("index.mdx"), linking);
    const refused = await tickmark(["publish", slug]);
    expect(refused.err).toContain('"who-is-last" is a draft');
    const told = await tickmark(["check", slug]);
    expect(told.status).toBe(1);
    expect(refused.err).toContain(told.err);
    // It is no matter of the others.
    expect(await tickmark(["check"])).toMatchObject({ status: 0, err: told.err });
  });

  test("a file that is being written by somebody else leaves the draft as it was", async () => {
    await begin();
    const draft = await readFile(fileOf("index.mdx"), "utf8");
    await writeFile(fileOf(".index.mdx.signing"), "half");
    const { status, err } = await tickmark(["publish", slug]);
    expect(status).toBe(1);
    expect(err.match(/nothing was written/g)).toHaveLength(1);
    expect(await readFile(fileOf("index.mdx"), "utf8")).toBe(draft);
    expect(await readdir(path.dirname(fileOf("x")))).toEqual([".index.mdx.signing", "index.mdx"]);
  });

  test("refuses an article that is not there, and says which was likely meant", async () => {
    const { status, err } = await tickmark(["publish", "who-own-treasuries"]);
    expect(status).toBe(2);
    expect(err).toContain("did you mean who-owns-treasuries?");
  });
});

describe("correct", () => {
  const article = "who-owns-treasuries";
  const [wrong, right] = ["Custody centers have tripled", "Custody centers have more than doubled"];
  const texts = ["--wrong", wrong, "--right", right, "--why", "A slip."];

  test("records what was wrong, for the gate and the page", async () => {
    const { status, out, err } = await tickmark(["correct", article, ...texts]);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain(
      `corrected 2026-11-30T10:00:00-05:00\n  was: ${wrong}\n  is:  ${right}\n  why: A slip.`,
    );
    expect(await tickmark(["check"])).toMatchObject({ status: 0 });
    const lock = path.join(content, "articles", article, "claims.lock");
    expect(await readFile(lock, "utf8")).toMatch(/\nid \| [^\n]*\ncorrection \| c1\n/);
  });

  test("asks for the texts at a terminal", async () => {
    const answers = [wrong, right, "A slip."];
    const ask = () => Promise.resolve(answers.shift() ?? "");
    const { status, out } = await tickmark(["correct", article], { ask });
    expect(status).toBe(0);
    expect(out).toContain("why: A slip.");
  });

  test.each([
    [["who-owns-treasury", ...texts], 2, "did you mean who-owns-treasuries?"],
    [[article, "--wrong", "a"], 2, "--right, --why not given"],
    [[article], 2, "--wrong, --right, --why not given"],
    [[article, ...texts, "--date", "2026-01-01"], 1, "when it was published"],
    [[article, "--wrong", wrong, "--right", "They fell.", "--why", "A slip."], 1, "mend the text"],
    [[article, ...texts, "--date", "2027-01-01"], 2, "expected a day or a time up to now"],
  ])("refuses %j", async (args, expected, message) => {
    const file = path.join(content, "articles", article, "index.mdx");
    const before = await readFile(file);
    const { status, err } = await tickmark(["correct", ...args]);
    expect(status).toBe(expected);
    expect(err).toContain(message);
    expect(err).toContain("nothing was written");
    expect(await readFile(file)).toEqual(before);
  });
});

describe("check --watch", () => {
  test("tells what a save brings and what it mends, and ends when it is stopped", async () => {
    await begin();
    const draft = await readFile(fileOf("index.mdx"), "utf8");
    const stop = new AbortController();
    const printed: string[] = [];
    const rounds = (count: number) =>
      vi.waitFor(() => expect(printed.length).toBeGreaterThanOrEqual(count), 30_000);
    const watching = tickmark(["check", slug, "--watch", "--format", "json"], {
      signal: stop.signal,
      print: (text) => void printed.push(text),
    });
    await rounds(1);
    await writeFile(fileOf("index.mdx"), draft.replace(">rose by", ">fell by"));
    await rounds(2);
    await writeFile(fileOf("index.mdx"), draft.slice(0, draft.indexOf("<Claim") + 9));
    await rounds(3);
    await writeFile(fileOf("index.mdx"), draft);
    await rounds(4);
    stop.abort();
    expect((await watching).status).toBe(0);
    const shape = z.object({ ok: z.boolean(), new: kinds, mended: kinds });
    const told = printed.map((line) => shape.parse(JSON.parse(line)));
    expect(told[0]).toEqual({ ok: true, new: [], mended: [] });
    expect(told[1]).toMatchObject({ ok: false, mended: [] });
    expect(told[1]?.new.join()).toMatch(/contradicted/);
    expect(told[2]?.new.join()).toMatch(/mdx/);
    expect(told[3]).toMatchObject({ ok: true, new: [] });
  });

  test.each([
    [["--watch", "--format", "sarif"], "text, or json"],
    [["--watch", "--mutate"], "without --watch"],
    [["--all"], "belongs to --watch"],
    [["who-own-treasuries"], "did you mean who-owns-treasuries?"],
  ])("refuses %j", async (args, message) => {
    const { status, err } = await tickmark(["check", ...args]);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});

const kinds = z.array(z.object({ kind: z.string() }).transform(({ kind }) => kind));
