import { expect, test } from "@playwright/test";
import { axeFindings } from "./axe.ts";

const pages = ["/", "/articles/did-the-world-sell-america", "/about", "/nowhere"];
const looks = [
  { name: "desktop, light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "desktop, dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { name: "phone, light", viewport: { width: 360, height: 740 }, colorScheme: "light" },
  { name: "phone, dark", viewport: { width: 360, height: 740 }, colorScheme: "dark" },
] as const;

for (const { name, viewport, colorScheme } of looks) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });

    for (const address of pages) {
      test(`axe finds nothing on ${address}`, async ({ page }) => {
        await page.goto(address);
        expect(await axeFindings(page)).toEqual([]);
      });
    }

    test("axe finds nothing on an open receipt", async ({ page }) => {
      await page.goto("/articles/did-the-world-sell-america");
      await page.getByRole("link", { name: /^\$742\.5 billion/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await axeFindings(page, "dialog")).toEqual([]);
    });

    test("nothing sticks out sideways", async ({ page }) => {
      for (const address of pages) {
        await page.goto(address);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, address).toBeLessThanOrEqual(0);
      }
    });
  });
}

test("at 320 pixels nothing sticks out sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of pages) {
    await page.goto(address);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, address).toBeLessThanOrEqual(0);
  }
});

test("the first Tab leads to a link past the masthead", async ({ page }) => {
  await page.goto("/articles/did-the-world-sell-america");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", /^#/);
});
