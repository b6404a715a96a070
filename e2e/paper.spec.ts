import { expect, test } from "@playwright/test";

test("on paper each claim has the number of its note, chart headlines included", async ({
  page,
}) => {
  await page.goto("/articles/did-the-world-sell-america");
  await page.emulateMedia({ media: "print" });
  const claims = await page
    .locator(".article a.claim")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/").at(-1)));
  const notes = await page
    .locator(".print-notes li")
    .evaluateAll((items) => items.map((item) => item.textContent.split("/").at(-1)));
  expect(claims.length).toBeGreaterThan(0);
  expect(notes).toEqual(claims);
});

test("the claims of an article are counted through on paper, whatever else is counted", async ({
  page,
}) => {
  await page.goto("/articles/did-the-world-sell-america");
  await page.emulateMedia({ media: "print" });
  const counted = await page
    .locator(".article")
    .evaluate((article) => getComputedStyle(article).counterReset);
  for (const counter of ["claim", "term", "term-note"]) expect(counted).toContain(counter);
});
