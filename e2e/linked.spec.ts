import { expect, test, type Locator } from "./test.ts";
import { axeFindings } from "./axe.ts";
import { liveChart } from "./live-chart.ts";

const spoken = (chart: Locator) => chart.locator(".chart-live [aria-live]");

test("a claim lights its figures in the chart and in its table, and nothing scrolls", async ({
  page,
}) => {
  const chart = await liveChart(page, "yearly-net-purchases");
  const before = await page.evaluate(() => window.scrollY);
  await chart.getByRole("link", { name: /^fell/ }).focus();
  await expect(chart.locator(".spotlight-lit")).toHaveCount(2);
  await expect(chart.locator(".spotlight-veil")).toHaveCount(6);
  await expect(chart.locator("td[data-lit]")).toHaveText(["490.4", "428.6"]);
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  await chart.locator("canvas").focus();
  await expect(chart.locator(".spotlight-lit")).toHaveCount(0);
  await expect(chart.locator("td[data-lit]")).toHaveCount(0);
});

test("a figure stepped to lights the claims that use it, and Enter leads to them", async ({
  page,
}) => {
  const chart = await liveChart(page, "monthly-net-purchases");
  await chart.locator("canvas").focus();
  await page.keyboard.press("Home");
  await expect(spoken(chart)).toContainText(/February 2023: .* billion U\.S\. dollars\./);
  for (const key of ["PageDown", "PageDown", "ArrowRight", "ArrowRight"]) {
    await page.keyboard.press(key);
  }
  await expect(spoken(chart)).toContainText("April 2025: −67.1 billion U.S. dollars. Used in");
  const sold = page.getByRole("link", { name: /^sold \$67\.1 billion/ });
  await expect(sold.first()).toHaveAttribute("data-lit");
  await page.keyboard.press("Enter");
  const list = chart.getByRole("list");
  await expect(list.getByRole("link").first()).toBeFocused();
  await expect(list.getByRole("link", { name: "“sold $67.1 billion”" }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(chart.locator("canvas")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-lit]")).toHaveCount(0);
});

test("a list of sentences goes when its figure does", async ({ page }) => {
  const chart = await liveChart(page, "monthly-net-purchases");
  await chart.locator("canvas").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(chart.locator(".chart-unfolded")).toBeVisible();
  await chart.getByLabel("Show").selectOption("sum-12");
  await expect(chart.locator(".chart-measure")).toContainText("12-month sum");
  await expect(chart.locator(".chart-unfolded")).toHaveCount(0);
});

test("the question mark lists the keys", async ({ page }) => {
  const chart = await liveChart(page, "three-holders");
  await chart.locator("canvas").focus();
  await page.keyboard.press("?");
  await expect(chart.getByText("a year back, a year on")).toBeVisible();
  expect(await axeFindings(page, "#chart-three-holders")).toEqual([]);
});

test("a guided link moves its chart, lights what it is about and says so", async ({ page }) => {
  const chart = await liveChart(page, "three-holders");
  await page.getByRole("link", { name: "March 2025", exact: true }).click();
  await expect(chart.locator(".chart-measure")).toContainText("January 2025 to December 2025");
  await expect(chart.locator(".spotlight-veil")).toHaveCount(1);
  await expect(spoken(chart)).toContainText("6 figures are lit up in the chart");
  // Nobody has changed it by hand.
  await expect(chart.locator(".chart-changed")).toContainText("This is another view of the chart.");
  await expect(chart.locator(".chart-changed")).not.toContainText("You changed");
  expect(new URL(page.url()).hash).toBe("#chart-three-holders");
});

test("a guided link followed by keyboard takes the focus to its chart", async ({ page }) => {
  const chart = await liveChart(page, "three-holders");
  for (const time of ["first", "second"]) {
    await page.getByRole("link", { name: "March 2025", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(chart, time).toBeFocused();
  }
});

test("a chart is described in words whose figures lead to their series", async ({ page }) => {
  const chart = await liveChart(page, "three-holders");
  await chart.getByText("Describe this chart").click();
  const figure = chart.locator(".chart-description").getByRole("link", { name: "683.5" });
  await expect(figure.first()).toHaveAttribute(
    "href",
    "/data/mfh.holdings.china-mainland?asOf=2026-06-18",
  );
});

test("the sound is loaded when it is asked for, and not before", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  const chart = await liveChart(page, "yearly-net-purchases");
  await page.waitForLoadState("networkidle");
  const before = scripts.length;
  await chart.getByRole("button", { name: "Listen to this chart" }).click();
  await expect(chart.getByRole("application").last()).toBeFocused();
  expect(scripts.length).toBeGreaterThan(before);
  await page.keyboard.press("ArrowRight");
  await expect(chart.locator(".chart-player-words")).toContainText(/X is .Class of security./);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("a tap on a bar says where it is used", async ({ page }) => {
    const chart = await liveChart(page, "yearly-net-purchases");
    const box = await chart.locator("canvas").boundingBox();
    if (box === null) throw new Error("The chart is not there");
    await page.touchscreen.tap(box.x + box.width - 20, box.y + box.height / 2);
    await expect(chart.locator(".chart-uses")).toContainText(/^Used in \d+ sentences: “/);
  });
});
