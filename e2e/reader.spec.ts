import { expect, test } from "./test.ts";

const article = "/articles/did-the-world-sell-america";

test("a reader goes from the front page to the article, opens a figure and reaches the source line", async ({
  page,
}) => {
  await page.goto("/");
  await page
    .getByRole("link", { name: /foreigners bought more than first reported/ })
    .first()
    .click();
  await expect(page).toHaveURL(article);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(
    "foreigners bought more than first reported",
  );
  await expect(page.locator("figure.chart")).toHaveCount(4);

  const figure = page.getByRole("link", { name: /^\$742\.5 billion/ });
  await figure.click();
  const receipt = page.getByRole("dialog", { name: /Receipt for “\$742\.5 billion”/ });
  await expect(receipt).toBeVisible();
  await expect(receipt).toContainText("sum(slt1.equities.net.grand-total, 2025)");
  await expect(receipt).toContainText(
    "from $742.45 billion up to, but not including, $742.55 billion",
  );
  const source = receipt.getByRole("table", { name: /slt_table1\.txt/ });
  await expect(source.getByRole("row")).toHaveCount(13);
  await expect(
    source
      .getByRole("row", { name: /December 2025/ })
      .getByRole("cell")
      .nth(1),
  ).toHaveText(/^\d{4}$/);
  await expect(source.getByRole("link", { name: "slt_table1.txt" })).toHaveAttribute(
    "href",
    /^https:\/\/ticdata\.treasury\.gov\//,
  );
  await expect(receipt).toContainText(/[0-9a-f]{64}/);

  await page.keyboard.press("Escape");
  await expect(receipt).toBeHidden();
  await expect(page).toHaveURL(article);
  await expect(figure).toBeFocused();
});

test("a receipt opens by keyboard, keeps the focus inside, and closes by its button", async ({
  page,
}) => {
  await page.goto(article);
  const figure = page.getByRole("link", { name: /^\$36\.5 trillion/ });
  await figure.focus();
  await page.keyboard.press("Enter");
  const receipt = page.getByRole("dialog");
  await expect(receipt).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(receipt.locator(":focus")).toHaveCount(1);
  await receipt.getByRole("button", { name: "Close the receipt" }).click();
  await expect(receipt).toBeHidden();
  await expect(figure).toBeFocused();
});

test("a receipt says how an earlier vintage read", async ({ page }) => {
  await page.goto(article);
  await page
    .getByRole("link", { name: /\$82\.4 billion/ })
    .first()
    .click();
  const receipt = page.getByRole("dialog");
  await expect(receipt).toContainText("February 18, 2026");
  await expect(receipt).toContainText("$88.3 billion");
});

test("the back button closes a receipt, and the address of a receipt opens as a page of its own", async ({
  page,
}) => {
  await page.goto(article);
  await page.getByRole("link", { name: /^\$742\.5 billion/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  const address = page.url();
  expect(address).toMatch(/\/claims\/[0-9a-f]{8}$/);
  await page.goBack();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Receipt for “$742.5 billion”");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("quoted figures are told apart and lead to their source, without a tick", async ({ page }) => {
  await page.goto(article);
  await expect(page.getByText("$1.55 trillion").first()).toBeVisible();
  await expect(
    page.getByRole("link", { name: /^\$1\.55 trillion/ }).and(page.locator(".claim")),
  ).toHaveCount(0);
});

test("an unknown address says so, with a way back", async ({ page }) => {
  for (const address of ["/nowhere", "/articles/nowhere", `${article}/claims/00000000`]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(404);
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test("a tap opens a receipt as a sheet that fits the screen, and a tap beside it closes it", async ({
    page,
  }) => {
    await page.goto(article);
    await page.getByRole("link", { name: /^\$742\.5 billion/ }).tap();
    const receipt = page.getByRole("dialog");
    await expect(receipt).toBeVisible();
    const box = await receipt.boundingBox();
    expect(box?.width).toBeLessThanOrEqual(360);
    await page.touchscreen.tap(180, 20);
    await expect(receipt).toBeHidden();
    await expect(page).toHaveURL(article);
  });
});

test("a footnote leads to its note, and the note back to the text", async ({ page }) => {
  await page.goto(article);
  const mark = page.locator("[data-footnote-ref]").first();
  await mark.click();
  const note = page.locator(".footnotes li").first();
  await expect(note).toBeInViewport();
  await expect(note).toContainText("other dates, March 18");
  await note.getByRole("link", { name: "Back to reference 1" }).click();
  await expect(mark).toBeInViewport();
});
