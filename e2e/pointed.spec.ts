import { expect, test, type Locator, type Page } from "./test.ts";

/** The page of a chart, with the chart live. */
async function chartOf(page: Page, id: string): Promise<Locator> {
  await page.goto(`/charts/${id}`);
  const chart = page.locator(`#chart-${id}`);
  // A chart goes live when it comes near.
  await chart.locator(".chart-box").scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-live=true]")).toHaveCount(1);
  return chart;
}

/** The forms that Chart.js has not. `label` stands on or beside a figure in the picture. */
const charts = [
  {
    id: "who-holds-treasuries",
    form: "a map of tiles",
    label: "Belgium",
    pointed: "Belgium, December 2025: 477.3 billion U.S. dollars",
    keys: [
      ["Home", "Japan, December 2025: 1,185.5 billion"],
      ["ArrowRight", "United Kingdom, December 2025: 863.1 billion"],
      ["ArrowDown", "Mainland China, December 2025: 683.5 billion"],
      ["ArrowLeft", "United Kingdom, December 2025: 863.1 billion"],
    ],
  },
  {
    id: "first-prints-revised",
    form: "a fan",
    label: "221.8",
    pointed: "November 2025, vintage of January 15, 2026: 221.8 billion U.S. dollars",
    keys: [
      ["Home", "June 2024, vintage of January 15, 2026: 116.4 billion"],
      ["End", "November 2025, vintage of January 15, 2026: 221.8 billion"],
      ["ArrowLeft", "October 2025, vintage of January 15, 2026: 52.6 billion"],
      ["ArrowDown", "October 2025, vintage of December 18, 2025: 38.9 billion"],
    ],
  },
  {
    id: "holders-then-and-now",
    form: "a slope",
    label: "United Kingdom 114.3",
    pointed: "United Kingdom, December 2011: 114.3 billion U.S. dollars",
    keys: [
      ["Home", "Japan, December 2011: 1,058.1 billion"],
      ["ArrowDown", "United Kingdom, December 2011: 114.3 billion"],
      ["ArrowRight", "United Kingdom, December 2025: 863.1 billion"],
      ["ArrowDown", "Mainland China, December 2025: 683.5 billion"],
    ],
  },
] as const;

for (const { id, form, label, pointed, keys } of charts) {
  test(`a figure of ${form} that is pointed at is shown, and said when it is pressed`, async ({
    page,
  }) => {
    const chart = await chartOf(page, id);
    const spoken = chart.locator(".chart-live [aria-live]");
    const canvas = chart.locator("canvas");
    const picture = () => canvas.evaluate((node: HTMLCanvasElement) => node.toDataURL());
    const before = await picture();
    const text = chart.locator(".chart-still .chart-wide text", { hasText: label });
    const place = await text.boundingBox();
    if (place === null) throw new Error(`${label} is not in the picture`);
    const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
    await page.mouse.move(x, y);
    await expect(chart.locator(".chart-linked")).toContainText(pointed);
    await expect(chart.locator(".spotlight-ring")).toHaveCount(1);
    await expect.poll(picture).not.toBe(before);
    await expect(spoken).toBeEmpty();
    await page.mouse.down();
    await page.mouse.up();
    await expect(spoken).toContainText(pointed);
  });

  test(`the arrow keys go through ${form} in its order`, async ({ page }) => {
    const chart = await chartOf(page, id);
    await chart.locator("canvas").focus();
    for (const [key, words] of keys) {
      await page.keyboard.press(key);
      await expect(chart.locator(".chart-live [aria-live]")).toContainText(words);
    }
    await page.keyboard.press("Escape");
    await expect(chart.locator(".spotlight-ring")).toHaveCount(0);
    await expect(chart.locator(".chart-live [aria-live]")).toBeEmpty();
  });
}
