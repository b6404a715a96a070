import { expect, test, type Page } from "./test.ts";

const article = "/articles/did-the-world-sell-america";
const headline = /foreigners bought more than first reported/;

/** Where a reader may come from; each leaves another entry in the browser's history. */
const arrivals: readonly { from: string; arrive: (page: Page) => Promise<void> }[] = [
  {
    from: "the plain address",
    arrive: async (page) => {
      await page.goto(article);
    },
  },
  {
    from: "an address with a fragment",
    arrive: async (page) => {
      await page.goto(`${article}#how-we-know`);
    },
  },
  {
    from: "the contents",
    arrive: async (page) => {
      await page.goto(article);
      await page
        .getByRole("navigation", { name: "In this article" })
        .getByRole("link", { name: "How we know" })
        .click();
      await expect(page).toHaveURL(`${article}#how-we-know`);
    },
  },
  {
    from: "the skip link",
    arrive: async (page) => {
      await page.goto(article);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(`${article}#main`);
    },
  },
  {
    from: "another receipt's page",
    arrive: async (page) => {
      await page.goto(article);
      const href = await page.getByRole("link", { name: /^\$742\.5 billion/ }).getAttribute("href");
      await page.goto(href ?? "");
      await page.getByRole("link", { name: "Back to the sentence in its article" }).click();
      await expect(page).toHaveURL(/#claim-/);
    },
  },
];

for (const { from, arrive } of arrivals) {
  test(`a reader who came by ${from} is where they were when a receipt closes`, async ({
    page,
  }) => {
    await arrive(page);
    const figure = page.getByRole("link", { name: /^\$683\.5 billion/ });
    for (const close of ["Escape", "back"] as const) {
      await figure.scrollIntoViewIfNeeded();
      const before = await page.evaluate(() => window.scrollY);
      await figure.click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expect(page).toHaveTitle(/^Receipt for/);
      if (close === "Escape") await page.keyboard.press("Escape");
      else await page.goBack();

      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(page).toHaveTitle(headline);
      await expect(figure).toBeFocused();
      expect(await page.evaluate(() => window.scrollY)).toBe(before);
      expect(new URL(page.url()).pathname).toBe(article);
    }
  });
}

test("the slip of a claim neither covers the notes and charts beside it nor takes their clicks", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(article);
  // The first focus tells that the page is alive; the rest are too many to ask for one by one.
  const first = page.getByRole("link", { name: /^\$742\.5 billion/ });
  await expect(async () => {
    await first.blur();
    await first.focus();
    await expect(first).toHaveAttribute("data-room", { timeout: 500 });
  }).toPass();
  const { shown, covering } = await page.evaluate(async () => {
    const covering: string[] = [];
    let shown = 0;
    for (const claim of document.querySelectorAll<HTMLElement>("article.article p .claim")) {
      claim.focus();
      await new Promise((done) => setTimeout(done));
      const slip = claim.nextElementSibling;
      if (slip === null || !claim.matches("[data-room]")) continue;
      shown += 1;
      const box = slip.getBoundingClientRect();
      const covered = [...document.querySelectorAll(".note, article.article figure")].some(
        (element) => {
          const other = element.getBoundingClientRect();
          const beside = box.left < other.right && other.left < box.right;
          return beside && box.top < other.bottom && other.top < box.bottom;
        },
      );
      if (covered) covering.push(claim.innerText);
      if (getComputedStyle(slip).pointerEvents !== "none") covering.push(claim.innerText);
    }
    return { shown, covering };
  });
  expect(covering).toEqual([]);
  expect(shown).toBeGreaterThan(20);
});

test("a link in a margin note opens while a claim beside it has the focus", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(article);
  await page
    .getByRole("link", { name: /\$82\.4 billion/ })
    .last()
    .click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page
    .getByRole("note")
    .getByRole("link", { name: /^\$88\.3 billion/ })
    .click();
  await expect(page.getByRole("dialog", { name: /Receipt for “\$88\.3 billion”/ })).toBeVisible();
});
