import { expect, test } from "@playwright/test";

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
    const faces = await page.evaluate(() => [
      getComputedStyle(document.body).fontFamily.split(",")[0],
      [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family),
    ]);
    expect(faces[0]).toContain("Source Serif 4");
    expect(faces[1]).toContain("Source Serif 4");
    expect(faces[1]).toContain("Libre Franklin");
  });
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

test("a page that is opened in the background comes alive too", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "hidden", { get: () => true });
    // A tab that is not shown is given no frames.
    window.requestAnimationFrame = () => 0;
  });
  const scripts = page.waitForResponse((answer) => /_next\/static\/.*\.js$/.test(answer.url()));
  await page.goto(article);
  expect((await scripts).ok()).toBe(true);
});
