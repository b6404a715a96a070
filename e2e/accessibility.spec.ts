import { expect, test } from "./test.ts";
import { axeFindings, axeFindingsInTheDark } from "./axe.ts";

const pages = [
  "/",
  "/articles/did-the-world-sell-america",
  "/charts/who-holds-treasuries",
  "/about",
  "/nowhere",
];
const looks = [
  { name: "desktop", viewport: { width: 1280, height: 900 } },
  { name: "phone", viewport: { width: 360, height: 740 } },
];

for (const { name, viewport } of looks) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme: "light" });

    for (const address of pages) {
      test(`axe finds nothing on ${address}`, async ({ page }) => {
        await page.goto(address);
        expect(await axeFindings(page)).toEqual([]);
        expect(await axeFindingsInTheDark(page)).toEqual([]);
      });
    }

    test("axe finds nothing on an open receipt", async ({ page }) => {
      await page.goto("/articles/did-the-world-sell-america");
      await page.getByRole("link", { name: /^\$742\.5 billion/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await axeFindings(page, "dialog")).toEqual([]);
      expect(await axeFindingsInTheDark(page, "dialog")).toEqual([]);
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

test("a chart in use is in order in forced colors, without motion, at 320 pixels", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await page.setViewportSize({ width: 320, height: 640 });
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
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test("the first Tab leads to a link past the masthead", async ({ page }) => {
  await page.goto("/articles/did-the-world-sell-america");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", /^#/);
});
