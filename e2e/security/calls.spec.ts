import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { startSite } from "../../scripts/test-site.ts";
import { expect, test, type APIRequestContext } from "../test.ts";
import { findAction } from "./action.ts";
import { baseUrl } from "./base-url.ts";
import { inside } from "./inside.ts";

const root = path.resolve(import.meta.dirname, "../..");
const actionList = z.object({ node: z.record(z.string(), z.object({ exportedName: z.string() })) });
const body = `[{"id":"three-holders","asOf":"2026-06-18"}]`;

function caller(
  request: APIRequestContext,
  { address, action }: { address: string; action: string },
) {
  return (headers: Readonly<Record<string, string>>, data = body) =>
    request.post(address, {
      headers: { "next-action": action, "content-type": "text/plain", ...headers },
      data,
    });
}

test("a page of another site has nothing done", async ({ page, request }) => {
  const call = caller(request, await findAction(page));
  const own = new URL(baseUrl()).origin;
  for (const headers of [
    { origin: "https://elsewhere.example" },
    { origin: "https://elsewhere.example", "x-forwarded-host": "elsewhere.example:1" },
    { origin: "null" },
    { origin: `${own}.elsewhere.example` },
    { origin: own.replace("http:", "http://elsewhere.example@") },
    { origin: "https://elsewhere.example", referer: `${own}/` },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ]) {
    const response = await call(headers);
    expect(response.status(), JSON.stringify(headers)).toBe(403);
    expect(await response.text()).not.toMatch(inside);
  }
  expect(await (await call({ origin: own })).text()).toContain('"ok":true');
});

test("behind a proxy a page is ours by the name that the proxy was asked by", async ({
  page,
  request,
}) => {
  const call = caller(request, await findAction(page));
  const proxied = { origin: "https://tickmark.example", "x-forwarded-host": "tickmark.example" };
  expect(await (await call(proxied)).text()).toContain('"ok":true');
  expect((await call({ ...proxied, origin: "https://elsewhere.example" })).status()).toBe(403);
});

test("a browser does not even ask: no other site may send our headers, nor read our answers", async ({
  request,
}) => {
  const asked = await request.fetch("/charts/three-holders", {
    method: "OPTIONS",
    headers: {
      origin: "https://elsewhere.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "next-action",
    },
  });
  expect(asked.headers()["access-control-allow-origin"]).toBeUndefined();
  expect(asked.headers()["access-control-allow-credentials"]).toBeUndefined();
});

test("the desk decides nothing without its key, however it is asked", async ({ request }) => {
  const { TICKMARK_CONTENT: content = "", TICKMARK_DESK_KEY: deskKey = "" } = process.env;
  const slug = "did-the-world-sell-america";
  const file = path.join(content, "articles", slug, "index.mdx");
  const before = await readFile(file, "utf8");
  const own = new URL(baseUrl()).origin;
  const form = {
    ...{ [`$ACTION_ID_${await deskAction()}`]: "", slug, decision: "left", to: "2026-06-18" },
    ...{ seen: "", by: "Jane Doe", note: "A reason", on: "", shownFrom: "", shownTo: "" },
  };
  const decide = (key: string, origin: string) =>
    request.post("/desk", {
      headers: { origin, "x-forwarded-for": "203.0.113.251" },
      multipart: { ...form, key },
      maxRedirects: 0,
    });
  const answerTo = async (key: string) => {
    const posted = await decide(key, own);
    expect(posted.status()).toBe(303);
    return (await request.get(posted.headers()["location"] ?? "/")).text();
  };
  for (const key of ["guess-of-a-key", "", `${deskKey}x`])
    expect(await answerTo(key), key).toContain("The key is wrong. Nothing was written.");
  expect((await decide(deskKey, "https://elsewhere.example")).status()).toBe(403);
  // So it was the key, and not the form: with the right one it is asked what is to be decided.
  form.to = "no day";
  const known = await answerTo(deskKey);
  expect(known).toContain("Nothing was written.");
  expect(known).not.toContain("The key is wrong");
  expect(await readFile(file, "utf8")).toBe(before);
});

/** The id of the action of the desk's form, which is shown only while an article waits for a decision. */
async function deskAction(): Promise<string> {
  const { TICKMARK_BUILD_FOLDER: buildFolder = "" } = process.env;
  const list = path.resolve(root, buildFolder, "server/server-reference-manifest.json");
  const { node } = actionList.parse(JSON.parse(await readFile(list, "utf8")));
  const [id] = Object.entries(node).find(([, made]) => made.exportedName === "decideAtDesk") ?? [];
  if (id === undefined) throw new Error(`${list} has no action of the desk's form`);
  return id;
}

test("what was called through one process counts in another", async ({ page, request }) => {
  test.setTimeout(120_000);
  const { DATABASE_URL: databaseUrl = "", TICKMARK_BUILD_FOLDER: buildFolder = "" } = process.env;
  const found = await findAction(page);
  const other = await startSite(root, { databaseUrl, buildFolder });
  try {
    const asker = `203.0.113.${1 + Math.floor(Math.random() * 200)}`;
    const here = caller(request, found);
    const there = caller(request, { ...found, address: `${other.url}${found.address}` });
    const headers = { "x-forwarded-for": asker };
    const calls = Array.from({ length: 90 }, () => here(headers, "[]"));
    const statuses = (await Promise.all(calls)).map((answer) => answer.status());
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(10);
    const refused = await here(headers, "[]");
    if (refused.status() === 429) expect(refused.headers()["retry-after"]).toMatch(/^\d+$/);
    // What comes back meanwhile is taken again, however long the other process takes to hear of it.
    const again = async () => {
      await Promise.all(Array.from({ length: 30 }, () => here(headers, "[]")));
      return (await there(headers, "[]")).status();
    };
    await expect.poll(again, { timeout: 40_000, intervals: [300] }).toBe(429);
    const neighbour = { "x-forwarded-for": "203.0.113.250" };
    expect((await there(neighbour, "[]")).status()).toBe(400);
  } finally {
    await other.stop();
  }
});
