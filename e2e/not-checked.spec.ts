import { expect, test } from "./test.ts";
import { axeFindings } from "./axe.ts";

const article = "/articles/did-the-world-sell-america";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("what is not checked is marked so, and its mark opens why", async ({ page }) => {
      await page.goto(article);
      const exempt = page.locator(".exempt");
      expect(await exempt.count()).toBeGreaterThan(3);
      for (const one of await exempt.all()) {
        await expect(one).toContainText("(not checked)");
        await expect(one.locator("svg")).toBeVisible();
      }
      const [first] = await exempt.all();
      const note = first?.getByRole("note");
      if (first === undefined || note === undefined) throw new Error("Nothing is exempt");
      await expect(note).toBeHidden();
      await first.getByRole("button", { name: "Why this is not checked" }).focus();
      await page.keyboard.press("Enter");
      await expect(note).toBeVisible();
      await expect(note).toBeInViewport({ ratio: 1 });
      await expect(note).toContainText("Not checked.");
      await page.keyboard.press("Escape");
      await expect(note).toBeHidden();
    });
  });
}

test("axe finds nothing in an open reason", async ({ page }) => {
  await page.goto(article);
  await page.locator(".exempt button").first().click();
  expect(await axeFindings(page, "article .dek")).toEqual([]);
});
