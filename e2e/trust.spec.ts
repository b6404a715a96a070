import { expect, test } from "@playwright/test";

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
  const bad: unknown[] = [
    null,
    "three-holders",
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
    { ...good, extra: true },
    { ...good, id: "x".repeat(100_000) },
    { ...good, from: ["2025-01"] },
  ];
  for (const input of bad) {
    const response = await request.post(article, {
      headers: { "next-action": action, "content-type": type, accept: "text/x-component" },
      data: JSON.stringify([input]),
    });
    const answer = await response.text();
    expect(answer, JSON.stringify(input).slice(0, 80)).toContain('"ok":false');
    expect(answer).not.toMatch(/postgres|prisma|SELECT|\/lib\/|at \w+ \(/i);
  }
  for (const data of ["", "[", "[1,2,3,4]", JSON.stringify({ a: 1 }), "\u0000"]) {
    const response = await request.post(article, {
      headers: { "next-action": action, "content-type": type, accept: "text/x-component" },
      data,
    });
    expect(await response.text()).not.toMatch(/postgres|prisma|\/lib\/|node_modules|at \w+ \(/i);
  }
  const unknown = await request.post(article, {
    headers: { "next-action": "0".repeat(42), "content-type": type },
    data: "[]",
  });
  expect(unknown.status()).toBeGreaterThanOrEqual(400);
  expect(unknown.status()).toBeLessThan(500);
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
