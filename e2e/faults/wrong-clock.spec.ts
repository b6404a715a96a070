import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "./ground.ts";
import { publishRevision } from "./made-vintage.ts";
import { article, ask, askChart, commonAddresses } from "./reader.ts";

const hour = 3_600_000;
const preload = pathToFileURL(path.join(import.meta.dirname, "shifted-clock.mjs")).href;

for (const [what, shift, released] of [
  ["an hour ahead", hour, "2026-07-15"],
  ["a year behind", -365 * 24 * hour, "2026-07-16"],
] as const) {
  test(`with a clock ${what} the site shows what other machines show, and sees what is new`, async ({
    database,
    serve,
  }) => {
    const site = await serve({
      settings: {
        NODE_OPTIONS: `--import=${preload}`,
        FAULT_CLOCK_SHIFT: String(shift),
      },
    });
    const right = await serve();
    for (const address of await commonAddresses(right.url)) {
      const [ours, theirs] = [
        await ask(`${right.url}${address}`),
        await ask(`${site.url}${address}`),
      ];
      expect([address, theirs.status]).toEqual([address, ours.status]);
    }
    // An article is there when it is due by the clock of the store, and not by that of the machine.
    const [home, homeBehind] = [await ask(right.url), await ask(site.url)];
    expect(homeBehind.text.includes(article)).toBe(home.text.includes(article));
    expect((await askChart(site.url)).text).toContain('"ok":true');
    expect(await publishRevision(database.url, released, "1235.5")).toMatchObject({
      outcome: "appended",
    });
    const day = `July ${released.slice(-2)}, 2026`;
    await expect
      .poll(async () => (await ask(`${site.url}/charts/three-holders`)).text, {
        timeout: 30_000,
        intervals: [500],
      })
      .toContain(day);
    expect((await askChart(site.url, { asOf: released })).text).toContain('"ok":true');
  });
}
