import { test, expect as expectSoon } from "./test.ts";

// Most of these pages are made when they are first asked for, while other journeys share the processor.
const expect = expectSoon.configure({ timeout: 15_000 });

test("a reader finds the release whose figures do not add up, and the figures", async ({
  page,
}) => {
  await page.goto("/");
  await page
    .getByRole("navigation", { name: "Site" })
    .getByRole("link", { name: "Releases" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Releases");
  await page.locator("summary", { hasText: "Press releases" }).click();
  const failure = page.getByRole("listitem").filter({ hasText: "Line 3 = line 4 + line 9" });
  await expect(failure).toContainText("592.0");
  await expect(failure).toContainText("244.4 − 95.7 = 148.7");
  await failure.getByRole("link", { name: /April 17, 2023/ }).click();
  await expect(page).toHaveURL(/\/releases\/press\/2023-04-17/);
  await expect(
    page.getByRole("listitem").filter({ hasText: "Line 3 = line 4 + line 9" }),
  ).toHaveCount(7);
  await expect(page.getByRole("main")).toContainText("rounding explains at most 0.25");
});

test("the calendar says which days are held, and which passed days are not", async ({ page }) => {
  await page.goto("/releases");
  const calendar = page.getByRole("region", { name: "Release calendar" });
  const row = (name: RegExp) => calendar.getByRole("row", { name });
  await expect(row(/^June 18, 2026/).getByRole("link", { name: "Table 1" })).toBeVisible();
  await expect(row(/^July 14, 2026/).getByRole("link")).toHaveCount(0);
  await expect(row(/^July 14, 2026/)).toContainText("Table 1, Table 2, Table 3");
  await row(/^June 18, 2026/)
    .getByRole("link", { name: "Table 3" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The vintage of June 18, 2026");
});

test("a vintage shows its largest revisions, the file it is, and a way to the series", async ({
  page,
}) => {
  await page.goto("/releases/mfh/2026-06-18");
  await expect(page.getByRole("main")).toContainText("76 figures were revised and none withdrawn");
  const revisions = page.getByRole("table", { name: /largest revisions/i });
  const kingdom = revisions.getByRole("row", { name: /United Kingdom November 2025/ });
  await expect(kingdom).toContainText("879.8");
  await expect(kingdom).toContainText("−9.2");
  await expect(page.getByRole("main")).toContainText(/[0-9a-f]{64}/);
  await kingdom.getByRole("link").click();
  await expect(page).toHaveURL("/data/mfh.holdings.united-kingdom");
});

test("all 219 press releases are listed by year, and lead to what each changed", async ({
  page,
}) => {
  await page.goto("/releases/press");
  await expect(page.getByRole("link", { name: /^[A-Z][a-z]+ \d+, \d{4}$/ })).toHaveCount(219);
  await page.getByRole("navigation", { name: "Years" }).getByRole("link", { name: "2024" }).click();
  await page.getByRole("link", { name: "April 17, 2024" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The vintage of April 17, 2024");
  await expect(page.getByRole("table", { name: /By class and measure/ })).toBeVisible();
});

test("an area’s profile has its account, its place, and the series behind each figure", async ({
  page,
}) => {
  await page.goto("/areas");
  await page.getByRole("link", { name: "Belgium", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belgium");
  await expect(page.getByRole("main")).toContainText("held in custody for owners elsewhere");
  const account = page.getByRole("table", { name: /^U\.S\. long-term securities held by/ });
  await expect(account.getByRole("row")).toHaveCount(6);
  await expect(
    page.getByRole("table", { name: /among the countries with a figure/ }),
  ).toContainText("of");
  await account
    .getByRole("row", { name: /^Equities/ })
    .getByRole("link")
    .last()
    .click();
  await expect(page).toHaveURL("/data/slt1.equities.holdings.belgium");
});

test("totals, regions and memo items are not ranked", async ({ page }) => {
  for (const slug of ["grand-total", "total-europe", "euro-area"]) {
    await page.goto(`/areas/${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Where it stands" })).toHaveCount(0);
  }
});

test("a difference has as many decimals as the column, a printed figure those it is printed with", async ({
  page,
}) => {
  await page.goto("/releases/mfh/2026-06-18");
  const rows = page.getByRole("region", { name: /largest revisions/ }).getByRole("row");
  const differences = await rows.locator(".figure:nth-child(5)").allTextContents();
  expect(differences.length).toBeGreaterThan(3);
  for (const difference of differences.slice(1)) expect(difference).toMatch(/^[+−]\d+\.\d$/);
});

test("what does not exist is not found, and says so", async ({ page }) => {
  for (const address of [
    "/areas/atlantis",
    "/areas/..%2fjapan",
    "/releases/slt9",
    "/releases/mfh/2026-06-19",
    "/releases/mfh/2026-02-30",
  ]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("two vintages of the reader’s choice are compared", async ({ page }) => {
    await page.goto("/releases/press/2024-05-15");
    await page.getByLabel("Compare with the vintage of").selectOption("2024-03-19");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL("/releases/press/2024-05-15/since?from=2024-03-19");
    await expect(page.getByRole("heading", { name: /changed since March 19, 2024/ })).toBeVisible();
    await page.goto("/releases/press/2024-05-15/since?from=yesterday");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("no such vintage");
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  });

  test("a profile has its charts, their tables and a list of its series", async ({ page }) => {
    await page.goto("/areas/japan");
    for (const figure of await page.locator("figure.chart").all()) {
      await expect(figure.getByRole("img").first()).toBeVisible();
    }
    await expect(page.locator("figure.chart")).toHaveCount(4);
    await expect(page.getByRole("link", { name: "Equities: net purchases" }).first()).toBeVisible();
  });
});
