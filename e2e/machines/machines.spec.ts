import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";
import { createSeededDatabase } from "#lib/store/test-store";
import { publishRevision } from "../faults/made-vintage.ts";
import { expect, test } from "../test.ts";
import { ask, shownBy, vintagesIn } from "./answer.ts";
import { startBalancer, type Balancer } from "./balancer.ts";
import { startLoad, type LoadReport } from "./load.ts";
import { askDatabase, siteOf, startPrimary, startReplica, type Database } from "./postgres-pair.ts";
import { startWebProcess, type WebProcess } from "./web-process.ts";

// Three web processes behind nginx, a primary and a replica, all on this machine, and one of each killed in turn. They are one
// system whose store only grows, so the tests come one after the other.

test.describe.configure({ mode: "serial" });

const article = "/articles/did-the-world-sell-america";
const paths = [
  "/",
  article,
  `${article}/now`,
  "/charts/three-holders",
  "/chart-files/three-holders.csv",
  "/data/mfh.holdings.japan",
  "/releases/mfh",
  "/api/series/mfh.holdings.japan.json?from=2025-10",
];

let primary: Database;
let replica: Database;
let webs: WebProcess[] = [];
let balancer: Balancer;
/** What each path shows, before the vintage of the test and after it. */
const [before, after] = [new Map<string, string>(), new Map<string, string>()];

test.beforeAll(async () => {
  // All figures are loaded into a database of their own, and three servers started.
  test.setTimeout(1_200_000);
  const build = process.env["TICKMARK_BUILD_FOLDER"] ?? ".next";
  primary = await startPrimary();
  const databaseUrl = await createSeededDatabase(primary.url, "tickmark");
  replica = await startReplica(primary);
  const settings = {
    READ_DATABASE_URL: siteOf(replica),
    TICKMARK_DRAIN_SECONDS: "6",
  };
  webs = [];
  for (const name of ["one", "two", "three"])
    webs.push(await startWebProcess(name, build, { databaseUrl, settings }));
  balancer = await startBalancer(ports(), build);
});

test.afterAll(async () => {
  await balancer.remove();
  await Promise.all(webs.map((web) => web.remove()));
  await replica.remove();
  await primary.remove();
});

test("a page that is made of two states of the store is known for it", () => {
  const page = (head: string, code: string) =>
    `<meta name="tickmark:vintages" content="${head}"/>,{\\"name\\":\\"tickmark:vintages\\",\\"content\\":\\"${code}\\"}`;
  expect([...vintagesIn(page("4a01 a-slug", "4a01 a-slug"))]).toEqual(["4a01 a-slug"]);
  expect([...vintagesIn(page("4a01 a-slug", "0822 a-slug"))]).toEqual([
    "4a01 a-slug",
    "0822 a-slug",
  ]);
});

test("three processes give one answer to each question, whichever is asked", async () => {
  for (const path of paths) {
    const shown = await shownByAll(path);
    expect(shown.size, `${path} of each process: ${[...shown].join(", ")}`).toBe(1);
    for (const only of shown) before.set(path, only);
  }
});

test("a web process that is killed costs no answer but what it was at work on", async () => {
  const load = startLoad(balancer.url, right(before));
  await sleep(2_000);
  const killed = performance.now();
  await web(1).kill();
  await sleep(6_000);
  await web(1).start();
  await sleep(2_000);
  const report = await load.stop();
  const faults = report.faults.filter(({ began }) => began > killed);
  tell("answers lost with the process", `${report.faults.length - faults.length}`);
  expectAllRight({ ...report, faults });
});

test("one after the other is restarted, and no reader is let down", async () => {
  const load = startLoad(balancer.url, right(before));
  for (const each of webs) {
    expect(await each.stop()).toBe(0);
    await each.start();
  }
  expectAllRight(await load.stop());
});

test("a vintage loaded at the primary is shown by each process within seconds, and never in parts", async () => {
  // What the other paths will show is not known before, so each page is held against itself first: one state of the store.
  const seen = new Map(paths.map((path) => [path, new Set<string>()]));
  let isOver = false;
  const mixed: string[] = [];
  const readers = paths.map(async (path) => {
    while (!isOver) {
      const { status, text } = await ask(`${balancer.url}${path}`);
      const vintages = vintagesIn(text);
      if (status !== 200 || vintages.size > 1)
        mixed.push(`${path} ${status} ${[...vintages].join(" ")}`);
      seen.get(path)?.add(shownBy(text));
    }
  });
  await publishRevision(siteOf(primary), "2026-07-14", "1234.5");
  const loaded = performance.now();
  for (const each of webs) {
    await expect
      .poll(async () => (await ask(`${each.url}${paths[5]}`)).text, {
        timeout: 30_000,
        intervals: [100],
      })
      .toContain("1,234.5");
    tell(`vintage shown at ${each.url} after`, `${seconds(loaded)} s`);
  }
  for (const path of paths) {
    await expect
      .poll(async () => (await shownByAll(path)).size, { timeout: 30_000, message: path })
      .toBe(1);
    for (const only of await shownByAll(path)) after.set(path, only);
  }
  isOver = true;
  await Promise.all(readers);
  expect(mixed).toEqual([]);
  for (const path of paths) {
    const allowed = new Set([before.get(path), after.get(path)]);
    expect(
      [...(seen.get(path) ?? [])].filter((shown) => !allowed.has(shown)),
      path,
    ).toEqual([]);
    expect(after.get(path), `${path} shows the new vintage`).not.toBe(before.get(path));
  }
});

test("while the replica lags no answer mixes, no process goes back, and each shows what the primary has", async () => {
  await askDatabase(replica.url, "SELECT pg_wal_replay_pause()");
  let isOver = false;
  const mixed: string[] = [];
  // What each process shows at each path, one thing after the other.
  const turns = webs.flatMap(({ url }) => paths.map((path) => ({ url, path, shown: [""] })));
  const readers = webs.map(async ({ url }) => {
    const own = turns.filter((turn) => turn.url === url);
    for (let turn = 0; !isOver; turn++) {
      const { path = "/", shown = [] } = own[turn % own.length] ?? {};
      const { status, text } = await ask(`${url}${path}`);
      if (status !== 200 || vintagesIn(text).size > 1)
        mixed.push(`${url}${path} ${status} ${[...vintagesIn(text)].join(" ")}`);
      const now = shownBy(text);
      if (shown.at(-1) !== now) shown.push(now);
    }
  });
  expect(await publishRevision(siteOf(primary), "2026-07-21", "1236.5")).toMatchObject({
    outcome: "appended",
  });
  const loaded = performance.now();
  await Promise.all(
    webs.map(async ({ url }) => {
      await expect
        .poll(async () => (await ask(`${url}${paths[5]}`)).text, { timeout: 45_000 })
        .toContain("1,236.5");
      tell(`shown without the replica at ${url} after`, `${seconds(loaded)} s`);
    }),
  );
  expect(await askDatabase(replica.url, "SELECT pg_get_wal_replay_pause_state() AS is")).toEqual([
    { is: "paused" },
  ]);
  for (const path of paths)
    await expect
      .poll(async () => (await shownByAll(path)).size, { timeout: 30_000, message: path })
      .toBe(1);
  await askDatabase(replica.url, "SELECT pg_wal_replay_resume()");
  await sleep(8_000);
  isOver = true;
  await Promise.all(readers);
  expect(mixed).toEqual([]);
  for (const path of paths) {
    const [newest = "", ...others] = await shownByAll(path);
    expect(others).toEqual([]);
    for (const { url, shown } of turns.filter((turn) => turn.path === path))
      expect([[after.get(path), newest], [newest]], `${url}${path}`).toContainEqual(shown.slice(1));
    after.set(path, newest);
  }
});

test("without the replica reads go on from the primary, and it is used again when it is back", async () => {
  const load = startLoad(balancer.url, right(after));
  await sleep(1_000);
  await replica.kill();
  await sleep(8_000);
  await replica.start();
  await sleep(4_000);
  expectAllRight(await load.stop());
});

test("without the primary pages go on, and programs are answered from the replica", async () => {
  const load = startLoad(balancer.url, right(after));
  await sleep(1_000);
  await primary.kill();
  await sleep(8_000);
  await primary.start();
  await sleep(4_000);
  expectAllRight(await load.stop());
});

test("nginx takes a new configuration without a failed request, and a restart of it is over in seconds", async () => {
  const load = startLoad(balancer.url, right(after));
  await sleep(500);
  await balancer.reload();
  await sleep(500);
  expectAllRight(await load.stop());
  const stopped = performance.now();
  await balancer.restart();
  expect((await ask(`${balancer.url}${article}`)).status).toBe(200);
  tell("nginx restarted and answering after", `${seconds(stopped)} s`);
});

test("one asker is held to an allowance at the door, whatever address he says to be of", async () => {
  const answers = await Promise.all(
    Array.from({ length: 400 }, (_, index) =>
      ask(`${balancer.url}/robots.txt`, {
        localAddress: "127.0.0.2",
        headers: { "X-Forwarded-For": `203.0.113.${index % 256}` },
      }),
    ),
  );
  const counted = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect(counted(200)).toBeGreaterThanOrEqual(100);
  expect(counted(429)).toBeGreaterThanOrEqual(100);
  expect(counted(200) + counted(429)).toBe(400);
});

test("what one machine only may know is not told at the door", async () => {
  expect((await ask(`${balancer.url}/metrics`)).status).toBe(404);
});

test("more processes lose nothing, and how much they answer is told", async () => {
  const rates: number[] = [];
  const load = async (duration: number) => {
    const { requests, non2xx, errors } = await autocannon({
      ...{ url: `${balancer.url}${article}`, connections: 24, duration },
      headers: { "accept-encoding": "gzip" },
    });
    expect({ non2xx, errors }).toEqual({ non2xx: 0, errors: 0 });
    return requests;
  };
  // Each process answers the faster the longer it does: the third would be measured colder than the first.
  await balancer.use(ports());
  await load(9);
  for (const count of [1, 2, 3]) {
    await balancer.use(ports().slice(0, count));
    const requests = await load(6);
    rates.push(requests.average);
    tell(`articles a second with ${count} processes`, requests.average.toFixed(0));
  }
  // What asks and what balances share the cores with what answers, so growth ends with the cores, and what there is of it is a
  // measurement. It must not turn into loss.
  const [one = 0, two = 0, three = 0] = rates;
  expect(two / one).toBeGreaterThan(0.8);
  expect(three / one).toBeGreaterThan(0.8);
});

function ports(): number[] {
  return webs.map(({ port }) => port);
}

function web(index: number): WebProcess {
  const found = webs[index];
  if (!found) throw new Error(`There is no web process ${index}`);
  return found;
}

/** What the processes show at a path, each asked by itself: one name when they agree. */
async function shownByAll(path: string): Promise<ReadonlySet<string>> {
  const shown = await Promise.all(
    webs.map(async ({ url }) => {
      const { status, text } = await ask(`${url}${path}`);
      return status === 200 ? shownBy(text) : `status ${status}`;
    }),
  );
  return new Set(shown);
}

function right(state: ReadonlyMap<string, string>) {
  return new Map([...state].map(([path, shown]) => [path, new Set([shown])]));
}

function expectAllRight({ answers, faults, longest }: LoadReport): void {
  tell("answers", `${answers}, the longest after ${longest} ms`);
  expect(faults.slice(0, 5)).toEqual([]);
  expect(answers).toBeGreaterThan(20);
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}

/** Beside the result, in the report: figures that differ from machine to machine. */
function tell(type: string, description: string): void {
  test.info().annotations.push({ type, description });
}
