import { expect, test, type APIRequestContext, type APIResponse } from "../test.ts";

const mark = "elsewhere.example";

/** Headers by which a server, or a cache before it, could be made to answer something else at the address of a page. */
const headers: readonly Readonly<Record<string, string>>[] = [
  { "x-forwarded-host": mark, "x-forwarded-proto": "ftp", "x-forwarded-port": "1" },
  { "x-host": mark, "x-original-url": "/desk", "x-rewrite-url": "/desk" },
  { forwarded: `host=${mark};proto=ftp` },
  { "x-http-method-override": "DELETE", "x-method-override": "POST" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  {
    "x-middleware-subrequest": "src/middleware",
    "x-middleware-prefetch": "1",
    "x-middleware-skip": "1",
  },
  { "x-nextjs-data": "1" },
  { "x-nextjs-data": "1", "x-middleware-rewrite": "/desk", "x-nextjs-rewrite": "/desk" },
  {
    "x-invoke-path": "/desk",
    "x-invoke-query": "%7B%7D",
    "x-invoke-status": "500",
    "x-invoke-output": "/500",
  },
  { "x-matched-path": "/desk", "x-now-route-matches": "1=desk" },
  {
    "x-prerender-revalidate": "1",
    "x-next-revalidated-tags": "a",
    "x-next-revalidate-tag-token": "1",
  },
  { "next-resume": "1", "x-next-resume-state-length": "1" },
  { "next-hmr-refresh": "1", "x-nextjs-html-request-id": mark, "x-nextjs-request-id": mark },
  {
    "next-router-state-tree": `%5B%22${mark}%22%5D`,
    "next-router-prefetch": "1",
    "next-url": `/${mark}`,
  },
  { "next-router-segment-prefetch": "/_tree" },
  { "x-tickmark-asker": mark, "x-vercel-id": mark },
  { accept: "text/x-component", "accept-language": "xx", "user-agent": mark },
  { cookie: `__prerender_bypass=${mark}; __next_preview_data=${mark}` },
  { range: "bytes=0-0", "if-range": mark },
];

const addresses = [
  "/about",
  "/articles/did-the-world-sell-america",
  "/feeds/articles.rss",
  "/charts/three-holders.csv",
];

// The pages of a build name the address and the vintages that it was made with, until the server has made them anew for who asked first.
test.beforeEach(async ({ request }) => {
  for (const page of addresses.slice(0, 2))
    await expect
      .poll(async () => (await request.get(page)).headers()["x-nextjs-cache"], { timeout: 30_000 })
      .toBe("HIT");
});

for (const sent of headers) {
  test(`no header makes another answer that others could get: ${JSON.stringify(sent).slice(0, 90)}`, async ({
    request,
  }) => {
    for (const address of addresses) {
      const before = await look(request, address);
      const asked = await request.get(address, { headers: sent, maxRedirects: 0 });
      expect(asked.status(), address).toBeLessThan(500);
      expect(await asked.text(), address).not.toContain(mark);
      for (const [name, value] of Object.entries(asked.headers()))
        expect(value, name).not.toContain(mark);
      // It is the plain answer, or one that no cache takes for it.
      if ((await plainAnswer(asked)) !== before)
        expect(mayBeTakenFor(asked.headers(), sent), `${address} ${asked.status()}`).toBe(false);
      expect(await look(request, address), address).toBe(before);
    }
  });
}

/** What somebody gets who sends nothing of all this. */
async function look(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get(address);
  expect(await answer.text(), address).not.toContain(mark);
  return plainAnswer(answer);
}

/** All of an answer but what React reads of a page, which is sent in other pieces each time the same page is made. */
async function plainAnswer(answer: APIResponse): Promise<string> {
  const text = (await answer.text()).replace(/<script>self\.__next_f\.push.*?<\/script>/gs, "");
  return `${answer.status()} ${answer.headers()["content-type"]}\n${text}`;
}

/** Whether a shared cache could hand an answer to who did not send these headers. */
function mayBeTakenFor(
  answer: Record<string, string>,
  sent: Readonly<Record<string, string>>,
): boolean {
  const caching = answer["cache-control"] ?? "";
  if (/no-store|private/.test(caching)) return false;
  const varies = (answer["vary"] ?? "").toLowerCase().split(/,\s*/);
  return !Object.keys(sent).some((name) => varies.includes(name));
}

test("what React's router is answered is never taken for a page", async ({ request }) => {
  for (const more of [
    {},
    { "next-router-prefetch": "1" },
    { "next-router-segment-prefetch": "/_tree" },
  ]) {
    const answer = await request.get("/about", { headers: { rsc: "1", ...more }, maxRedirects: 1 });
    if ((answer.headers()["content-type"] ?? "").includes("text/x-component"))
      expect(answer.headers()["vary"]?.toLowerCase()).toContain("rsc");
    const page = await request.get("/about");
    expect(page.headers()["content-type"]).toContain("text/html");
    expect(page.headers()["vary"]?.toLowerCase()).toContain("rsc");
  }
});

test("a query that a page does not know changes nothing in it, and is not kept for others", async ({
  request,
}) => {
  const plain = await (await request.get("/about")).text();
  for (const query of [
    "?_rsc=1",
    "?utm_source=x",
    `?x=${mark}`,
    "?nxtPslug=desk",
    "?__nextDataReq=1",
    "?_next=1",
    "?amp=1",
  ]) {
    const asked = await request.get(`/about${query}`);
    expect(asked.status(), query).toBe(200);
    expect(await asked.text(), query).not.toContain("<title>Desk");
    expect(asked.headers()["content-type"], query).toContain("text/html");
    expect(await (await request.get("/about")).text(), query).toBe(plain);
  }
});

test("an error is not kept in the place of a page", async ({ request }) => {
  for (const address of [
    "/nowhere",
    "/charts/three-holders.csv?asOf=x",
    "/%",
    "/_next/static/chunks/nowhere.js",
    "/api/nowhere",
  ]) {
    const response = await request.get(address);
    expect(response.status(), address).toBeGreaterThanOrEqual(400);
    expect(response.headers()["cache-control"] ?? "", address).not.toMatch(
      /immutable|public|(?:max-?age|stale-while-revalidate|stale-if-error)=[1-9]/,
    );
  }
  // What is not there yet may be there tomorrow: no longer than a page that is.
  const response = await request.get("/articles/nowhere");
  expect(response.status()).toBe(404);
  const caching = response.headers()["cache-control"] ?? "";
  expect(caching).not.toMatch(/immutable|public|(?<!s-)max-age=[1-9]/);
  expect(Number(/s-maxage=(\d+)/.exec(caching)?.[1] ?? 0)).toBeLessThanOrEqual(300);
});

test("the answer to what a reader sends is kept nowhere", async ({ page }) => {
  await page.goto("/check");
  await page.getByRole("textbox").first().fill("Japan held $1.1 trillion of Treasuries.");
  const answered = page.waitForResponse((one) => one.request().method() === "POST");
  await page.getByRole("button", { name: /check/i }).first().click();
  expect((await answered).headers()["cache-control"]).toMatch(/no-store/);
});
