import { expect, type Locator, type Page } from "./test.ts";

/** A chart of the first article, scrolled to and live. */
export async function liveChart(page: Page, id: string): Promise<Locator> {
  await page.goto("/articles/did-the-world-sell-america");
  const chart = page.locator(`#chart-${id}`);
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-live=true]")).toHaveCount(1);
  return chart;
}
