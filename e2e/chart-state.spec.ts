import { expect, test, type Locator } from "./test.ts";
import { liveChart } from "./live-chart.ts";

const article = "/articles/did-the-world-sell-america";

/** What a screen reader hears of the figures under the arrow keys, and of a change. */
const figures = (chart: Locator) => chart.locator(".chart-live [aria-live]");
const news = (chart: Locator) => chart.locator(":scope > .chart-spoken");

test("a figure that was pointed at does not outlive its vintage", async ({ page }) => {
  const chart = await liveChart(page, "three-holders");
  await chart.getByLabel("Range").selectOption({ label: "Last 12 months" });
  await expect(news(chart)).toContainText("January 2025 to December 2025");
  const canvas = chart.locator("canvas");
  await canvas.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(figures(chart)).toContainText("Japan, December 2025: ");
  await page.keyboard.press("ArrowDown");
  await expect(figures(chart)).toContainText("United Kingdom, December 2025: 863.1");
  await chart.getByLabel("As of").selectOption("2026-02-18");
  await expect(news(chart)).toContainText("vintage of February 18, 2026");
  await expect(figures(chart)).toBeEmpty();
  // The first key starts anew at the end: nothing was left active in the picture either.
  await canvas.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(figures(chart)).toContainText("Japan, December 2025: ");
  await page.keyboard.press("ArrowDown");
  await expect(figures(chart)).toContainText("United Kingdom, December 2025: 866.0");
});

test("a change is said in words, and the headline's own subject is named", async ({ page }) => {
  const chart = await liveChart(page, "three-holders");
  const notice = chart.locator(".chart-changed");
  await expect(notice).toHaveText("");
  await chart.getByLabel("Range").selectOption({ label: "Last 12 months" });
  await expect(notice).toContainText(
    "You changed this chart. Its headline is about March 2000 to December 2025.",
  );
  await chart.getByLabel("As of").selectOption("2026-02-18");
  await expect(notice).toContainText("the vintage of June 18, 2026.");
});

test("the article's chart comes back at once, without asking the store", async ({ page }) => {
  const chart = await liveChart(page, "monthly-net-purchases");
  const measure = chart.locator(".chart-measure");
  const original = await measure.textContent();
  await chart.getByLabel("Show").selectOption("change");
  await expect(measure).toContainText("monthly change");
  let asked = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") asked += 1;
  });
  await chart.getByRole("button", { name: "Back to the article’s chart" }).click();
  await expect(measure).toHaveText(original ?? "");
  await expect(chart.getByLabel("Show")).toHaveValue("level");
  await expect(chart.getByRole("group", { name: /^Change the chart/ })).toBeFocused();
  await expect(news(chart)).toContainText(original ?? "");
  await expect(chart.locator(".chart-changed")).toHaveText("");
  expect(asked).toBe(0);
});

test("a note is about what is shown", async ({ page }) => {
  const chart = await liveChart(page, "monthly-net-purchases");
  const note = chart.locator("figcaption");
  await expect(note).toContainText("foreigners sold more than they bought");
  await chart.getByLabel("Show").selectOption("change");
  await expect(note).toContainText("net purchases were lower than in the month before");
  await expect(note).not.toContainText("sold more");
});

test("no change is shown across a break in a series", async ({ page }) => {
  const chart = await liveChart(page, "three-holders");
  await chart.getByLabel("Show").selectOption("pct-change");
  await expect(chart.locator("figcaption")).toContainText("No change is shown");
  await chart.locator(".chart-table summary").click();
  const june = chart.getByRole("row").filter({ hasText: "June 2008" });
  await expect(june).toHaveText("June 2008———");
});

test("space between measure and controls is the same for every chart", async ({ page }) => {
  await page.goto(article);
  const gaps = await page.locator(".chart-measure").evaluateAll((measures) =>
    measures.map((measure) => {
      const controls = measure.nextElementSibling?.getBoundingClientRect().top ?? 0;
      return Math.round(controls - measure.getBoundingClientRect().bottom);
    }),
  );
  expect(gaps.length).toBeGreaterThan(2);
  expect(new Set(gaps).size).toBe(1);
});
