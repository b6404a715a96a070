import { cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startSite } from "../scripts/test-site.ts";
import { axeFindings, axeFindingsInTheDark } from "./axe.ts";
import { expect, test, type Page } from "./test.ts";

// A server of its own, over a copy of the content: that of the other journeys shows no drafts.

const { DATABASE_URL = "", TICKMARK_BUILD_FOLDER = ".next" } = process.env;
const slug = "stocks-of-2025";

let content = "";
let site: Awaited<ReturnType<typeof startSite>>;

test.beforeAll(async () => {
  // To start a server beside others that start takes a while.
  test.setTimeout(120_000);
  content = await mkdtemp(path.join(tmpdir(), "tickmark-preview-"));
  await cp("content", content, { recursive: true });
  await mkdir(path.join(content, "articles", slug));
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

/** A draft with a figure, and text enough to scroll. */
function draft(figure: string, more = ""): string {
  const filler = "Foreigners are all who do not live in the United States.\n\n".repeat(40);
  return `---
id: ${slug}
byline: Tickmark data desk
topic: Cross-border capital
published: 2026-11-30
updated: 2026-11-30
draft: true
asOf: 2026-06-18
---

# What foreigners did with stocks

<Dek>The year of U.S. stocks.</Dek>

${filler}

## What they bought

Foreigners put a net <Claim of="sum(slt1.equities.net.grand-total, 2025)">${figure}</Claim> into U.S. stocks in 2025.

${more}

<Chart id="yearly-net-purchases" />
`;
}

/** Saves as editors do: what was there stays until the new text is whole. */
async function save(text: string): Promise<void> {
  const file = path.join(content, "articles", slug, "index.mdx");
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

const address = (tab = "") => `${site.url}/preview/${slug}${tab}`;

/** Until the page hears of what is saved. */
const follows = (page: Page) => expect(page.locator("[data-follows=true]")).toHaveCount(1);

test("a draft is seen as it is written: what is wrong in its place, and mended by itself", async ({
  page,
}) => {
  // It is one journey of many saves, and the server has looked at nothing yet.
  test.slow();
  await save(draft("$742.6 billion"));
  await page.goto(address());
  await expect(page.getByText("Draft", { exact: true })).toBeVisible();
  const notes = page.getByRole("complementary", { name: "Editor’s notes" });
  const wrong = notes.getByRole("listitem").filter({ hasText: "figure-contradicted" });
  await expect(wrong).toContainText('write "$742.5 billion"');

  // From the list to the words, and from the words to what is wrong.
  await wrong.getByRole("link").click();
  const words = page.locator(".problem").filter({ hasText: "$742.6 billion" });
  await expect(words).toBeInViewport();
  await words.getByRole("button").click();
  await expect(words.getByRole("note")).toContainText("is $742.462 billion as of 2026-06-18");
  await page.keyboard.press("Escape");
  expect(await axeFindings(page)).toEqual([]);
  expect(await axeFindingsInTheDark(page)).toEqual([]);

  // Mended: it goes away by itself, and neither the place on the page nor the focus is lost.
  await follows(page);
  const before = await page.evaluate(() => window.scrollY);
  const claim = page.getByRole("link", { name: /^\$742\.\d billion/ }).last();
  await claim.focus();
  await save(draft("$742.5 billion"));
  await expect(wrong).toHaveCount(0);
  await expect(claim).toBeFocused();
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThanOrEqual(40);

  // Half saved: what could be read last stays.
  await save(draft("$742.5 billion").slice(0, 60));
  const stale = page.getByRole("alert").filter({ hasText: "could not be read since" });
  await expect(stale).toBeVisible();
  await expect(claim).toBeVisible();
  await expect(notes).toContainText("frontmatter");
  await save(draft("$742.5 billion", "Two <Claim of= halves."));
  await expect(stale).toHaveCount(0);
  await expect(page.getByRole("group", { name: "Not read" })).toContainText(
    "Two <Claim of= halves.",
  );
  await expect(claim).toBeVisible();
  await save(draft("$742.5 billion"));
  await expect(page.getByRole("group", { name: "Not read" })).toHaveCount(0);
});

test("all claims are read at another vintage", async ({ page }) => {
  await page.goto(`${site.url}/preview/did-the-world-sell-america`);
  const choice = page.getByRole("region", { name: "At another vintage" });
  await choice.getByLabel("As of").selectOption("2026-02-18");
  await choice.getByRole("button", { name: "Read" }).click();
  await expect(
    page.getByText(/As of February 18, 2026, \d+ of \d+ claims would not hold/),
  ).toBeVisible();
  await expect(page.locator(".preview-claims > li").first()).toContainText("Would not hold: ");
});

test("feeds and networks are shown what they will have, and the list has the draft first", async ({
  page,
}) => {
  await save(draft("$742.5 billion"));
  await page.goto(address("/feed"));
  const entry = page.frameLocator("iframe");
  await expect(entry.getByRole("link", { name: /^\$742\.5 billion/ })).toBeVisible();
  const picture = entry.getByRole("img").first();
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveJSProperty("complete", true);
  await expect(picture).not.toHaveJSProperty("naturalWidth", 0);
  await page.getByRole("link", { name: "Social card" }).click();
  await expect(page.getByRole("img", { name: /^The card/ })).toHaveJSProperty("naturalWidth", 1200);
  await page.goto(`${site.url}/preview`);
  await expect(page.getByRole("row").nth(1)).toContainText(slug);
  expect(await axeFindings(page)).toEqual([]);
});

test("a server that was not told to show drafts knows nothing of them", async ({ request }) => {
  const tabs = ["", "/feed", "/card", "/card.png", "/changes"];
  const pages = tabs.map((tab) => `/preview/who-owns-treasuries${tab}`);
  for (const one of ["/preview", "/preview/entry.css", ...pages]) {
    const answer = await request.get(one);
    expect([one, answer.status()]).toEqual([one, 404]);
    expect(await answer.text()).not.toContain("Editor");
  }
  const told = await Promise.all(
    ["/robots.txt", "/sitemap.xml", "/"].map((one) => request.get(one)),
  );
  for (const answer of told) expect(await answer.text()).not.toContain("/preview");
});
