import { expect, test, type Page } from "./test.ts";

const article = "/articles/did-the-world-sell-america";

/** Shifts of the layout from the first paint until the page was read to its end. */
async function shiftOf(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const value: unknown = Reflect.get(entry, "value");
        const recent: unknown = Reflect.get(entry, "hadRecentInput");
        if (typeof value === "number" && recent === false) shifts.push(value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address);
  return page.evaluate(async () => {
    await document.fonts.ready;
    for (let y = 0; y < document.body.scrollHeight; y += window.innerHeight) {
      window.scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }
    const shifts: unknown = Reflect.get(window, "shifts");
    if (!Array.isArray(shifts)) throw new Error("Nothing was observed");
    return shifts.reduce<number>((sum, value) => sum + Number(value), 0);
  });
}

for (const address of ["/", article, "/data/slt1.total.net.grand-total"]) {
  for (const width of [360, 768, 1280]) {
    test(`nothing moves while ${address} is read at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      expect(await shiftOf(page, address)).toBe(0);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
    });
  }
}

test("the front page says what stands out, what changed and what was corrected, each a way to its data", async ({
  page,
}) => {
  await page.goto("/");
  const number = page.getByRole("region", { name: "Number of the month" });
  await expect(number).toContainText(/the (highest|lowest) (since|on record)/);
  await number.getByText("Why this one").click();
  await expect(number.locator("code")).toContainText(/_since\(/);
  await expect(page.getByRole("region", { name: /revised|new/ })).toContainText("against that of");
  await expect(page.getByRole("region", { name: "Corrections" })).toContainText("None so far");
  // Open, the reasons lie above the link that covers the rest, and leave it its place.
  await number.getByRole("link").click();
  await expect(page).toHaveURL(/\/data\/slt1\./);
});

test("a chart to look at on the front page opens its own page, which names the article", async ({
  page,
}) => {
  await page.goto("/");
  const glances = page.getByRole("region", { name: "Charts to look at" });
  await glances.getByRole("link", { name: /in the six custody centers/ }).click();
  await expect(page).toHaveURL(/\/charts\/six-custody-centers$/);
  const owners = page.getByRole("main").locator('a[href="/articles/who-owns-treasuries"]');
  await expect(owners).not.toHaveCount(0);
});

test("the front page has the other articles beside the lead, and their topics have them all", async ({
  page,
}) => {
  await page.goto("/");
  const more = page.getByRole("region", { name: "More articles" });
  const lead = page.getByRole("main").getByRole("article").getByRole("heading", { level: 2 });
  await expect(more.getByRole("heading", { level: 3 })).not.toHaveCount(0);
  await expect(more).not.toContainText(await lead.innerText());
  await more.getByRole("link", { name: "All articles, by topic" }).click();
  await expect(page).toHaveURL(/\/topics$/);
  await expect(page.getByRole("region", { name: "Who holds Treasuries" })).toContainText(
    "Custody centers",
  );
});

test("a receipt stands in the margin beside its line, and another claim takes its place", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(article);
  const first = page.getByRole("link", { name: /^\$683\.5 billion/ });
  await first.click();
  const receipt = page.getByRole("dialog");
  await expect(receipt).toHaveAttribute("data-beside", "line");
  const [paper, text] = [await receipt.boundingBox(), await first.boundingBox()];
  expect(paper?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  expect(paper?.y).toBeLessThan(text?.y ?? 0);
  expect((paper?.y ?? 0) + (paper?.height ?? 0)).toBeGreaterThan(text?.y ?? 0);

  await page.getByRole("link", { name: /^lowest since September 2008/ }).click();
  await expect(receipt).toHaveAccessibleName(/lowest since September 2008/);
  await page.keyboard.press("Escape");
  await expect(receipt).toHaveCount(0);
  await expect(page).toHaveURL(article);
});

test("on paper the claims are numbered, and each is told at the end", async ({ page }) => {
  await page.goto(article);
  const notes = page.locator(".print-notes");
  await expect(notes).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(notes).toBeVisible();
  expect(await notes.getByRole("listitem").count()).toBe(
    await page.locator(".article a.claim").count(),
  );
});

test("a page has a card of the size that networks ask for, the same at each request", async ({
  page,
  request,
}) => {
  for (const address of [
    "/",
    article,
    "/data/slt1.total.net.grand-total",
    "/charts/three-holders",
  ]) {
    await page.goto(address);
    const meta = (name: string) =>
      page.locator(`meta[property="og:${name}"]`).getAttribute("content");
    expect([await meta("image:width"), await meta("image:height")]).toEqual(["1200", "630"]);
    expect(await meta("image:alt")).toMatch(/\S/);
    const { pathname } = new URL((await meta("image")) ?? "");
    const [one, two] = [await request.get(pathname), await request.get(pathname)];
    expect(one.headers()["content-type"]).toBe("image/png");
    const body = await one.body();
    expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(body.equals(await two.body())).toBe(true);
  }
  for (const wrong of ["/cards/articles/none.png", "/cards/toString/x.png", "/cards/data/..png"])
    expect((await request.get(wrong)).status()).toBe(404);
});

test("the page of corrections says that there are none, and icons and manifest are there", async ({
  page,
  request,
}) => {
  await page.goto("/corrections");
  await expect(page.getByRole("main")).toContainText("No article has been corrected yet");
  const manifest = await page.locator('link[rel="manifest"]').getAttribute("href");
  const text = await (await request.get(manifest ?? "")).text();
  const icons = [...text.matchAll(/"src":"([^"]+)"/g)].map(([, src]) => src ?? "");
  expect(icons.length).toBeGreaterThan(1);
  for (const src of icons)
    expect((await request.get(src)).headers()["content-type"]).toBe("image/png");
  await expect(page.locator('link[rel="apple-touch-icon"]')).toHaveCount(1);
  expect((await request.get("/favicon.ico")).headers()["content-type"]).toBe("image/x-icon");
});
