import { expect, test, type Page, type Response } from "@playwright/test";

const article = "/articles/did-the-world-sell-america";

for (const address of ["/", article, "/data/slt1.total.net.grand-total", "/charts/three-holders"]) {
  test(`${address} is painted in its own type, without fetching any that could move it`, async ({
    page,
  }) => {
    const fonts: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "font") fonts.push(new URL(request.url()).pathname);
    });
    await page.goto(address, { waitUntil: "networkidle" });
    // Italics do not take the place of what is painted already.
    expect(fonts.filter((name) => !name.includes("/italic."))).toEqual([]);
    expect(await paintedFamilies(page, "h1")).toEqual(["Source Serif 4"]);
    expect(await paintedFamilies(page, "nav a")).toEqual(["Libre Franklin"]);
  });
}

/**
 * The families that the letters of an element are painted with, as the site's own fonts name themselves; one of the machine is
 * marked. A family that style sheets declare may not be there.
 */
async function paintedFamilies(page: Page, selector: string): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument");
  const { nodeId } = await devtools.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await devtools.send("CSS.getPlatformFontsForNode", { nodeId });
  await devtools.detach();
  // A variable font is named for its lightest weight: "Libre Franklin Thin".
  return fonts.map(({ familyName, isCustomFont }) =>
    isCustomFont ? familyName.replace(/ Thin$/, "") : `${familyName} of this machine`,
  );
}

test("scripts leave the line to what a page is painted with", async ({ page }) => {
  let sheets = 0;
  const early: string[] = [];
  await page.route("**/*.css", async (route) => {
    sheets += 1;
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
    sheets -= 1;
  });
  page.on("request", (request) => {
    if (sheets > 0 && request.resourceType() === "script") early.push(request.url());
  });
  await page.goto(article, { waitUntil: "networkidle" });
  expect(early).toEqual([]);
  // They come all the same.
  const claim = page.getByRole("link", { name: /^\$742\.5 billion/ });
  await claim.click();
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("a page that is opened in the background comes alive without frames or timers", async ({
  page,
}) => {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.addInitScript(() => {
    Object.defineProperty(document, "hidden", { get: () => true });
  });
  const scripts = page.waitForResponse(isScript);
  await page.goto(article);
  expect((await scripts).ok()).toBe(true);
});

test("a page whose frames never come is alive two seconds later", async ({ page }) => {
  const asked: string[] = [];
  page.on("response", (answer) => {
    if (isScript(answer)) asked.push(answer.url());
  });
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.addInitScript(() => {
    window.requestAnimationFrame = () => 0;
  });
  await page.goto(article, { waitUntil: "networkidle" });
  await page.clock.runFor(1_900);
  expect(asked).toEqual([]);
  const scripts = page.waitForResponse(isScript);
  await page.clock.runFor(100);
  expect((await scripts).ok()).toBe(true);
});

function isScript(answer: Response): boolean {
  return /_next\/static\/.*\.js$/.test(answer.url());
}
