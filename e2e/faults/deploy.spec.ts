import { setTimeout as sleep } from "node:timers/promises";
import { startFront } from "./front.ts";
import { expect, note, test } from "./ground.ts";
import { publishRevision } from "./made-vintage.ts";
import { makeNextBuild } from "./next-build.ts";
import { article, ask, askChart, chartAction, commonAddresses } from "./reader.ts";

let next: Awaited<ReturnType<typeof makeNextBuild>>;
test.beforeAll(async () => {
  next = await makeNextBuild();
});
test.afterAll(() => next.remove());

test("a deploy in the middle of traffic loses no request, and pages of the version before are loaded anew where they must", async ({
  serve,
  page,
}) => {
  // As deploy/ runs it: one that does not drain cuts off after two seconds what it is still at work on.
  const old = await serve({ settings: { TICKMARK_DRAIN_SECONDS: "1" } });
  const front = await startFront(() => old.url);
  try {
    const addresses = await commonAddresses(front.url);
    const failed: string[] = [];
    const served = { count: 0, isOver: false };
    const visit = async () => {
      while (!served.isOver) {
        for (const address of addresses) {
          const { status } = await ask(`${front.url}${address}`);
          served.count += 1;
          if (status !== 200) failed.push(`${address} ${status}`);
        }
      }
    };
    const visitors = [visit(), visit()];

    // The next version's scripts have the names of this one's here, unlike true builds': none may come from the browser's cache.
    await page.context().route("**/_next/static/**", (route) => route.continue());
    await page.goto(`${front.url}${article}`);
    const chart = page.locator("#chart-three-holders");
    await chart.scrollIntoViewIfNeeded();
    await expect(chart.locator("[data-live=true]")).toHaveCount(1);
    const checking = await page.context().newPage();
    await checking.goto(`${front.url}/check`);
    await checking
      .getByRole("textbox")
      .fill("Japan held $1,185.5 billion of Treasury securities in December 2025.");

    const renewed = await serve({ buildFolder: next.folder });
    front.route = () => renewed.url;
    await old.stop();
    await sleep(2_000);
    served.isOver = true;
    await Promise.all(visitors);
    note(`${served.count} requests during the deploy, ${failed.length} failed`);
    expect(failed).toEqual([]);

    // Programs get a plain answer.
    const refused = await askChart(front.url, { asOf: "2026-02-18" }, chartAction());
    expect(refused).toMatchObject({ status: 404, text: expect.stringContaining("no such action") });

    // A reader gets what was asked for, on a page that was loaded anew.
    await page.evaluate(() => Object.assign(window, { isOldPage: true }));
    await chart.getByLabel("As of").selectOption("2026-02-18");
    await expect(chart.locator(".chart-source")).toContainText("vintage of February 18, 2026");
    expect(await page.evaluate(() => "isOldPage" in window)).toBe(false);
    expect(page.url()).toContain("asOf=2026-02-18");

    // A text is still in its box, and is checked by the page that was loaded anew.
    await checking.getByRole("button", { name: "Check the figures" }).click();
    await expect(checking.getByText("This tab has kept the text")).toBeVisible();
    await expect(checking.getByRole("textbox")).toHaveValue(/Japan held/);
    await checking.getByRole("button", { name: "Check the figures" }).click();
    await expect(
      checking.getByRole("heading", { name: "Change the text, or check another" }),
    ).toBeVisible({
      timeout: 30_000,
    });
  } finally {
    await front.close();
  }
});

test("a form of the version before is answered without JavaScript", async ({ serve, browser }) => {
  const [old, renewed] = [await serve(), await serve({ buildFolder: next.folder })];
  const front = await startFront(() => old.url);
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(`${front.url}/check`);
    front.route = () => renewed.url;
    await page.getByRole("textbox").fill("Japan held $99.9 trillion of Treasury securities.");
    await page.getByRole("button", { name: "Check the figures" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^1 figure/);
  } finally {
    await context.close();
    await front.close();
  }
});

test("with two versions behind one address a page that cannot be renewed says so, and does not go round in circles", async ({
  serve,
  page,
}) => {
  const [old, renewed] = [await serve(), await serve({ buildFolder: next.folder })];
  const front = await startFront(({ method }) => (method === "POST" ? renewed.url : old.url));
  try {
    let loads = 0;
    page.on("load", () => (loads += 1));
    await page.goto(`${front.url}${article}`);
    const chart = page.locator("#chart-three-holders");
    await chart.scrollIntoViewIfNeeded();
    await expect(chart.locator("[data-live=true]")).toHaveCount(1);
    await chart.getByLabel("As of").selectOption("2026-02-18");
    await expect(chart.getByText("The site is being renewed just now")).toBeVisible();
    await sleep(3_000);
    expect(loads).toBe(2);
  } finally {
    await front.close();
  }
});

test("two versions at one store show the same figures, and both what is new", async ({
  database,
  serve,
}) => {
  const sites = [await serve(), await serve({ buildFolder: next.folder })];
  const actions = [chartAction(), chartAction(next.folder)];
  expect(await publishRevision(database.url, "2026-07-21", "1236.5")).toMatchObject({
    outcome: "appended",
  });
  for (const [at, { url }] of sites.entries()) {
    await expect
      .poll(async () => (await ask(`${url}/charts/three-holders`)).text, {
        timeout: 30_000,
        intervals: [250],
      })
      .toContain("July 21, 2026");
    expect((await askChart(url, { asOf: "2026-07-21" }, actions[at])).text).toContain("1236.5");
  }
});
