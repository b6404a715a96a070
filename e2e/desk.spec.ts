import { createHash } from "node:crypto";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { isVintageDate } from "#lib/series/observation";
import { loadCatalogue } from "#lib/sources/catalogue";
import { readSeed } from "#lib/sources/seed";
import { appendVintage } from "#lib/store/append-vintage";
import { releaseOf } from "#lib/store/release-of";
import { openStore } from "#lib/store/store";
import { axeFindings } from "./axe.ts";
import { expect, test, type Page } from "./test.ts";

// Apart from the journeys of readers: it adds a vintage to the store and signs articles, so the content must be a copy.

const { DATABASE_URL = "", TICKMARK_CONTENT = "", TICKMARK_DESK_KEY = "" } = process.env;
const released = "2026-07-16";
const [drifting, steady] = ["did-the-world-sell-america", "who-owns-treasuries"];

/** The newest Major Foreign Holders figures again; the revised ones, of December 2025, matter to one article each. */
const revised: Readonly<Record<string, string>> = {
  // Foreign officials’ bills: the rise of their holdings is no longer “nearly all” bills.
  "mfh.bills.foreign-official": "360",
  // 9,267.2 in print: every word about it is true of both.
  "mfh.holdings.grand-total": "9267.22",
};

async function publishRevision(): Promise<void> {
  const catalogue = loadCatalogue();
  if (!catalogue.ok || !isVintageDate(released)) throw new Error("no catalogue");
  const seed = readSeed("prisma/seed/mfh/2026-06-18", catalogue.value);
  const [newest] = seed.ok ? seed.value : [];
  if (!newest) throw new Error("no seed");
  const store = openStore(DATABASE_URL, 1);
  try {
    await appendVintage(store, {
      ...newest.parsed,
      release: releaseOf(catalogue.value, "mfh"),
      date: released,
      snapshot: { ...newest.snapshot, sha256: createHash("sha256").update(released).digest("hex") },
      note: "Made up for a test",
      cells: newest.parsed.cells.map((cell) => {
        const value = cell.period === "2025-12" ? revised[cell.key] : undefined;
        return value === undefined ? cell : { ...cell, value };
      }),
    });
  } finally {
    await store.close();
  }
}

const fileOf = (slug: string) => path.join(TICKMARK_CONTENT, "articles", slug, "index.mdx");

/** Fills the form of an article and sends it. */
async function decide(
  page: Page,
  slug: string,
  way: "Sign" | "Leave as written",
  { note = "", key = TICKMARK_DESK_KEY }: { note?: string; key?: string } = {},
): Promise<void> {
  const form = page.getByRole("form", { name: `Decide on ${slug}` });
  await form.getByLabel("Name, as readers see it").fill("Jane Doe");
  await form.getByLabel("Note or reason, as readers see it").fill(note);
  await form.getByLabel("Key").fill(key);
  await form.getByRole("button", { name: way }).click();
}

/** Reads a page again until it says something: within seconds it knows the new vintage, or the new content. */
async function waitFor(page: Page, address: string, text: string | RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(address);
        return page.locator("main").innerText();
      },
      { timeout: 45_000, intervals: [1_000] },
    )
    .toMatch(text);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test.skip(TICKMARK_DESK_KEY === "", "needs a site with a key and a copy of the content");

  test("an editor works through the desk, and readers see what was decided", async ({ page }) => {
    expect(path.resolve(TICKMARK_CONTENT), "this test writes").not.toBe(path.resolve("content"));
    expect(new URL(DATABASE_URL).hostname).toMatch(/^(127\.0\.0\.1|localhost)$/);
    await publishRevision();
    await waitFor(page, "/desk", "June 18, 2026 to July 16, 2026");

    // Outcomes: one article drifts, with both values, the cells that moved and what would be true; the other rounds the same.
    const section = (slug: string) =>
      page.locator(".desk-article").filter({ has: page.locator(`#${slug}`) });
    const drifts = section(drifting)
      .getByRole("listitem")
      .filter({ hasText: "nearly all of it" })
      .first();
    await expect(drifts).toContainText("0.95887191…");
    await expect(drifts).toContainText("contradicts the words");
    await expect(drifts).toContainText("What would be true");
    await expect(section(steady)).toContainText(/Rounds the same \d+ sentences?/);
    await expect(section(steady)).not.toContainText("contradicts the words");
    const row = page.getByRole("row").filter({ has: page.locator(`a[href="#${drifting}"]`) });
    await expect(row).toContainText("not yet");

    // Until somebody decides, readers are told that nobody has.
    await page.goto(`/articles/${drifting}`);
    await expect(page.locator(".desk-standing")).toContainText(
      "changes 1 sentence; not yet read by an editor",
    );

    // Refused: a wrong key, words that do not hold.
    await page.goto("/desk");
    await decide(page, drifting, "Leave as written", {
      note: "It is of 2025",
      key: "not-the-key-at-all",
    });
    const answer = section(drifting).getByRole("alert");
    await expect(answer).toContainText("The key is wrong");
    await expect(answer).toBeInViewport();
    await expect(section(drifting).getByLabel("Note or reason")).toHaveValue("It is of 2025");
    await decide(page, drifting, "Sign");
    await expect(answer).toContainText(
      `articles/${drifting}/index.mdx does not hold as of ${released}; nothing was written`,
    );
    await expect(answer).toContainText('"nearly all of it" is contradicted');
    await expect(answer).not.toContainText(TICKMARK_CONTENT);

    // One is left, on purpose.
    await decide(page, drifting, "Leave as written", { note: "It is of 2025" });
    await expect(section(drifting).getByRole("status")).toContainText("Left as written");
    await expect(page.getByRole("form", { name: `Decide on ${drifting}` })).toHaveCount(0);
    await waitFor(
      page,
      `/articles/${drifting}`,
      /changes 1 sentence; left as written by Jane Doe on .*: It is of 2025/,
    );

    // The other changes while the editor reads it, and is signed when it was read again.
    await page.goto("/desk");
    const seen = page
      .getByRole("form", { name: `Decide on ${steady}` })
      .locator(`input[name="seen"]`);
    const before = await seen.getAttribute("value");
    await appendFile(fileOf(steady), "\n");
    await decide(page, steady, "Sign");
    await expect(page.getByRole("alert")).toContainText("changed since it was seen");
    await expect
      .poll(
        async () => {
          await page.goto("/desk");
          return seen.getAttribute("value");
        },
        { timeout: 45_000, intervals: [1_000] },
      )
      .not.toBe(before);
    await decide(page, steady, "Sign", { note: "Nothing to mend" });
    await expect(section(steady).getByRole("status")).toContainText("Signed");
    await waitFor(
      page,
      `/articles/${steady}`,
      /Read again at the vintage of July 16, 2026 and signed by Jane Doe/,
    );
    expect(await readFile(fileOf(steady), "utf8")).toContain(`asOf: ${released}`);

    // What fails the gate never takes the place of the last good page.
    const good = await readFile(fileOf(steady), "utf8");
    await writeFile(fileOf(steady), good.replace("<Claim of=", "<Claim off="));
    const until = Date.now() + 8_000;
    while (Date.now() < until) {
      const answer = await page.goto(`/articles/${steady}`);
      expect(answer?.status()).toBe(200);
      await expect(page.locator(".desk-standing")).toContainText("signed by Jane Doe");
    }
    await writeFile(fileOf(steady), good);

    // What was asked for and is not there is refused in words, with what there is.
    await page.goto("/desk?from=2026-06-17&to=2026-06-18");
    await expect(page.getByRole("alert")).toContainText(
      "No release held has a vintage of 2026-06-17",
    );
  });
});

test("the desk is well made, and two vintages are chosen with the keyboard", async ({ page }) => {
  await page.goto("/desk");
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel("From").selectOption("2026-02-18");
  await page.getByLabel("to", { exact: true }).selectOption("2026-06-18");
  await page.getByRole("button", { name: "Read again" }).press("Enter");
  await expect(page).toHaveURL(/from=2026-02-18&to=2026-06-18/);
  await expect(page.locator("main")).toContainText("−$88.3 billion");
  await expect(page.locator("main")).toContainText("−$82.4 billion");
});

test("with scripts a refusal takes the focus, and what was typed stays", async ({ page }) => {
  test.skip(TICKMARK_DESK_KEY === "", "needs a site with a key");
  await page.goto("/desk");
  await decide(page, drifting, "Sign", { note: "Read with care", key: "not-the-key-at-all" });
  const refusal = page.locator(".desk-article").getByRole("alert");
  await expect(refusal).toContainText(/Nothing was written|Too many tries/);
  await expect(refusal).toBeFocused();
  const form = page.getByRole("form", { name: `Decide on ${drifting}` });
  await expect(form.getByLabel("Note or reason")).toHaveValue("Read with care");
});
