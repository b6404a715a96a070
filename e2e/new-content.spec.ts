import { cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test, type APIRequestContext } from "./test.ts";

// Editors write while the site runs, so the content must be a copy; what is written here is taken away again.

const { TICKMARK_CONTENT = "" } = process.env;
/** One on which the journeys before have decided nothing. */
const model = "how-far-first-prints-are-revised";
const folderOf = (slug: string) => path.join(TICKMARK_CONTENT, "articles", slug);

/** An article with the text of another, but for these fields of its frontmatter and its headline. */
async function write(slug: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const text = await readFile(path.join(folderOf(model), "index.mdx"), "utf8");
  const without = ["id", ...Object.keys(fields)].reduce(
    (left, field) => left.replace(new RegExp(`^${field}: .*\n`, "m"), ""),
    text,
  );
  const lines = Object.entries(fields).map(([field, value]) => `${field}: ${value}\n`);
  const article = without
    .replace("---\n", `---\nid: ${slug}\n${lines.join("")}`)
    .replace(/^# /m, `# Called ${slug}: `);
  await cp(folderOf(model), folderOf(slug), { recursive: true });
  await writeFile(path.join(folderOf(slug), "index.mdx"), article);
  const lock = path.join(folderOf(slug), "claims.lock");
  await writeFile(lock, (await readFile(lock, "utf8")).replace(/^id \| .*$/m, `id | ${slug}`));
}

/** Where articles are listed, and what of a series names the articles that use it. */
const lists = [
  ...["/", "/topics", "/topics/cross-border-capital", "/corrections", "/desk", "/charts"],
  ...["/feed.xml", "/feeds/articles.atom", "/feeds/everything.json", "/feeds/all.opml"],
  ...["/sitemap.xml", "/charts/sitemap.xml", "/search?q=called", `/articles/${model}`],
  ...["/data/slt1.total.net.grand-total", "/charts/press-and-table", "/articles/nope/claims.json"],
];

/** Those that do not name an article without corrections and charts of its own. */
const quiet = ["/corrections", "/feeds/all.opml", "/charts/sitemap.xml"];

/** Those of the lists that name one of some articles. */
async function naming(request: APIRequestContext, ...slugs: string[]): Promise<string[]> {
  const answers = await Promise.all(lists.map((address) => request.get(address)));
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  return lists.filter((_, position) => slugs.some((slug) => texts[position]?.includes(slug)));
}

/** What an article has of its own. */
function pagesOf(slug: string): string[] {
  const own = ["", "/now", "/ledger", "/history", "/claims.csv", "/claims.json", "/evidence.zip"];
  return [...own.map((page) => `/articles/${slug}${page}`), `/cards/articles/${slug}.png`];
}

async function statuses(request: APIRequestContext, slug: string): Promise<number[]> {
  const answers = await Promise.all(pagesOf(slug).map((address) => request.get(address)));
  return answers.map((answer) => answer.status());
}

const all = (status: number) => pagesOf("").map(() => status);

test("drafts and articles to come are nowhere; one that is due appears, and one taken away is gone", async ({
  request,
}) => {
  test.skip(TICKMARK_CONTENT === "", "needs a site over a copy of the content");
  const due = new Date(Date.now() + 8_000);
  const instant = `${due.toISOString().slice(0, 19)}Z`;
  const farAway = "2099-01-01T09:00-05:00";
  const [draft, late, soon] = ["still-a-draft", "to-come", "due-soon"];
  try {
    await write(draft, { draft: "true" });
    await write(late, { published: farAway, updated: farAway });
    await write(soon, { published: instant, updated: instant });

    await expect
      .poll(async () => (await request.get(`/articles/${soon}`)).status(), { timeout: 60_000 })
      .toBe(200);
    expect(Date.now()).toBeGreaterThanOrEqual(due.getTime());
    expect(await statuses(request, soon)).toEqual(all(200));
    const page = await (await request.get(`/articles/${soon}`)).text();
    const [receipt = ""] = /\/articles\/due-soon\/claims\/[0-9a-f]+/.exec(page) ?? [];
    expect((await request.get(receipt)).status()).toBe(200);
    // A feed is sent as it was for as long as the new one takes.
    await expect
      .poll(() => naming(request, soon), { timeout: 60_000 })
      .toEqual(lists.filter((list) => !quiet.includes(list)));
    expect(await naming(request, draft, late)).toEqual([]);
    for (const slug of [draft, late]) expect(await statuses(request, slug)).toEqual(all(404));
  } finally {
    for (const slug of [draft, late, soon])
      await rm(folderOf(slug), { recursive: true, force: true });
  }
  await expect
    .poll(async () => (await request.get(`/articles/${soon}`)).status(), { timeout: 30_000 })
    .toBe(404);
  await expect.poll(() => naming(request, soon), { timeout: 60_000 }).toEqual([]);
});
