import { expect, test } from "./test.ts";

const japan = "/data/mfh.holdings.japan";

test("a reader searches, narrows, opens a series and reaches its file", async ({ page }) => {
  await page.goto("/data");
  await page.getByRole("searchbox", { name: "Search the series" }).fill("Japan holdings Treasury");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/search=Japan\+holdings\+Treasury/);
  await page
    .getByRole("navigation", { name: "Narrow the list" })
    .getByRole("link", { name: /^Major Foreign Holders/ })
    .click();
  await expect(page).toHaveURL(/release=mfh/);
  await page
    .getByRole("link", {
      name: "Holdings of U.S. Treasury securities by foreign residents: Japan",
      exact: true,
    })
    .click();
  await expect(page).toHaveURL(japan);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Japan");
  await expect(page.getByRole("row", { name: /December 2025/ }).first()).toContainText("1,185.5");
  await expect(page.getByRole("link", { name: "mfhhis01.txt" }).first()).toHaveAttribute(
    "href",
    /^https:/,
  );
  await expect(page.getByText(/SHA-256/).first()).toBeVisible();
});

test("what a list is narrowed to can be taken back", async ({ page }) => {
  await page.goto("/data?search=treasury&release=mfh&area=japan");
  const filters = page.getByRole("list", { name: "Narrowed to" });
  await expect(filters.getByRole("listitem")).toHaveCount(3);
  await filters.getByRole("link", { name: /Japan/ }).click();
  await expect(page).toHaveURL("/data?search=treasury&release=mfh");
});

test("a misspelt search finds what was meant, and says what that may be", async ({ page }) => {
  await page.goto("/data?search=jpan+holdings");
  const meant = page.getByRole("link", { name: "Japan holdings" });
  await expect(meant).toBeVisible();
  await meant.click();
  await expect(
    page.getByRole("listitem").filter({ hasText: "mfh.holdings.japan" }).first(),
  ).toBeVisible();
});

test("a list goes on over pages, and ends kindly", async ({ page }) => {
  await page.goto("/data?release=slt1");
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL("/data?release=slt1&page=2");
  await expect(page.getByText(/51 to 100 shown/)).toBeVisible();
  await page.goto("/data?release=slt1&page=9999");
  await expect(page.getByText(/There is no page 9999; this is the last/)).toBeVisible();
  await page.goto("/data?search=zzyzx");
  await expect(page.getByText("No series fits all of this.", { exact: false })).toBeVisible();
});

test("an address with a part that means nothing is answered, and says so", async ({ page }) => {
  await page.goto("/data?vintge=2026-02-18&page=x");
  await expect(page.getByText("“vintge”")).toBeVisible();
  await page.goto(`${japan}?asof=2026-02-18`);
  await expect(page.getByText("“asof”")).toBeVisible();
  const lost = await page.goto("/data?__proto__=1");
  expect(lost?.status()).toBe(400);
  await expect(page.getByText('There is no parameter "__proto__".')).toBeVisible();
});

test("a series is read as of an earlier day by a form", async ({ page }) => {
  await page.goto("/data/mfh.holdings.united-kingdom");
  await page.getByRole("combobox", { name: "As of" }).first().selectOption("February 18, 2026");
  await page.getByRole("button", { name: "Read" }).click();
  await expect(page).toHaveURL(/asOf=2026-02-18/);
  await expect(page.getByRole("row", { name: /December 2025/ }).first()).toContainText("866");
  await expect(page.getByText("an earlier vintage.")).toBeVisible();
  await page.getByRole("link", { name: "Read the newest" }).click();
  await expect(page.getByRole("row", { name: /December 2025/ }).first()).toContainText("863.1");
});

test("a day that is none, or before all vintages, is answered with the newest and a sentence", async ({
  page,
}) => {
  await page.goto(`${japan}?asOf=2026-02-30`);
  await expect(page.getByText("“2026-02-30” is not a day such as")).toBeVisible();
  await page.goto(`${japan}?asOf=1999-01-01`);
  await expect(
    page.getByText(/Nothing held here had been published by January 1, 1999/),
  ).toBeVisible();
  await expect(page.getByRole("row", { name: /December 2025/ }).first()).toContainText("1,185.5");
});

test("a key that does not exist is 404, with the nearest", async ({ page }) => {
  const response = await page.goto("/data/mfh.holdings.jpan");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such series.");
  await page.getByRole("link", { name: "mfh.holdings.japan" }).click();
  await expect(page).toHaveURL(japan);
});

test("what could be no key is 404 at once, however long", async ({ request }) => {
  for (const key of ["ab.".repeat(3000), "mfh.holdings.j$pan", "Mfh Holdings"]) {
    const response = await request.get(`/data/${key}`, { timeout: 5000 });
    expect(response.status(), key.slice(0, 40)).toBe(404);
  }
  expect((await request.get("/data?search=a%00b")).status()).toBe(200);
});

test("a press line shows how its vintages disagreed, as a fan and as tables", async ({ page }) => {
  await page.goto("/data/press.line-3");
  await expect(page.getByRole("img", { name: /^How .* was revised/ }).first()).toBeVisible();
  await expect(page.getByText(/219 vintages of this table are held/)).toBeVisible();
  await page.getByRole("link", { name: "Draw all revisions" }).click();
  await expect(page).toHaveURL(/revisions=all/);
  await expect(page.getByText(/June 2006 to/).first()).toBeVisible();
});

test("figures that do not add up are shown with the series they stand in", async ({ page }) => {
  await page.goto("/data/press.year.line-3");
  const list = page
    .getByRole("region", { name: "Figures that do not add up" })
    .getByRole("listitem");
  await expect(list.filter({ hasText: "592.0" }).first()).toContainText("April 17, 2023");
});

test("a series names the claims that rest on it, and they lead to their receipts", async ({
  page,
}) => {
  await page.goto(japan);
  await page
    .getByRole("region", { name: "Where it is used" })
    .getByRole("link", { name: "largest", exact: true })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Receipt for");
  await page.getByText(/^\d+ cells of \d+ series/).click();
  await page
    .getByRole("link", { name: /^Holdings of U\.S\. Treasury securities/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/data\/mfh\.holdings\./);
});

test("the chart of a series changes its range and says what the page is about", async ({
  page,
}) => {
  await page.goto("/data/mfh.holdings.japan");
  const figure = page.locator("figure.chart").first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator("canvas")).toBeVisible();
  await figure.getByRole("combobox", { name: "Show" }).selectOption("Monthly change");
  await expect(figure).toContainText(/monthly change.*U\.S\. dollars/i);
  await expect(figure.getByText("You changed this chart. This page is about")).toBeVisible();
});

test("the front page leads to the series of its figures", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Foreign holdings of U.S. Treasury securities" }).click();
  await expect(page).toHaveURL("/data/slt5.holdings.grand-total");
});

test("series have a sitemap of their own, and it names pages that are there", async ({
  request,
}) => {
  const sitemap = await (await request.get("/data/sitemap.xml")).text();
  expect(sitemap).toContain("/data/mfh.holdings.japan</loc>");
  expect(await (await request.get("/robots.txt")).text()).toContain("/data/sitemap.xml");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("searching, reading as of a day and showing all values work", async ({ page }) => {
    await page.goto("/data");
    await page.getByRole("searchbox").fill("mfh.holdings.japan");
    await page.getByRole("button", { name: "Search" }).click();
    await page
      .getByRole("link", { name: /: Japan$/ })
      .first()
      .click();
    await page.getByRole("combobox", { name: "As of" }).first().selectOption("2026-02-18");
    await page.getByRole("button", { name: "Read" }).click();
    await expect(page).toHaveURL(/asOf=2026-02-18/);
    await page.getByRole("link", { name: /Show all 310 values/ }).click();
    await expect(page.getByRole("row", { name: /March 2000/ })).toContainText("307.6");
  });
});
