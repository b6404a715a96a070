import { expect, test } from "../test.ts";
import { baseUrl } from "./base-url.ts";
import { expectRefused, inside } from "./inside.ts";
import { getRaw, statusesIn } from "./socket.ts";

const statements = [
  "' OR '1'='1",
  "'; DROP TABLE observation; --",
  "1) UNION TABLE snapshot --",
  "$1",
  "\\'; SELECT pg_sleep(90); --",
  "%27%20OR%201=1",
  "japan\u0000' OR 1=1",
  "ʼ; DROP TABLE vintage; --",
];

for (const statement of statements) {
  test(`a statement is only text, wherever it is put: ${JSON.stringify(statement)}`, async ({
    request,
  }) => {
    const text = encodeURIComponent(statement);
    for (const address of [
      `/search?q=${text}`,
      `/data?search=${text}`,
      `/data/${text}`,
      `/areas/${text}`,
      `/releases/${text}`,
      `/releases/mfh/${text}`,
      `/api/series?search=${text}`,
      `/api/series/${text}`,
      `/charts/three-holders.csv?asOf=${text}`,
      `/charts/${text}.csv`,
      `/embed/three-holders?areas=${text}`,
      `/feeds/areas/${text}.rss`,
      `/oembed?url=${text}`,
    ]) {
      const response = await request.get(address, { maxRedirects: 0 });
      expect(response.status(), address).toBeLessThan(500);
      expect(await response.text(), address).not.toMatch(inside);
    }
    expect((await request.get("/releases/mfh")).status()).toBe(200);
  });
}

const markup = `"><img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}\${7*7}<svg/onload=alert(1)>`;

test("markup in an address comes back as text, and runs nothing", async ({ page }) => {
  const alerts: string[] = [];
  page.on("dialog", (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  for (const address of [
    "/search?q=",
    "/data?search=",
    "/desk?from=",
    "/articles/",
    "/data/",
    "/embed/",
  ]) {
    const response = await page.goto(address + encodeURIComponent(markup));
    const body = (await response?.text()) ?? "";
    expect(body, address).not.toContain("<img src=x");
    expect(body, address).not.toContain("<script>alert(1)");
    expect(body, address).not.toContain("<svg/onload");
    expect(await page.locator("img[src=x], svg[onload]").count(), address).toBe(0);
  }
  expect(alerts).toEqual([]);
});

test("a pasted text is neither MDX nor HTML: nothing of it is evaluated or becomes an element", async ({
  page,
}) => {
  const text = `import fs from "fs"\n\nexport const a = 1\n\n{process.env.DATABASE_URL} <Claim of="sum(mfh.holdings.japan, 2025)">x</Claim> {7*191} Japan held $1.1 trillion. ${markup}`;
  await page.goto("/check");
  await page.getByRole("textbox").first().fill(text);
  await page.getByRole("button", { name: /check/i }).first().click();
  await expect(page.getByText("{process.env.DATABASE_URL}").first()).toBeVisible({
    timeout: 30_000,
  });
  expect(await page.locator("main img[src=x], main svg[onload]").count()).toBe(0);
  const shown = (await page.locator("main").textContent()) ?? "";
  expect(shown).toContain("{7*191}");
  expect(shown).not.toContain("1337");
});

test("a line break in an address adds no header", async ({ request }) => {
  for (const address of [
    "/about%0d%0aSet-Cookie:%20a=b",
    "/about/%0d%0aSet-Cookie:%20a=b/",
    "/FEEDS/articles.rss?x=%0d%0aSet-Cookie:%20a=b",
    "/feeds/articles.rss/?x=%0aSet-Cookie:%20a=b",
    "/articles/x%0d%0a%0d%0a<script>alert(1)</script>",
    "/charts/%0d%0aSet-Cookie:a.png",
  ]) {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.headers()["set-cookie"], address).toBeUndefined();
    expect(response.status(), address).toBeLessThan(500);
    expect(response.headers()["location"] ?? "", address).not.toMatch(/[\r\n]/);
  }
});

test("no redirect leads to another site", async () => {
  for (const address of [
    "//elsewhere.example",
    "//elsewhere.example/",
    "/%2Felsewhere.example/",
    "/\\elsewhere.example/",
    "/%5Celsewhere.example/",
    "//elsewhere.example/feeds/articles.rss/",
    "//elsewhere.example/FEEDS/x.rss",
    "/FEEDS//elsewhere.example/articles.rss",
  ]) {
    const answer = await getRaw(address);
    const [status = 0] = statusesIn(answer);
    expect(status, address).toBeGreaterThanOrEqual(200);
    expect(status, address).toBeLessThan(500);
    const [, location = "/"] = /^location: *(.*)$/im.exec(answer) ?? [];
    const { hostname } = new URL(location.trim(), "http://tickmark.example/");
    expect(["tickmark.example", new URL(baseUrl()).hostname], address).toContain(hostname);
  }
});

test("no cell of a table is a formula", async ({ request }) => {
  for (const address of [
    "/charts/three-holders.csv",
    "/articles/did-the-world-sell-america/claims.csv",
  ]) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    const cells = (await response.text()).split(/[,\r\n]/).map((cell) => cell.replace(/^"/, ""));
    const formulas = cells.filter((cell) => /^[=@\t]|^[+-](?!\d+(?:\.\d+)?"?$)/.test(cell));
    expect(formulas, address).toEqual([]);
  }
  await expectRefused(await request.get("/charts/=cmd|'x'!A0.csv"), "a formula for a name");
});
