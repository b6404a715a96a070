import { setTimeout as sleep } from "node:timers/promises";
import { startCountingProxy } from "#lib/store/counting-proxy";
import { expect, note, test } from "./ground.ts";
import { publishRevision } from "./made-vintage.ts";
import { ask, askChart } from "./reader.ts";
import { startSlowProxy } from "./slow-proxy.ts";

test("a new vintage is shown by every process within seconds, by one too that nobody tells", async ({
  database,
  serve,
}) => {
  const cut = await startCountingProxy(database.url, {});
  await cut.close();
  const told = await Promise.all([serve(), serve()]);
  // Its primary cannot be reached, so that it hears nothing; it reads where the figures are.
  const untold = await serve({
    databaseUrl: cut.databaseUrl,
    settings: { READ_DATABASE_URL: database.url },
  });
  const sites = [...told, untold];
  for (const { url } of sites) await ask(`${url}/charts/three-holders`);
  await sleep(2_000);
  expect(await publishRevision(database.url, "2026-08-04", "1237.5")).toMatchObject({
    outcome: "appended",
  });
  const began = performance.now();
  const after = await Promise.all(
    sites.map(async ({ url }) => {
      for (;;) {
        const { text } = await ask(`${url}/charts/three-holders`);
        const took = performance.now() - began;
        if (text.includes("August 4, 2026")) return took;
        if (took > 30_000) throw new Error(`${url} never showed it`);
        await sleep(100);
      }
    }),
  );
  note(
    `shown after ${after.map((took) => `${took.toFixed(0)} ms`).join(", ")}; the last was not told`,
  );
  for (const { url } of sites)
    expect((await askChart(url, { asOf: "2026-08-04" })).text).toContain("1237.5");
});

test("a page of newer figures is told that an older store has not got them yet", async ({
  serve,
}) => {
  const site = await serve();
  const answer = await askChart(site.url, { asOf: "2026-02-18", held: "999" });
  expect(answer.text).toMatch(/"ok":false.*are as of .*Please try again/);
});

test("readers do not notice that a replica ends or falls silent, and it is read again when it answers", async ({
  database,
  serve,
}) => {
  const replica = await startSlowProxy(database.url);
  try {
    const site = await serve({ settings: { READ_DATABASE_URL: replica.url } });
    const all: { isAnswered: boolean; took: number }[] = [];
    const ask8 = async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => askChart(site.url)));
      all.push(
        ...answers.map(({ text, took }) => ({ isAnswered: text.includes('"ok":true'), took })),
      );
    };
    await ask8();
    const before = replica.pieces();
    await ask8();
    expect(replica.pieces()).toBeGreaterThan(before);

    replica.isGone = true;
    replica.cut();
    for (let round = 0; round < 10; round += 1) await ask8();
    expect(all.filter(({ isAnswered }) => !isAnswered)).toEqual([]);
    note(
      `the slowest answer without the replica ${Math.max(...all.map(({ took }) => took)).toFixed(0)} ms`,
    );

    replica.isGone = false;
    await expect
      .poll(
        async () => {
          const pieces = replica.pieces();
          await ask8();
          return replica.pieces() > pieces + 8;
        },
        { timeout: 60_000, intervals: [1_000] },
      )
      .toBe(true);

    all.length = 0;
    replica.delay = Infinity;
    const end = Date.now() + 15_000;
    while (Date.now() < end) await ask8();
    const late = all.filter(({ isAnswered }) => !isAnswered).length;
    note(`a silent replica: ${late} of ${all.length} were told to try again`);
    expect(late).toBe(0);
  } finally {
    await replica.close();
  }
});
