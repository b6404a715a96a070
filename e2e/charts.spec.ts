import { expect, test, type Locator, type Page } from "./test.ts";

const article = "/articles/did-the-world-sell-america";

/** The chart, scrolled to and live. */
async function liveChart(page: Page, id: string): Promise<Locator> {
  await page.goto(article);
  const chart = page.locator(`#chart-${id}`);
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-live=true]")).toHaveCount(1);
  return chart;
}

async function tableOf(chart: Locator): Promise<string[]> {
  const details = chart.locator(".chart-table");
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  return chart.getByRole("row").allTextContents();
}

test("a chart is drawn by the server first, and going live does not move the page", async ({
  page,
}) => {
  await page.goto(article);
  const chart = page.locator("#chart-three-holders");
  await expect(chart.locator(".chart-still svg:visible")).toHaveCount(1);
  await chart.scrollIntoViewIfNeeded();
  const before = await chart.boundingBox();
  await expect(chart.locator("canvas")).toBeVisible();
  const after = await chart.boundingBox();
  expect(after?.height).toBe(before?.height);
});

test("Chart.js is loaded when a chart comes near, and not before", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await page.goto(article, { waitUntil: "networkidle" });
  await expect(page.locator("canvas")).toHaveCount(0);
  await page.locator("#chart-yearly-net-purchases").scrollIntoViewIfNeeded();
  await expect(page.locator("#chart-yearly-net-purchases canvas")).toHaveCount(1);
});

test("another range shows the figures of that range", async ({ page }) => {
  const chart = await liveChart(page, "three-holders");
  const all = await tableOf(chart);
  expect(all.length).toBeGreaterThan(300);
  const range = chart.getByLabel("Range");
  const options = await range.locator("option").allTextContents();
  await range.selectOption({ label: options.at(-1) ?? "" });
  await expect.poll(async () => (await tableOf(chart)).length).toBeLessThan(all.length);
  expect((await tableOf(chart)).some((row) => row.includes("December 2025"))).toBe(true);
});

test("another transformation asks the store and changes unit and figures", async ({ page }) => {
  const chart = await liveChart(page, "monthly-net-purchases");
  const before = await tableOf(chart);
  await chart.getByLabel("Show").selectOption("sum-12");
  await expect.poll(() => tableOf(chart)).not.toEqual(before);
  // The twelve months to December 2025 are the year 2025 of the headline.
  const december = (await tableOf(chart)).find((row) => row.includes("December 2025"));
  expect(december).toContain("1,619.9");
});

test("another vintage shows the figures as they were then", async ({ page }) => {
  const chart = await liveChart(page, "three-holders");
  const december = async () =>
    (await tableOf(chart)).find((row) => row.includes("December 2025")) ?? "";
  expect(await december()).toContain("863.1");
  await chart.getByLabel("As of").selectOption("2026-02-18");
  await expect.poll(december).toContain("866");
  await expect(chart).toContainText("vintage of February 18, 2026");
});

test("when the store cannot be reached the last good picture stays, and the chart says so", async ({
  page,
}) => {
  const chart = await liveChart(page, "three-holders");
  const before = await tableOf(chart);
  await page.route(article, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await chart.getByLabel("As of").selectOption("2026-02-18");
  await expect(chart.getByRole("status")).not.toBeEmpty();
  await expect(chart.getByRole("status")).not.toHaveText("Reading the figures…");
  expect(await tableOf(chart)).toEqual(before);
});

test("an answer that arrives late does not replace a newer one", async ({ page }) => {
  const chart = await liveChart(page, "three-holders");
  const show = chart.getByLabel("Show");
  let first = true;
  await page.route(article, async (route) => {
    if (route.request().method() === "POST" && first) {
      first = false;
      await new Promise((done) => setTimeout(done, 800));
    }
    await route.continue();
  });
  await show.selectOption("change");
  await show.selectOption("level");
  await expect(chart.getByRole("status")).toBeEmpty({ timeout: 10_000 });
  expect((await tableOf(chart)).find((row) => row.includes("December 2025"))).toContain("863.1");
});

test("each chart comes as CSV with its figures, and as a picture", async ({ request }) => {
  const csv = await request.get("/charts/largest-holders.csv");
  expect(csv.headers()["content-type"]).toContain("text/csv");
  expect(await csv.text()).toContain("1185.5");
  const png = await request.get("/charts/largest-holders.png");
  expect((await png.body()).subarray(1, 4).toString()).toBe("PNG");
  expect((await request.get("/charts/nowhere.png")).status()).toBe(404);
});
