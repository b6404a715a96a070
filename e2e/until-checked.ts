import { expect, type Page } from "./test.ts";

/**
 * Sends the text in the box, and again while the site says that it has too much to do: a server that has just come up beside
 * others is not ready to check within a reader's patience.
 */
export async function untilChecked(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole("button", { name: "Check the figures" }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(
      "Are these figures right?",
      {
        timeout: 15_000,
      },
    );
  }).toPass({ timeout: 60_000 });
}
