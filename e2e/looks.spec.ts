import { axeFindings, axeFindingsInTheDark, hideRowsAlike } from "./axe.ts";
import { expect, test, type Page } from "./test.ts";

/** Every kind of page, and of series: a stock with many breaks, "n.a." before 2023, a running sum, years, 552 months, one vintage. */
const addresses = [
  "/",
  "/articles/did-the-world-sell-america",
  "/articles/who-owns-treasuries/now",
  "/articles/what-a-fall-in-holdings-is-made-of/ledger",
  "/articles/how-far-first-prints-are-revised/history",
  "/charts/who-holds-treasuries",
  "/about",
  "/corrections",
  "/status",
  "/nowhere",
  "/data",
  "/data?search=jpan",
  "/data/nothing.like.it",
  "/data/mfh.holdings.japan",
  "/data/slt1.total.valuation.grand-total",
  "/data/press.12m.line-3",
  "/data/press.year.line-3",
  "/data/s1.treasuries.purchases.japan",
  "/data/slt5.holdings.japan",
  "/areas",
  "/areas/japan",
  "/areas/grand-total",
  "/releases",
  "/releases/press",
  "/releases/press/2023-04-17",
  "/releases/mfh/2026-06-18",
  "/feeds",
  "/developers",
  "/developers/components",
  "/search",
  "/search?q=japan",
  "/search?q=zzyzx+japan",
  "/glossary",
  "/topics",
  "/topics/cross-border-capital",
];

/** Pages whose tables nobody has to push sideways on a phone; a table of all values of a series is wider. */
const fitting = /^\/(?:areas|releases)/;

// Some pages are long, and axe looks at each part of them.
test.setTimeout(60_000);
test.use({ viewport: { width: 320, height: 740 }, colorScheme: "light" });

for (const address of addresses) {
  test(`${address} is in order on a phone, and on a desktop in the dark`, async ({ page }) => {
    await page.goto(address);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    if (fitting.test(address)) {
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await scrollingLedgers(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    // All rows are there for what is as wide as the widest of them; not for what is the same in each.
    await hideRowsAlike(page);
    await page.setViewportSize({ width: 320, height: 740 });
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await axeFindingsInTheDark(page)).toEqual([]);
  });
}

test("an open receipt is in order on a phone, and on a desktop in the dark", async ({ page }) => {
  await page.goto("/articles/did-the-world-sell-america");
  await page.getByRole("link", { name: /^\$742\.5 billion/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await axeFindings(page, "dialog")).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await axeFindingsInTheDark(page, "dialog")).toEqual([]);
});

test("a chart in use is in order in forced colors, without motion", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await page.goto("/articles/did-the-world-sell-america");
  const chart = page.locator("#chart-yearly-net-purchases");
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-live=true]")).toHaveCount(1);
  await chart.getByText("Describe this chart").click();
  await chart.locator("canvas").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(chart.getByRole("list").getByRole("link").first()).toBeFocused();
  expect(await axeFindings(page, "#chart-yearly-net-purchases")).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("the first Tab leads to a link past the masthead", async ({ page }) => {
  await page.goto("/articles/did-the-world-sell-america");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", /^#/);
});

/** By how many pixels the page is wider than the window. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** The tables that a reader has to push sideways. */
async function scrollingLedgers(page: Page): Promise<(string | null)[]> {
  return page
    .locator(".ledger-scroll")
    .evaluateAll((ledgers) =>
      ledgers
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map((ledger) => ledger.getAttribute("aria-label")),
    );
}
