import { setTimeout as sleep } from "node:timers/promises";
import { expect, note, test } from "./ground.ts";
import { publishRevision } from "./made-vintage.ts";
import { article, ask, askChart, commonAddresses } from "./reader.ts";

/** How long the database is away, in seconds. */
const away = Number(process.env["FAULT_SECONDS"] ?? "60");

test("with the database stopped for a minute readers go on, actions say as of when, and all is well when it is back", async ({
  database,
  serve,
  page,
}) => {
  const site = await serve();
  const addresses = await commonAddresses(site.url);
  const before = new Map<string, string>();
  for (const address of addresses) {
    const { status, text } = await ask(`${site.url}${address}`);
    expect([address, status]).toEqual([address, 200]);
    before.set(address, text);
  }
  expect(await askChart(site.url)).toMatchObject({
    status: 200,
    text: expect.stringContaining('"ok":true'),
  });
  await page.goto(`${site.url}${article}`);

  await database.stop();
  const end = Date.now() + away * 1000;
  let longest = 0;
  let rounds = 0;
  while (Date.now() < end) {
    for (const address of addresses) {
      const { status, text, took } = await ask(`${site.url}${address}`);
      expect([address, status]).toEqual([address, 200]);
      // The same page, not an excuse: what differs are ids that are made for each answer.
      expect(text.length, address).toBeGreaterThan((before.get(address)?.length ?? 0) * 0.95);
      longest = Math.max(longest, took);
    }
    const { status, text, took } = await askChart(site.url);
    expect(status).toBe(200);
    expect(text).toMatch(/"ok":false.*as of June 18, 2026.*try again/);
    expect(took).toBeLessThan(5_000);
    rounds += 1;
    await sleep(500);
  }
  note(
    `${rounds} rounds of ${addresses.length}, the longest answer after ${longest.toFixed(0)} ms`,
  );
  expect(longest).toBeLessThan(5_000);

  // A reader at the chart is told the same, and keeps the picture.
  const chart = page.locator("#chart-three-holders");
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-live=true]")).toHaveCount(1);
  await chart.getByLabel("As of").selectOption("2026-02-18");
  await expect(chart.getByText(/as of June 18, 2026.*try again/)).toBeVisible();
  await expect(chart.getByLabel("As of")).toHaveValue("2026-06-18");

  await database.start();
  const back = Date.now();
  await expect
    .poll(async () => (await askChart(site.url)).text, { timeout: 20_000, intervals: [250] })
    .toContain('"ok":true');
  note(`answers again ${Date.now() - back} ms after the database`);
  await chart.getByLabel("As of").selectOption("2026-02-18");
  await expect(chart.getByLabel("As of")).toHaveValue("2026-02-18");

  // What comes out afterwards is heard of, by the connection that was made again.
  expect(await publishRevision(database.url, "2026-07-14", "1234.5")).toMatchObject({
    outcome: "appended",
  });
  await expect
    .poll(async () => (await ask(`${site.url}/charts/three-holders`)).text, {
      timeout: 30_000,
      intervals: [500],
    })
    .toContain("July 14, 2026");
});
