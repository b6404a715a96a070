import { z } from "zod";
import { openStore } from "#lib/store/store";
import { recordSyncOutcome } from "#lib/store/sync-outcomes";
import { startSite } from "../scripts/test-site.ts";
import { expect, test } from "./test.ts";
import { untilChecked } from "./until-checked.ts";

// What an operator sees of a server: its log, its meters, whether it is ready, and the page of its status. Each test looks at
// servers of its own, since what others do would be in their logs.

const { DATABASE_URL: databaseUrl = "", TICKMARK_BUILD_FOLDER: buildFolder = ".next" } =
  process.env;
const article = "/articles/did-the-world-sell-america";
/** What only who asks may know: words, a browser, an address, where they came from. */
const asker = {
  "user-agent": "Zanzibar/9",
  "x-forwarded-for": "203.0.113.77",
  referer: "https://zanzibar.example/",
  cookie: "zanzibar=1",
};

const lineShape = z.looseObject({
  ...{ time: z.iso.datetime(), level: z.string(), msg: z.string(), pid: z.number() },
});

/** Every line of a log, each of which must be one. */
function linesOf(output: string) {
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => lineShape.parse(JSON.parse(line)));
}

async function readyOf(url: string) {
  const answer = await fetch(`${url}/readyz`);
  const told: unknown = await answer.json();
  return { status: answer.status, caching: answer.headers.get("cache-control"), told };
}

test.describe.configure({ timeout: 90_000 });

test("a server says what it does, and nothing of who asked for what", async ({ browser }) => {
  const settings = { TICKMARK_METRICS_TOKEN: "a-token-for-the-meters" };
  const site = await startSite(process.cwd(), { databaseUrl, buildFolder, settings });
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(site.url + path, { headers: { ...asker, ...headers } });
    return { answer, text: await answer.text() };
  };
  try {
    await expect
      .poll(() => readyOf(site.url), { timeout: 30_000 })
      .toEqual({
        ...{ status: 200, caching: "no-store", told: { status: "ready", degraded: [] } },
      });
    expect(await (await fetch(`${site.url}/healthz`)).text()).toBe("alive\n");

    const first = await ask(article);
    await ask(article);
    for (const path of [
      "/search?q=zanzibar",
      "/search/results?q=zanzibar",
      "/data?search=zanzibar",
      "/api/series?search=zanzibar",
      "/zanzibar",
    ])
      await ask(path);
    const context = await browser.newContext({
      userAgent: asker["user-agent"],
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    await page.goto(`${site.url}/check`);
    await page.getByRole("textbox").first().fill("Zanzibar held $1.2 trillion of Treasuries.");
    await untilChecked(page);
    await expect(page.getByRole("main")).toContainText("Zanzibar held");

    // Not for readers: who does not have the token is told that there is no such page.
    expect((await ask("/metrics")).answer.status).toBe(404);
    const authorization = `Bearer ${settings.TICKMARK_METRICS_TOKEN}`;
    expect((await fetch(`${site.url}/metrics`)).status).toBe(404);
    const { text: meters } = await ask("/metrics", { authorization });
    for (const expected of [
      /^tickmark_requests_total\{method="GET",route="\/articles\/\[slug\]",status="2xx"\} 2$/m,
      /^tickmark_request_seconds_count\{group="page"\} \d+$/m,
      /^tickmark_pages_total\{outcome="kept"\} \d+$/m,
      /^tickmark_actions_total\{action="checkPasted",outcome="answered"\} 1$/m,
      /^tickmark_query_seconds_count\{pool="primary"\} [1-9]/m,
      /^tickmark_database_connections\{pool="primary",state="waiting"\} 0$/m,
      /^tickmark_claims\{standing="holds"\} [1-9]/m,
      /^tickmark_vintage_age_seconds\{release="mfh"\} \d+/m,
      /^tickmark_store_reachable 1$/m,
      /^tickmark_content_accepted 1$/m,
      /^tickmark_ready 1$/m,
      /^nodejs_eventloop_lag_p99_seconds /m,
    ])
      expect(meters).toMatch(expected);
    expect(meters).not.toMatch(/zanzibar/i);
    await context.close();

    const id = first.answer.headers.get("x-request-id");
    await expect
      .poll(() => linesOf(site.output()).filter(({ request }) => request === id))
      .toEqual([
        expect.objectContaining({
          ...{ msg: "answered", level: "info", method: "GET", status: 200, path: article },
          ...{ route: "/articles/[slug]", ms: expect.any(Number), bytes: expect.any(Number) },
        }),
      ]);
  } finally {
    await site.stop();
  }
  const lines = linesOf(site.output());
  expect(lines.filter(({ route }) => route === "/articles/[slug]").at(-1)).toMatchObject({
    page: "kept",
  });
  expect(lines.filter(({ method }) => method === "POST")).toMatchObject([{ route: "/check" }]);
  // A mistake of ours comes with its stack; an outage is a line, and a busy machine has some.
  expect(lines.filter(({ err }) => err !== undefined)).toEqual([]);
  expect(site.output()).not.toMatch(/zanzibar|203\.0\.113|127\.0\.0\.1/i);
});

test("without its store a server stays ready, says what it lacks, and tells a reader no more of a failure than its name", async ({
  page,
}) => {
  const gone = Object.assign(new URL(databaseUrl), { port: "1" }).href;
  const site = await startSite(process.cwd(), { databaseUrl: gone, buildFolder });
  try {
    await expect
      .poll(() => readyOf(site.url), { timeout: 30_000 })
      .toMatchObject({
        ...{ status: 200, told: { status: "ready", degraded: ["store"] } },
      });
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
    expect((await fetch(site.url + article)).status).toBe(200);

    const response = await page.goto(`${site.url}/search?q=treasury`);
    const id = response?.headers()["x-request-id"] ?? "";
    expect(response?.status()).toBe(500);
    await expect(page.getByText(`Reference ${id}`)).toBeVisible();
    expect(await page.content()).not.toMatch(/ECONNREFUSED|node_modules|at \w+ \(/);

    await expect
      .poll(() => linesOf(site.output()).filter(({ request }) => request === id))
      .toContainEqual(
        expect.objectContaining({
          ...{ level: "error", route: "/search" },
          err: expect.objectContaining({ stack: expect.stringContaining("at ") }),
        }),
      );
    const meters = await (await fetch(`${site.url}/metrics`)).text();
    expect(meters).toMatch(/^tickmark_pages_total\{outcome="kept-unasked"\} [1-9]/m);
    expect(meters).toMatch(/^tickmark_outages_total [1-9]/m);
  } finally {
    await site.stop();
  }
});

test("the status page tells people the same, without JavaScript", async ({ browser, baseURL }) => {
  const store = openStore(databaseUrl);
  const [at, reason] = [new Date("2026-06-19T20:01:00Z"), "no answer within 30 seconds"];
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const slt3 = { release: "slt3", vintage: null, at };
    await recordSyncOutcome(store, { ...slt3, outcome: "held", reason: null });
    await recordSyncOutcome(store, { ...slt3, outcome: "failed", reason });
    const page = await context.newPage();
    await page.goto(`${baseURL}/status`);
    await expect(page.getByRole("heading", { level: 1, name: "Status" })).toBeVisible();
    const main = page.getByRole("main");
    await expect(main).toContainText("not every table came.");
    await expect(main).not.toContainText("Everything works.");
    const row = page.getByRole("row").filter({ hasText: "Table 3" });
    await expect(row).toContainText("June 18, 2026");
    await expect(row).toContainText("no file came");
    await expect(row).toContainText("last good on June 19, 2026, 20:01 UTC");
    await expect(page.getByRole("row").filter({ hasText: "Table 1" })).toContainText(
      "never asked for",
    );
    await expect(page.getByRole("row", { name: /^Holds the figure/ })).toContainText(/\d+/);
    await expect(page.getByRole("contentinfo").getByRole("link", { name: "Status" })).toBeVisible();
    // What the Treasury's server said is for whoever runs the site.
    await expect(page.getByRole("main")).not.toContainText(reason);
  } finally {
    await store.pool.query("DELETE FROM sync_outcome WHERE release_slug = 'slt3'");
    await store.close();
    await context.close();
  }
});
