import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runTickmark } from "#lib/cli/tickmark";
import { runNode, type Outcome } from "../scripts/child.ts";
import { startSite } from "../scripts/test-site.ts";
import { expect, test, type APIRequestContext, type APIResponse } from "./test.ts";

// An editor's day: the shell on one side, a running server with previews on the other, over a copy of the content.

const { DATABASE_URL = "", TICKMARK_BUILD_FOLDER = ".next" } = process.env;
const [title, slug] = ["Who lends to Washington?", "who-lends-to-washington"];
const [wrong, right] = ["who live in the United States", "who live anywhere else"];

let content = "";
let site: Awaited<ReturnType<typeof startSite>>;

test.beforeAll(async () => {
  // To start a server beside others that start takes a while.
  test.setTimeout(120_000);
  content = await mkdtemp(path.join(tmpdir(), "tickmark-editor-"));
  await cp("content", content, { recursive: true });
  site = await startSite(process.cwd(), {
    databaseUrl: DATABASE_URL,
    buildFolder: TICKMARK_BUILD_FOLDER,
    settings: { TICKMARK_CONTENT: content, TICKMARK_PREVIEW: "1" },
  });
});

test.afterAll(async () => {
  await site.stop();
  await rm(content, { recursive: true });
});

/** What an editor types behind `npx tickmark`: its first word starts Node, the others go without, which takes seconds each. */
async function tickmark(...args: string[]): Promise<Outcome> {
  const call = [...args, "--content", content];
  if (args[0] === "new") return runNode("bin/tickmark.mjs", call);
  let output = "";
  const print = (text: string) => void (output += text);
  const context = { databaseUrl: DATABASE_URL, print, printError: print };
  return { code: await runTickmark(call, context), output };
}

const read = () => readFile(path.join(content, "articles", slug, "index.mdx"), "utf8");

/** Saves as editors do: what was there stays until the new text is whole. */
async function edit(change: (text: string) => string): Promise<void> {
  const file = path.join(content, "articles", slug, "index.mdx");
  await writeFile(`${file}.new`, change(await read()));
  await rename(`${file}.new`, file);
}

/** Asks the running site. While a command works here, a connection that is kept may end unseen: it is asked again then. */
function get(request: APIRequestContext, address: string): Promise<APIResponse> {
  return request.get(`${site.url}${address}`, { maxRetries: 2 });
}

/** What addresses of the running site say. */
async function textsOf(
  request: APIRequestContext,
  addresses: readonly string[],
): Promise<readonly string[]> {
  const answers = await Promise.all(addresses.map((one) => get(request, one)));
  return Promise.all(answers.map((answer) => answer.text()));
}

const article = `/articles/${slug}`;
const lists = ["/", "/feeds/articles.atom", "/sitemap.xml"];

/** When the article was changed last, as search engines are told. */
async function dateModified(request: APIRequestContext): Promise<number> {
  const [text = ""] = await textsOf(request, [article]);
  return Date.parse(/"dateModified":"([^"]+)"/.exec(text)?.[1] ?? "");
}

test("an article is begun, mended, published and corrected, and the running site follows each step", async ({
  page,
  request,
}) => {
  // Commands start one after the other, and the server has looked at nothing yet.
  test.setTimeout(120_000);
  const begun = await tickmark("new", title);
  expect(begun).toMatchObject({ code: 0 });
  expect(begun.output).toContain(`/preview/${slug}`);
  await edit((text) => `${text}\nForeign residents are all ${wrong}.\n`);
  await page.goto(`${site.url}/preview/${slug}`);
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No problems" })).toBeVisible();
  expect((await get(request, article)).status()).toBe(404);

  // A digit is wrong: the page and the shell say the same of it, and what to write.
  await expect(page.locator("[data-follows=true]")).toHaveCount(1);
  const [, figure = ""] = /<Dek>[^]*?>(\$[\d.]+ trillion)</.exec(await read()) ?? [];
  const slip = figure.replace(/\d(?= )/, (digit) => String((Number(digit) + 1) % 10));
  await edit((text) => text.replace(`>${figure}<`, `>${slip}<`));
  const words = page.locator(".problem").filter({ hasText: slip });
  await words.getByRole("button").click();
  await expect(words.getByRole("note")).toContainText(`write "${figure}"`);
  const checked = await tickmark("check", slug);
  expect(checked.code).toBe(1);
  expect(checked.output).toMatch(/index\.mdx:\d+:\d+ figure-contradicted: /);
  expect(checked.output).toContain(`fix: write "${figure}"`);
  await edit((text) => text.replace(`>${slip}<`, `>${figure}<`));
  await expect(page.getByRole("heading", { name: "No problems" })).toBeVisible();

  const published = await tickmark("publish", slug);
  expect(published).toMatchObject({ code: 0 });
  await expect
    .poll(async () => (await get(request, article)).status(), { timeout: 20_000 })
    .toBe(200);
  await expect
    .poll(async () => (await textsOf(request, lists)).map((text) => text.includes(slug)), {
      timeout: 20_000,
    })
    .toEqual(lists.map(() => true));
  const modified = await dateModified(request);

  // The text is mended first: a correction says what it says by now.
  await edit((text) => text.replace(wrong, right));
  const why = "The words were swapped.";
  const corrected = await tickmark(
    ...["correct", slug, "--wrong", wrong, "--right", right, "--why", why],
  );
  expect(corrected).toMatchObject({ code: 0 });
  const telling = [article, "/corrections", "/feeds/articles.atom", "/feeds/corrections.json"];
  await expect
    .poll(async () => (await textsOf(request, telling)).map((text) => text.includes(why)), {
      timeout: 20_000,
    })
    .toEqual(telling.map(() => true));
  expect(await dateModified(request)).toBeGreaterThan(modified);
  await page.goto(`${site.url}${article}`);
  await expect(page.locator("#corrections")).toContainText(wrong);
  // On the day of publication, too.
  await expect(page.locator(".working-paper")).toContainText(
    /corrected \w+ \d+, \d{4}, \d\d:\d\d UTC/,
  );
});
