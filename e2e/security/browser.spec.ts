import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "../test.ts";
import { baseUrl } from "./base-url.ts";

const article = "/articles/did-the-world-sell-america";

/** One of each kind of page. */
const pages = [
  ...[
    "/",
    article,
    `${article}/now`,
    "/charts",
    "/charts/three-holders",
    "/data",
    "/data/mfh.holdings.japan",
  ],
  ...[
    "/areas",
    "/areas/japan",
    "/releases",
    "/releases/mfh",
    "/search?q=japan",
    "/check",
    "/desk",
    "/feeds",
    "/glossary",
  ],
  ...[
    "/topics",
    "/corrections",
    "/about",
    "/developers",
    "/developers/components",
    "/nowhere",
    "/embed/three-holders",
  ],
];

for (const address of pages) {
  test(`${address} asks nobody else for anything, and breaks no rule of its policy`, async ({
    page,
  }) => {
    const { origin } = new URL(baseUrl());
    const asked: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith("data:") && new URL(request.url()).origin !== origin)
        asked.push(request.url());
    });
    page.on("websocket", (socket) => asked.push(socket.url()));
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (violation) => {
        document.documentElement.dataset["violated"] =
          `${violation.violatedDirective} ${violation.sample}`;
      });
    });
    await page.goto(address);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForLoadState("load");
    expect(asked).toEqual([]);
    expect(await page.locator("html").getAttribute("data-violated")).toBeNull();
    expect(await page.context().cookies()).toEqual([]);
  });
}

test("no text becomes code, and no markup but what charts have", async ({ page }) => {
  await page.goto("/charts/three-holders");
  const ran = await page.evaluate(async () => {
    // What is run for a test directly may evaluate texts; what comes after a timer is bound as the page's own scripts are.
    await new Promise((resolve) => setTimeout(resolve));
    const attempts: Record<string, () => unknown> = {
      handler: () => (document.createElement("div").innerHTML = "<img src=x onerror=alert(1)>"),
      frame: () => (document.createElement("div").innerHTML = "<iframe srcdoc='x'></iframe>"),
      script: () => (document.createElement("script").text = "alert(1)"),
      elsewhere: () => (document.createElement("script").src = "https://elsewhere.example/x.js"),
      data: () => (document.createElement("script").src = "/charts/three-holders.json"),
      timer: () => void Reflect.apply(setTimeout, window, ["alert(1)"]),
      code: () => Reflect.construct(Function, ["alert(1)"]),
      beside: () => document.body.insertAdjacentHTML("beforeend", "<object data=x>"),
    };
    return Object.keys(attempts).filter((name) => {
      try {
        attempts[name]?.();
        return true;
      } catch {
        return false;
      }
    });
  });
  expect(ran).toEqual([]);
});

test("a reader goes from page to page under these rules", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto("/");
  for (const name of ["Charts", "Data", "Glossary"]) {
    await page.getByRole("link", { name, exact: true }).first().click();
    await expect(page).toHaveTitle(new RegExp(name, "i"));
  }
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveTitle(/Charts/);
  expect(errors).toEqual([]);
});

test("another site may show a chart's frame and nothing else of ours", async ({ page }) => {
  const frames = ["/embed/three-holders", "/", article, "/check", "/desk", "/charts/three-holders"];
  const shown = frames.map((address) => `<iframe src="${baseUrl()}${address}"></iframe>`).join("");
  const server = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><title>Elsewhere</title>${shown}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server.address());
  try {
    await page.goto(`http://localhost:${port}/`);
    await expect(page.frameLocator("iframe >> nth=0").locator("svg:visible").first()).toBeVisible();
    for (let index = 1; index < frames.length; index++) {
      const element = await page.locator("iframe").nth(index).elementHandle();
      const frame = await element.contentFrame();
      await expect
        .poll(() => frame?.url(), { message: frames[index] ?? "" })
        .toMatch(/^chrome-error:/);
      expect(
        await page.frameLocator(`iframe >> nth=${index}`).locator("main").count(),
        frames[index],
      ).toBe(0);
    }
  } finally {
    server.close();
  }
});

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return address.port;
}
