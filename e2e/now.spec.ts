import { axeFindings } from "./axe.ts";
import { expect, test } from "./test.ts";

// On figures of which none is newer than the article; new-vintage.spec.ts has what changes when one comes.

const article = "/articles/did-the-world-sell-america";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader switches between as published and now with the keyboard, and the address keeps the choice", async ({
    page,
  }) => {
    await page.goto(article);
    const named = (name: string) => page.getByRole("link", { name, exact: true });
    const then = named("As published June 18, 2026");
    const now = named("Now nothing newer held");
    await expect(then).toHaveAttribute("aria-current", "page");
    await now.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`${article}/now`);
    await page.reload();
    await expect(now).toHaveAttribute("aria-current", "page");
    await expect(then).not.toHaveAttribute("aria-current");
    await expect(page.getByRole("region", { name: "Since June 18, 2026" })).toContainText(
      "No newer figures are held: June 18, 2026, from which this article was written",
    );
    // The text, its claims and its charts are those of the article; it is one text for search engines.
    await expect(page.getByRole("link", { name: /^\$742\.5 billion/ })).toBeVisible();
    await expect(page.locator("figure.chart")).toHaveCount(4);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", /america$/);
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await then.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(article);
  });
});

test("a receipt opened from the text now closes back to it", async ({ page }) => {
  await page.goto(`${article}/now`);
  await page.getByRole("link", { name: /^\$742\.5 billion/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Receipt for “$742.5 billion”");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(`${article}/now`);
  await page.getByRole("link", { name: "As published June 18, 2026" }).click();
  await expect(page).toHaveURL(article);
  await expect(page.getByRole("link", { name: "Now nothing newer held" })).toBeVisible();
});

test("the text now is in order for assistive technology, on a phone and on paper", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto(`${article}/now`);
  expect(await axeFindings(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await page.emulateMedia({ media: "print" });
  const printed = page.getByRole("navigation", { name: "Figures as published or now" });
  await expect(printed.getByText("nothing newer held")).toBeVisible();
  await expect(printed.getByText("As published")).toBeHidden();
});
