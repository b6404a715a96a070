import { expect, test } from "./test.ts";

test.use({ javaScriptEnabled: false });

const article = "/articles/did-the-world-sell-america";

test("without JavaScript an article has its text, its charts and their tables", async ({
  page,
}) => {
  await page.goto(article);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Sell America");
  for (const figure of await page.locator("figure.chart").all()) {
    await expect(figure.getByRole("img").first()).toBeVisible();
    await figure.locator(".chart-table summary").click();
    expect(await figure.getByRole("row").count()).toBeGreaterThan(3);
  }
});

test("without JavaScript a claim leads to its receipt, and the receipt to the source line", async ({
  page,
}) => {
  await page.goto(article);
  await page.getByRole("link", { name: /^\$742\.5 billion/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Receipt for “$742.5 billion”");
  await expect(page.getByRole("table", { name: /slt_table1\.txt/ }).getByRole("row")).toHaveCount(
    13,
  );
  await page.getByRole("link", { name: /foreigners bought more/ }).click();
  await expect(page).toHaveURL(article);
});

for (const [address, heading] of [
  ["/articles/nope", "There is no article at this address."],
  ["/topics/nope", "There is no topic of this name."],
  ["/charts/nope", "There is no chart of this name."],
  ["/data/nope", "There is no such series."],
  ["/data/mfh.holdings.japam", "There is no such series."],
  ["/areas/nope", "There is no area of this name."],
  ["/releases/nope", "No such release is held."],
  ["/releases/mfh/1999-01-01", "No such vintage is held."],
  ["/releases/mfh/1999-01-01/since", "No such vintage is held."],
] as const) {
  test(`without JavaScript ${address} is a whole page that says what is not there`, async ({
    page,
  }) => {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(page.locator("html")).toHaveAttribute("lang", "en-US");
    await expect(page).toHaveTitle(/^(?:No such|Not in|Two vintages) .* · Tickmark$/);
    await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute("content", /noindex/);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page.getByRole("contentinfo")).toBeVisible();
  });
}

test("without JavaScript the front page leads to the article and prints the newest figures", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.getByText("June 18, 2026").first()).toBeVisible();
  await expect(
    page.getByText(/Net foreign purchases of U\.S\. long-term securities/).first(),
  ).toBeVisible();
});
