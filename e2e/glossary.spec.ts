import { expect, test } from "./test.ts";
import { axeFindings } from "./axe.ts";

const article = "/articles/did-the-world-sell-america";

test("a term opens where it stands, and closes back to its word", async ({ page }) => {
  await page.goto(article);
  const word = page.getByRole("link", { name: "fund centers" });
  await word.click();
  const note = page.getByRole("dialog", { name: "Custody center" });
  await expect(note).toBeVisible();
  await expect(note).toContainText("for owners elsewhere");
  await expect(page).toHaveURL(article);
  await expect(word).toHaveAttribute("aria-expanded", "true");
  expect(await axeFindings(page, "#term-custody-center")).toEqual([]);

  await note.getByRole("button", { name: "Close" }).click();
  await expect(note).toBeHidden();
  await expect(word).toHaveAttribute("aria-expanded", "false");
});

test("a term opens and closes by keyboard, and its note leads to the glossary", async ({
  page,
}) => {
  await page.goto(article);
  const word = page.getByRole("link", { name: "fund centers" });
  const note = page.getByRole("dialog", { name: "Custody center" });
  await expect(word).toHaveAttribute("aria-haspopup", "dialog");
  await word.focus();
  await page.keyboard.press("Enter");
  await expect(note).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(note).toBeHidden();
  await expect(word).toBeFocused();

  await page.keyboard.press("Enter");
  await note.getByRole("link", { name: "In the glossary" }).click();
  await expect(page).toHaveURL("/glossary#custody-center");
  await expect(page.locator("#custody-center")).toBeInViewport();
});

test("the glossary leads to each of its terms, and every way from them is there", async ({
  page,
  request,
}) => {
  await page.goto("/glossary");
  const jumps = page.getByRole("navigation", { name: "Terms" }).getByRole("link");
  const terms = page.getByRole("term");
  expect(await jumps.count()).toBeGreaterThan(10);
  expect(await jumps.count()).toBe(await terms.count());
  for (const jump of await jumps.all()) {
    const target = page.locator((await jump.getAttribute("href")) ?? "nowhere");
    await expect(target.getByRole("term")).toContainText(await jump.innerText());
  }

  const center = page.locator("#custody-center");
  await center.getByRole("link", { name: "Custodial bias" }).click();
  await expect(page).toHaveURL("/glossary#custodial-bias");
  await expect(page.locator("#custodial-bias")).toBeInViewport();
  const ways = await center
    .getByRole("link")
    .evaluateAll((links) =>
      links.flatMap((link) => (link instanceof HTMLAnchorElement ? [link.href] : [])),
    );
  expect(ways.length).toBeGreaterThan(2);
  for (const way of ways) expect((await request.get(way)).status(), way).toBe(200);
  await center.getByRole("link", { name: /Sell America/ }).click();
  await expect(page).toHaveURL(article);
});

test("topics lead to a topic, and a topic to its articles, figures and charts", async ({
  page,
  request,
}) => {
  await page.goto("/topics");
  await page.getByRole("link", { name: "Cross-border capital" }).click();
  await expect(page).toHaveURL("/topics/cross-border-capital");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cross-border capital");
  const main = page.getByRole("main");
  const ways = await main
    .getByRole("link")
    .evaluateAll((links) =>
      links.flatMap((link) =>
        link instanceof HTMLAnchorElement && link.origin === location.origin ? [link.pathname] : [],
      ),
    );
  for (const kind of ["/articles/", "/data/", "/charts/"])
    expect(
      ways.some((way) => way.startsWith(kind)),
      kind,
    ).toBe(true);
  for (const way of ways) expect((await request.get(way)).status(), way).toBe(200);
  const articles = main.getByRole("region", { name: "Articles" }).getByRole("link");
  expect(await articles.count()).toBeGreaterThan(1);
  await articles.filter({ hasText: "Sell America" }).first().click();
  await expect(page).toHaveURL(article);
});
