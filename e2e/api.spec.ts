import { gunzipSync } from "node:zlib";
import { expect, test, type APIResponse } from "./test.ts";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { apiExamples } from "../lib/api/examples.ts";
import { axeFindings } from "./axe.ts";

const japan = "/api/series/mfh.holdings.japan";

const problem = z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  known: z.array(z.string()).optional(),
});

async function problemIn(response: APIResponse): Promise<z.infer<typeof problem>> {
  expect(response.headers()["content-type"]).toBe("application/problem+json");
  expect(response.headers()["access-control-allow-origin"]).toBe("*");
  const found = problem.parse(await response.json());
  expect(found.status).toBe(response.status());
  return found;
}

test("a program that has an answer is told so by its tag, without a body", async ({ request }) => {
  for (const address of [`${japan}.json`, `${japan}.csv`, `${japan}.csv?format=sdmx-csv`]) {
    const first = await request.get(address);
    expect(first.status()).toBe(200);
    const { etag = "", ...others } = first.headers();
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(others["cache-control"]).toBe("public, max-age=60, stale-while-revalidate=60");
    expect(others["last-modified"]).toBeUndefined();
    const again = await request.get(address, { headers: { "if-none-match": etag } });
    expect(again.status(), address).toBe(304);
    expect(await again.body()).toHaveLength(0);
    const tomorrow = new Date(Date.now() + 86_400_000).toUTCString();
    for (const headers of [{ "if-none-match": '"another"' }, { "if-modified-since": tomorrow }]) {
      expect((await request.get(address, { headers })).status()).toBe(200);
    }
  }
});

test("the headers of HEAD are those of GET", async ({ request }) => {
  const [get, head] = await Promise.all([
    request.get(`${japan}.json`),
    request.head(`${japan}.json`),
  ]);
  for (const name of ["content-type", "etag", "content-length", "vary", "link"]) {
    expect(head.headers()[name], name).toBe(get.headers()[name]);
  }
  expect(head.headers()["vary"]).toContain("Accept-Encoding");
});

test("answers are compressed, each encoding with a tag of its own", async ({ request }) => {
  const sdmx = `${japan}.csv?format=sdmx-csv`;
  const plain = await request.get(sdmx, { headers: { "accept-encoding": "identity" } });
  const zipped = await request.fetch(sdmx, { headers: { "accept-encoding": "gzip" } });
  expect(zipped.headers()["content-encoding"]).toBe("gzip");
  expect(zipped.headers()["etag"]).not.toBe(plain.headers()["etag"]);
  const bytes = await zipped.body();
  // Playwright has decoded it, unless it was told not to.
  const text = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
  expect(text.toString()).toBe(await plain.text());
});

test("what was known in February is not what is known in June", async ({ request }) => {
  const uk = "/api/series/mfh.holdings.united-kingdom.json?from=2025-12&to=2025-12";
  const shape = z.object({ observations: z.array(z.object({ value: z.string() })) });
  const valueAt = async (address: string) =>
    shape.parse(await (await request.get(address)).json()).observations.map(({ value }) => value);
  expect((await valueAt(`${uk}&asOf=2026-02-18`)).map(Number)).toEqual([866]);
  expect(await valueAt(`${uk}&asOf=2026-06-18`)).toEqual(["863.1"]);
  expect(await valueAt(`${uk}&vintages=all&asOf=2026-06-18`)).toHaveLength(2);
});

test("the CSV can be read by a program that knows nothing of us, and carries its terms", async ({
  request,
}) => {
  const response = await request.get(`${japan}.csv?from=2025-01&to=2025-12`);
  expect(response.headers()["content-type"]).toBe("text/csv; charset=utf-8; header=present");
  expect(response.headers()["content-disposition"]).toMatch(
    /^attachment; filename="mfh\.holdings\.japan-\d{4}-\d{2}-\d{2}\.csv"$/,
  );
  const rows = z
    .array(z.record(z.string(), z.string()))
    .parse(parse(await response.text(), { columns: true }));
  expect(rows).toHaveLength(12);
  for (const row of rows) {
    expect(row).toMatchObject({ unit: "USD billion", series: "mfh.holdings.japan" });
    expect(row["citation"]).toContain("vintage of");
    expect(row["licence"]).toContain("Public domain");
    expect(row["source_sha256"]).toMatch(/^[0-9a-f]{64}$/);
  }
});

test("a citation is that of the page it leads to, which shows the figure cited", async ({
  page,
  request,
}) => {
  const shape = z.object({
    citation: z.string(),
    observations: z.array(z.object({ period: z.string(), value: z.string() })),
  });
  const uk = "/api/series/mfh.holdings.united-kingdom.json?from=2025-12&to=2025-12";
  for (const day of ["2026-03-31", "2026-07-01"]) {
    const answer = await request.get(`${uk}&asOf=${day}`);
    const { citation, observations } = shape.parse(await answer.json());
    const { pathname, search } = new URL(citation.split(" ").at(-1) ?? "");
    await page.goto(pathname + search);
    await expect(page.getByText(citation, { exact: true })).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: /December 2025|Dec 2025|2025-12/ });
    await expect(row.first()).toContainText(observations[0]?.value ?? "no value");
  }
});

test("a misspelt parameter is refused with those there are", async ({ request }) => {
  const response = await request.get(`${japan}.json?vintage_date=2026-02-18`);
  expect(response.status()).toBe(400);
  const { detail, known } = await problemIn(response);
  expect(detail).toContain('did you mean "asOf"?');
  expect(known).toEqual(["asOf", "from", "to", "vintages"]);
});

for (const [address, status] of [
  [`${japan}.json?asOf=2026-02-18&asOf=2026-06-18`, 400],
  [`${japan}.json?asOf=`, 400],
  [`${japan}.json?asOf=2026-02-30`, 400],
  [`${japan}.json?from=2025-12&to=2025-01`, 400],
  ["/api/series?search=%00", 400],
  ["/api/series?limit=100000", 400],
  [`${japan}.json?asOf=2962-06-18`, 400],
  [`${japan}.json?asOf=1999-12-31`, 404],
  ["/api/series/mfh.holdings.japam.json", 404],
  [japan, 404],
  ["/api/series/%E0%A4%A", 400],
  ["/api/areas?__proto__=1", 400],
  ["/api/areas?constructor=1", 400],
  ["/api/releases/mfh/2026-06-19/revisions", 404],
  ["/api/nothing", 404],
  ["/api", 404],
] as const) {
  test(`${address} is refused with ${status}`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(status);
    await problemIn(response);
  });
}

test("the API is only read", async ({ request }) => {
  const response = await request.post(`${japan}.json`, { data: "{}" });
  expect(response.status()).toBe(405);
  expect(response.headers()["allow"]).toBe("GET, HEAD, OPTIONS");
  await problemIn(response);
});

test("a redirect to an address of the API may be followed from another site", async ({
  request,
}) => {
  const response = await request.get("/api/areas/", { maxRedirects: 0 });
  expect(response.status()).toBe(308);
  expect(response.headers()["access-control-allow-origin"]).toBe("*");
});

test("a page of another site may ask, with a tag too", async ({ request }) => {
  const preflight = await request.fetch(`${japan}.json`, {
    method: "OPTIONS",
    headers: {
      origin: "https://elsewhere.example",
      "access-control-request-method": "GET",
      "access-control-request-headers": "if-none-match",
    },
  });
  expect(preflight.status()).toBe(204);
  expect(preflight.headers()["access-control-allow-headers"]).toContain("If-None-Match");
  expect(preflight.headers()["access-control-allow-origin"]).toBe("*");
});

test("every page of a list can be reached by its links, each series once", async ({ request }) => {
  const page = z.object({
    total: z.int(),
    series: z.array(z.object({ key: z.string() })),
    links: z.object({ next: z.string().nullable() }),
  });
  const keys: string[] = [];
  let total = 0;
  let next: string | null = "/api/series?release=mfh&measure=holdings&limit=20";
  while (next !== null) {
    const { pathname, search } = new URL(next, "http://site.invalid");
    const found = page.parse(await (await request.get(pathname + search)).json());
    keys.push(...found.series.map(({ key }) => key));
    ({ total } = found);
    ({ next } = found.links);
  }
  expect(keys.length).toBeGreaterThan(20);
  expect(new Set(keys).size).toBe(total);
  expect(keys).toHaveLength(total);
});

for (const { title, address } of apiExamples) {
  test(`an example of the documentation does what it says: ${title}`, async ({ request }) => {
    const response = await request.get(address);
    expect(response.status()).toBe(address.includes("as_of") ? 400 : 200);
  });
}

test("the documentation shows what the API says, to everybody", async ({ page, request }) => {
  await page.goto("/developers");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The API");
  await expect(page.getByRole("region", { name: /every figure ever printed/i })).toContainText(
    '"863.1"',
  );
  const openApi = z.object({ paths: z.record(z.string(), z.unknown()) });
  const { paths } = openApi.parse(await (await request.get("/api/openapi.json")).json());
  for (const path of Object.keys(paths)) {
    await expect(page.getByRole("heading", { name: path, exact: true })).toBeVisible();
  }
  // A problem's type is an address on this page.
  const refused = await problemIn(await request.get("/api/nothing"));
  const { pathname, hash } = new URL(refused.type);
  expect(pathname).toBe("/developers");
  await expect(page.locator(hash)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});
