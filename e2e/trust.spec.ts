import { expect, test } from "./test.ts";

const article = "/articles/did-the-world-sell-america";

for (const address of ["/", article, "/about", "/nowhere"]) {
  test(`${address} runs under a policy without inline scripts or styles of others, and breaks no rule of it`, async ({
    page,
  }) => {
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("404"))
        complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    const response = await page.goto(address, { waitUntil: "networkidle" });
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).not.toContain("unsafe-eval");
    expect(response?.headers()).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": expect.any(String),
    });
    expect(response?.headers()["x-powered-by"]).toBeUndefined();
    expect(complaints).toEqual([]);
  });
}

test("a server action called with rubbish refuses in a sentence, and tells nothing of the inside", async ({
  page,
  request,
}) => {
  await page.goto(article);
  const chart = page.locator("#chart-three-holders");
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-live=true]")).toHaveCount(1);
  const sent = page.waitForRequest((one) => one.method() === "POST");
  await chart.getByLabel("As of").selectOption("2026-02-18");
  const { "next-action": action = "", "content-type": type = "" } = await (await sent).allHeaders();
  expect(action).not.toBe("");

  const good = { id: "three-holders", asOf: "2026-06-18" };
  const call = (data: string, others: Record<string, string> = {}) =>
    request.post(article, {
      headers: {
        "next-action": action,
        "content-type": type,
        accept: "text/x-component",
        ...others,
      },
      data,
    });
  const inside = /postgres|prisma|SELECT|\/lib\/|node_modules|at \w+ \(/i;

  // What has the form of a call is answered by the action, which says no.
  for (const input of [
    {},
    { id: "nowhere" },
    { id: "../../package" },
    { id: "three-holders'; DROP TABLE observation; --" },
    { ...good, asOf: "2026-06-18' OR 1=1" },
    { ...good, asOf: "yesterday" },
    { ...good, from: "1000-01", to: "2999-12" },
    { ...good, from: "2025-12", to: "2000-01" },
    { ...good, transformation: "__proto__" },
    { ...good, transformation: "sum-12" },
    { ...good, extra: "true" },
  ]) {
    const answer = await (await call(JSON.stringify([input]))).text();
    expect(answer, JSON.stringify(input)).toContain('"ok":false');
    expect(answer).not.toMatch(inside);
  }
  // Anything else does not come so far.
  for (const [data, status] of [
    ["", 400],
    ["[", 400],
    ["[1,2,3,4]", 400],
    ["[null]", 400],
    ['["three-holders"]', 400],
    [JSON.stringify({ a: 1 }), 400],
    [JSON.stringify([{ ...good, from: ["2025-01"] }]), 400],
    [JSON.stringify([{ ...good, id: "$F1" }]), 400],
    ["\u0000", 400],
    [JSON.stringify([{ ...good, id: "x".repeat(100_000) }]), 413],
  ] as const) {
    const response = await call(data);
    expect(response.status(), data.slice(0, 80)).toBe(status);
    expect(await response.text()).not.toMatch(inside);
  }
  expect((await call("[{}]", { origin: "https://elsewhere.example" })).status()).toBe(403);
  expect((await call("[{}]", { "content-type": "application/json" })).status()).toBe(415);
  expect((await call("[{}]", { "next-action": "0".repeat(42) })).status()).toBe(404);
});

for (const method of ["POST", "PUT", "DELETE", "PATCH"]) {
  test(`${method} has nothing to do here`, async ({ request }) => {
    const response = await request.fetch(article, { method });
    expect(response.status()).toBe(405);
    expect(response.headers()["allow"]).toBe("GET, HEAD, OPTIONS");
  });
}

test("nobody has us fetch and scale pictures", async ({ request }) => {
  for (const url of ["%2Fcharts%2Fthree-holders.png", "http%3A%2F%2F127.0.0.1%3A22"]) {
    const response = await request.get(`/_next/image?url=${url}&w=640&q=75`);
    expect(response.status()).toBe(404);
  }
});

test("every kind of answer has the security headers", async ({ request }) => {
  for (const [address, status, type] of [
    ["/", 200, "text/html"],
    ["/nowhere", 404, "text/html"],
    ["/_next/nowhere", 404, "text/html"],
    ["/about/", 308, ""],
    ["/%", 400, "text/plain"],
    ["/feed.xml", 200, "application/rss+xml"],
    ["/charts/three-holders.csv", 200, "text/csv"],
    ["/charts/three-holders.png", 200, "image/png"],
    ["/charts/three-holders.csv?from=1000-01&transformation=change", 400, "text/plain"],
    ["/charts/three-holders.csv?other=a", 400, "text/plain"],
  ] as const) {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status(), address).toBe(status);
    const headers = response.headers();
    expect(headers["content-type"] ?? "", address).toContain(type);
    expect(headers, address).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    });
    if (type === "text/html") expect(headers["content-security-policy"]).toContain("'sha256-");
  }
  const router = await request.get("/", { headers: { rsc: "1" } });
  expect(router.headers()["x-content-type-options"]).toBe("nosniff");
});

test("a page that the browser has already keeps its own policy", async ({ request }) => {
  const first = await request.get(article);
  const again = await request.get(article, {
    headers: { "if-none-match": first.headers()["etag"] ?? "" },
  });
  expect(again.status()).toBe(304);
  expect(again.headers()["content-security-policy"]).toBeUndefined();
});

test("many pictures at once are drawn one by one or put off, and a page comes between them", async ({
  request,
}) => {
  const ranges = Array.from(
    { length: 60 },
    (_, index) => `from=20${10 + (index % 15)}-0${1 + (index % 9)}`,
  );
  let open = ranges.length;
  const pictures = ranges.map(async (range) => {
    const response = await request.get(`/charts/three-holders.png?${range}`);
    open -= 1;
    return response;
  });
  expect((await request.get("/about")).status()).toBe(200);
  expect(open).toBeGreaterThan(0);
  for (const response of await Promise.all(pictures)) {
    expect([200, 503]).toContain(response.status());
    if (response.status() === 503) expect(response.headers()["retry-after"]).toBe("5");
  }
});

test("hostile addresses get an answer without a stack", async ({ request }) => {
  for (const address of [
    "/%",
    "/%ff",
    "/articles/..%2f..%2fpackage.json",
    "/charts/..%2f..%2fpackage.json",
    "/charts/a.exe",
    "/articles/<script>",
    `/${"a".repeat(5000)}`,
  ]) {
    const response = await request.get(address);
    expect(response.status(), address.slice(0, 40)).toBeGreaterThanOrEqual(400);
    expect(response.status(), address.slice(0, 40)).toBeLessThan(500);
    expect(await response.text()).not.toMatch(/node_modules|at \w+ \(|\/lib\//);
  }
});

test("what the browser is sent holds no secret", async ({ page }) => {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => bodies.push(response.text().catch(() => "")));
  await page.goto(article, { waitUntil: "networkidle" });
  for (const body of await Promise.all(bodies))
    expect(body).not.toMatch(/postgres(ql)?:\/\/|DATABASE_URL/);
});
