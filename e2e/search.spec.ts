import { expect, test, type Page } from "./test.ts";
import { axeFindings } from "./axe.ts";

/** A key pressed before the page's script runs opens nothing: it is pressed until it does. */
async function openSearch(page: Page, key: "/" | "Control+k"): Promise<void> {
  await page.goto("/about");
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(page.getByRole("combobox")).toBeFocused({ timeout: 1000 });
  }).toPass();
}

test("typing finds areas, series and claims, by keyboard alone", async ({ page }) => {
  await openSearch(page, "/");
  const box = page.getByRole("combobox", { name: /^Search articles/ });
  await expect(box).toBeFocused();
  await box.fill("luxemburg");
  await expect(page.getByRole("status").filter({ hasText: "for Luxembourg" })).toBeVisible();
  const first = page.getByRole("group", { name: "Areas" }).getByRole("option").first();
  await expect(first).toContainText("Luxembourg");
  await box.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "true");
  expect(await axeFindings(page, "dialog")).toEqual([]);
  await box.press("Enter");
  await expect(page).toHaveURL("/areas/luxembourg");
  await expect(page.getByRole("dialog")).toBeHidden();
  // What was looked for is offered again, and Escape gives the focus back.
  await page.getByRole("link", { name: "Search", exact: true }).click();
  await expect(page.getByRole("group", { name: "Recent" }).getByRole("option")).toHaveText([
    "luxemburg",
  ]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "Search", exact: true })).toBeFocused();
});

test("an answer that comes late does not take the place of a newer one", async ({ page }) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/search/results?q=japan", async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await openSearch(page, "Control+k");
  const box = page.getByRole("combobox");
  const asked = page.waitForRequest("**/search/results?q=japan");
  await box.fill("japan");
  await asked;
  await box.fill("belgium");
  await expect(page.getByRole("option").first()).toContainText("Belgium");
  release();
  await expect(page.getByRole("option").first()).toContainText("Belgium");
});

test("a search that fails says so, and Enter opens its page", async ({ page }) => {
  await page.route("**/search/results**", (route) => route.abort());
  await openSearch(page, "Control+k");
  await page.getByRole("combobox").fill("japan");
  await expect(page.getByText("The search does not answer just now.")).toBeVisible();
  await page.getByRole("combobox").press("Enter");
  await expect(page).toHaveURL("/search?q=japan");
});

test("a search that waits says so, and what it suggests waits for nothing", async ({ page }) => {
  await page.route("**/search/results**", () => undefined);
  await openSearch(page, "Control+k");
  await expect(page.getByRole("group", { name: "Where to begin" })).toBeVisible();
  await page.getByRole("combobox").fill("japan");
  await expect(page.getByRole("status").filter({ hasText: "Searching …" })).toBeVisible({
    timeout: 2000,
  });
});

test("series of one title are told apart by their tables, and an article counts once", async ({
  page,
}) => {
  await page.goto("/search?q=Japan");
  const series = page.getByRole("region", { name: /^Series/ }).getByRole("listitem");
  const title = "Holdings of U.S. Treasury securities by foreign residents: Japan";
  const alike = series.filter({ has: page.getByRole("link", { name: title, exact: true }) });
  const tables = await alike.locator(".search-item-place").allTextContents();
  expect(tables.length).toBeGreaterThan(1);
  expect(new Set(tables).size).toBe(tables.length);
  await expect(alike.filter({ hasText: "Major holders (history)" })).toContainText(
    "$1.19 trillion",
  );
  const places = await page
    .getByRole("region", { name: /^Articles/ })
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  const articles = new Set(places.map((place) => place.replace(/#.*$/, "")));
  expect(places.length).toBeGreaterThan(articles.size);
  const heading = `Articles ${articles.size}, in ${places.length} places`;
  await expect(page.getByRole("heading", { name: heading, exact: true })).toBeVisible();
});

test("the slash key can be switched off", async ({ page }) => {
  await openSearch(page, "/");
  await page.getByRole("checkbox", { name: /key opens this/ }).uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("hostile and empty searches are answered with a page that says so", async ({ request }) => {
  for (const query of ["", "q=", "q=%00", `q=${"x".repeat(4000)}`, "q='%3B--&q=2", "q=(((%22"]) {
    const answer = await request.get(`/search?${query}`);
    expect(answer.status(), query.slice(0, 20)).toBe(200);
    expect(await answer.text()).toContain('name="robots" content="noindex');
  }
});

test("a term opens where it stands, and Escape returns to it", async ({ page }) => {
  await page.goto("/articles/did-the-world-sell-america");
  const term = page.getByRole("link", { name: "fund centers" });
  await expect(term).toHaveAttribute("aria-expanded", "false");
  await term.press("Enter");
  const note = page.getByRole("dialog", { name: "Custody center" });
  await expect(note).toBeVisible();
  await expect(note).toContainText("not whose they are");
  expect(await axeFindings(page, ".term-notes")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();
  await expect(term).toBeFocused();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the search is a form, and a misspelt word is mended", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Search", exact: true }).click();
    await page.getByRole("searchbox").fill("custodail bias");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL("/search?q=custodail+bias");
    await expect(page.getByText("found for Custodial bias")).toBeVisible();
    await page.getByRole("link", { name: "Custodial bias", exact: true }).click();
    await expect(page).toHaveURL("/glossary#custodial-bias");
  });

  test("a term leads to the glossary", async ({ page }) => {
    await page.goto("/articles/did-the-world-sell-america");
    await page.getByRole("link", { name: "fund centers" }).click();
    await expect(page).toHaveURL("/glossary#custody-center");
  });
});
