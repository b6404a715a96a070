import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { expect, note, test } from "./ground.ts";
import { ask, askChart, commonAddresses } from "./reader.ts";
import { startSlowProxy } from "./slow-proxy.ts";

for (const [what, delay] of [
  ["slow", 3_000],
  ["silent", Infinity],
] as const) {
  test(`with a ${what} database pages go on and actions say so in time; all is well when it is quick again`, async ({
    database,
    serve,
  }) => {
    const proxy = await startSlowProxy(database.url);
    try {
      const site = await serve({ databaseUrl: proxy.url });
      const addresses = await commonAddresses(site.url);
      for (const address of addresses) await ask(`${site.url}${address}`);
      proxy.delay = delay;
      // Until what was known is no longer taken for new.
      await sleep(1_200);
      const [slowest, action] = [[0], [0]];
      const end = Date.now() + 20_000;
      while (Date.now() < end) {
        const answers = await Promise.all(addresses.map((one) => ask(`${site.url}${one}`)));
        for (const [at, { status, took }] of answers.entries()) {
          expect([addresses[at], status]).toEqual([addresses[at], 200]);
          slowest.push(took);
        }
        const { status, text, took } = await askChart(site.url);
        expect(status).toBe(200);
        expect(text).toMatch(/"ok":true|"ok":false.*as of .*try again/);
        action.push(took);
      }
      note(
        `${what}: the slowest page ${Math.max(...slowest).toFixed(0)} ms, the slowest action ${Math.max(...action).toFixed(0)} ms`,
      );
      expect(Math.max(...slowest)).toBeLessThan(5_000);
      expect(Math.max(...action)).toBeLessThan(12_000);

      proxy.delay = 0;
      await expect
        .poll(async () => (await askChart(site.url)).text, { timeout: 40_000, intervals: [500] })
        .toContain('"ok":true');
    } finally {
      await proxy.close();
    }
  });
}

test("with every connection waiting for a lock pages go on, actions say so in time, and the line is gone when it is released", async ({
  database,
  serve,
}) => {
  const site = await serve();
  const addresses = await commonAddresses(site.url);
  for (const address of addresses) await ask(`${site.url}${address}`);
  const locking = new Client({ connectionString: database.url });
  await locking.connect();
  try {
    await locking.query("BEGIN; LOCK TABLE observation IN ACCESS EXCLUSIVE MODE");
    const actions = Array.from({ length: 60 }, () => askChart(site.url));
    await sleep(500);
    const pages: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      for (const address of addresses) {
        const { status, took } = await ask(`${site.url}${address}`);
        expect([address, status]).toEqual([address, 200]);
        pages.push(took);
      }
    }
    const answers = await Promise.all(actions);
    for (const { status, text } of answers) {
      expect(status).toBe(200);
      expect(text).toMatch(/"ok":false.*try again/);
    }
    const longest = Math.max(...answers.map(({ took }) => took));
    note(
      `locked: the slowest page ${Math.max(...pages).toFixed(0)} ms, the slowest of 60 actions ${longest.toFixed(0)} ms`,
    );
    expect(Math.max(...pages)).toBeLessThan(3_000);
    expect(longest).toBeLessThan(12_000);
    await locking.query("ROLLBACK");
    await expect
      .poll(async () => (await askChart(site.url)).text, { timeout: 20_000, intervals: [250] })
      .toContain('"ok":true');
  } finally {
    await locking.end();
  }
});
