import { expect, test, type Locator, type Page } from "./test.ts";

const article = "/articles/did-the-world-sell-america";

async function openChart(page: Page, address: string, id = "three-holders"): Promise<Locator> {
  await page.goto(address);
  const chart = page.locator(`#chart-${id}`);
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-live=true]")).toHaveCount(1);
  return chart;
}

test("the view of a chart stands in the address, and the address shows it again", async ({
  page,
}) => {
  const chart = await openChart(page, article);
  await chart.getByLabel("Range").selectOption({ label: "Last 12 months" });
  await expect(page).toHaveURL(/\?three-holders\.from=2025-01$/);
  await chart.getByLabel("Show").selectOption("change");
  await expect(page).toHaveURL(/three-holders\.transformation=change/);
  const measure = (await chart.locator(".chart-measure").textContent()) ?? "";

  const again = await openChart(page, page.url());
  await expect(again.locator(".chart-measure")).toHaveText(measure);
  await expect(again.getByLabel("Show")).toHaveValue("change");
  await again.getByRole("button", { name: "Back to the article’s chart" }).click();
  await expect(page).toHaveURL(new RegExp(`${article}$`));
});

test("a link that asks for what cannot be gives the nearest view, and says so", async ({
  page,
}) => {
  const strange =
    "three-holders.from=1000-01&three-holders.to=2010-12&three-holders.asOf=1990-01-01&three-holders.transformation=%3Cb%3E&nowhere.from=1";
  const chart = await openChart(page, `${article}?${strange}`);
  const notice = chart.locator(".chart-changed");
  await expect(notice).toContainText("reaches beyond the figures");
  await expect(notice).toContainText("the nearest is of February 18, 2026");
  await expect(chart.locator(".chart-measure")).toContainText("December 2010");
  await expect(page).toHaveURL(
    /nowhere\.from=1&three-holders\.to=2010-12&three-holders\.asOf=2026-02-18$/,
  );
});

test("the page of a chart takes the names of its files, too", async ({ page }) => {
  const bare = "transformation=sum-12&from=2025-05&utm_source=x";
  const address = `/charts/monthly-net-purchases?${bare}`;
  const chart = await openChart(page, address, "monthly-net-purchases");
  await expect(chart.locator(".chart-measure")).toContainText("12-month sum");
  await expect(chart.locator(".chart-measure")).toContainText("May 2025 to ");
  await chart.getByText("Describe this chart").click();
  await expect(chart.locator(".chart-description p")).toContainText("12-month sum, billion");
  await expect(page).toHaveURL(
    /\?utm_source=x&monthly-net-purchases\.from=2025-05&monthly-net-purchases\.transformation=sum-12$/,
  );
});

test("two vintages stand side by side in picture, table and files", async ({ page, request }) => {
  const chart = await openChart(page, article);
  await chart.getByLabel("Compare with").selectOption({ label: "February 18, 2026" });
  await expect(chart.locator(".chart-measure")).toContainText("dashed where the vintage of");
  await chart.locator(".chart-table summary").click();
  const row = chart.getByRole("row").filter({ hasText: "December 2025" });
  await expect(row).toContainText("863.1866.0−2.9");
  const csv = await request.get(
    (await chart.getByLabel("Download CSV").getAttribute("href")) ?? "",
  );
  expect(await csv.text()).toContain("compared_value,difference");
  const svg = await request.get(
    (await chart.getByLabel("Download SVG").getAttribute("href")) ?? "",
  );
  expect(svg.headers()["content-type"]).toContain("image/svg+xml");
  expect(await svg.text()).toContain("stroke-dasharray");
});

test("areas are added by keyboard, and the line under the headline names them", async ({
  page,
}) => {
  const chart = await openChart(page, article);
  const areas = chart.locator(".chart-areas");
  await areas.locator("summary").focus();
  await page.keyboard.press("Enter");
  await areas.getByLabel("Find an area").fill("belg");
  await areas.getByLabel("Belgium").focus();
  await page.keyboard.press("Space");
  await expect(chart.locator(".chart-measure")).toContainText("and Belgium");
  await expect(page).toHaveURL(/three-holders\.areas=japan,united-kingdom,china-mainland,belgium$/);
  await page.keyboard.press("Escape");
  await expect(areas.locator("summary")).toBeFocused();
  await expect(areas.getByLabel("Find an area")).toBeHidden();
});

test("a surface and columns show one other area, and the address keeps it", async ({ page }) => {
  const chart = await openChart(page, "/charts/monthly-net-purchases", "monthly-net-purchases");
  await chart.locator(".chart-areas summary").click();
  await chart.getByLabel("Find an area").fill("japa");
  await chart.getByRole("radio", { name: "Japan" }).check();
  await expect(chart.locator(".chart-measure")).toContainText(": Japan, billion");
  await expect(chart.locator(".chart-areas summary")).toHaveText("Area Japan");
  await expect(page).toHaveURL(/\?monthly-net-purchases\.areas=japan$/);
  const surface = "foreign-holdings.areas=japan&foreign-holdings.compare=2026-02-18";
  const other = await openChart(page, `/charts/foreign-holdings?${surface}`, "foreign-holdings");
  await expect(other.locator(".chart-measure")).toContainText(/: Japan, .* dashed where/);
  await expect(other.locator(".chart-changed")).not.toContainText("You changed");
});

test("an area that is not held is left out of the view, and the rest is shown", async ({
  page,
}) => {
  const query = "three-holders.areas=belgium,atlantis&three-holders.from=2020-01";
  const chart = await openChart(page, `/charts/three-holders?${query}`);
  await expect(chart.locator(".chart-changed")).toContainText("no figures of “atlantis”");
  await expect(chart.locator(".chart-measure")).toContainText(": Belgium, ");
  await expect(page).toHaveURL(/three-holders\.from=2020-01&three-holders\.areas=belgium$/);
});

test("the page of a series leaves the view of its chart to the chart", async ({ page }) => {
  const key = "mfh.holdings.japan";
  const query = `${key}.from=1000-01&${key}.to=2999-12&${key}.asOf=1990-01-01`;
  await page.goto(`/data/${key}?${query}`);
  const notice = page.locator(".chart-changed");
  await expect(notice).toContainText("reaches beyond the figures");
  await expect(notice).toContainText("no vintage of the link’s day");
  await expect(page.getByText("which this page does not know")).toHaveCount(0);
});

test("a chart has a page, with its claims, its data and code for other sites", async ({ page }) => {
  await page.goto("/charts");
  await page.getByRole("link", { name: /^China’s holdings of Treasuries/ }).click();
  await expect(page).toHaveURL(/\/charts\/three-holders$/);
  await expect(page.locator(".chart-headline .claim")).toHaveCount(2);
  await expect(page.getByRole("link", { name: /Treasury.*: Japan/ })).toBeVisible();
  await expect(
    page.locator("pre", { hasText: "/embed/three-holders?asOf=2026-06-18" }),
  ).toBeVisible();
  const oembed = page.locator('link[type="application/json+oembed"]');
  const address = new URL((await oembed.getAttribute("href")) ?? "");
  const answer = await page.request.get(address.pathname + address.search + "&maxwidth=400");
  expect(await answer.json()).toMatchObject({ version: "1.0", type: "rich", width: 400 });
});

test("only the frame of a chart may stand in another site", async ({ page, request }) => {
  const frame = await request.get("/embed/three-holders?asOf=2026-02-18");
  expect(frame.headers()["x-frame-options"]).toBeUndefined();
  expect(frame.headers()["content-security-policy"]).toContain("frame-ancestors *");
  // Its headline was checked against another vintage, so that what is measured stands in its place.
  expect(await frame.text()).toContain("<title>Treasury securities held by residents of Japan");
  for (const path of ["/charts/three-holders", "/embed/three-holders/x", "/"]) {
    const other = await request.get(path);
    expect(other.headers()["x-frame-options"]).toBe("DENY");
    expect(other.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  }
  await page.goto("/embed/three-holders");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("lowest since 2008");
  await expect(page.getByRole("img")).toHaveCount(1);
});

for (const width of [320, 600]) {
  test(`a frame of ${width} px has the type of our own pages, fits, and stays light`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto("/embed/largest-holders");
    const { faces, bytes, sideways } = await page.evaluate(async () => {
      await document.fonts.ready;
      const { scrollWidth, clientWidth } = document.documentElement;
      const files = [
        ...performance.getEntriesByType("navigation"),
        ...performance.getEntriesByType("resource"),
      ];
      return {
        faces: [...document.fonts].flatMap(({ status, family }) =>
          status === "loaded" ? [family] : [],
        ),
        bytes: files
          .filter((file) => file instanceof PerformanceResourceTiming)
          .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
        sideways: scrollWidth - clientWidth,
      };
    });
    expect(faces).toEqual(["Source Serif 4", "Libre Franklin"]);
    expect(sideways).toBe(0);
    // Most of it is the type, which stays in the reader's cache for other charts.
    expect(bytes).toBeLessThan(110_000);
  });
}

for (const [path, status, words] of [
  ["/charts/nowhere", 404, "There is no chart of this name"],
  ["/embed/nowhere", 404, "there is no such chart"],
  ["/embed/three-holders?from=1000-01&to=2999-12", 400, "is not in the years 1900 to 2100"],
  ["/embed/three-holders?asOf=1900-01-01", 400, "nothing had been published by 1900-01-01"],
  ["/embed/three-holders?areas=a,b,c,d,e,f,g", 400, "more than 6 areas"],
  ["/charts/three-holders.svg?compare=yesterday", 400, "is not a day"],
  ["/charts/yearly-net-purchases.areas.json", 404, "no areas to choose"],
  ["/oembed", 400, "full address of a chart"],
  ["/oembed?url=https://other.example/charts/three-holders", 404, "no chart at this address"],
  ["/oembed?url=x&format=xml", 501, "format=json"],
  ["/oembed?url=x&maxwidth=-1", 400, "whole numbers of pixels"],
] as const) {
  test(`${path} is answered with ${status} and why`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(status);
    expect(await answer.text()).toContain(words);
  });
}
