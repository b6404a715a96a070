import { axeFindings } from "./axe.ts";
import { publishRevision, revisionDay } from "./publish-revision.ts";
import { expect, test } from "./test.ts";

// Apart from the journeys of readers (see playwright.config.ts): it adds a vintage to the store, which only ever grows.

const article = "/articles/did-the-world-sell-america";

test("when the store changes, the chart changes; and a reader is told which claims no longer hold", async ({
  page,
}) => {
  const chart = page.locator("#chart-three-holders");
  const december = async () => {
    const details = chart.locator(".chart-table");
    if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
    return (
      (await chart.getByRole("row").allTextContents()).find((row) =>
        row.includes("December 2025"),
      ) ?? ""
    );
  };
  await page.goto(article);
  expect(await december()).toContain("1,185.5");
  await publishRevision(process.env["DATABASE_URL"] ?? "");

  // Within seconds every page knows the new vintage, or later where the readers’ journeys are run beside; the article’s own stays as it was.
  await expect
    .poll(
      async () => {
        await page.goto(article);
        return chart.getByLabel("As of").locator("option").allTextContents();
      },
      { timeout: 60_000, intervals: [500] },
    )
    .toContain("July 14, 2026");
  expect(await december()).toContain("1,185.5");
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-live=true]")).toHaveCount(1);
  await chart.getByLabel("As of").selectOption(revisionDay);
  await expect.poll(december).toContain("1,234.5");

  // Japan's fall of 17.2 billion has become a rise: the meaning changed.
  const claim = page.getByRole("link", { name: /^\$17\.2 billion/ });
  await claim.click();
  const receipt = page.getByRole("dialog");
  await expect(receipt).toContainText("July 14, 2026");
  await expect(receipt).toContainText("−$31.8 billion");
});

// After the one above: the figures it published are held.
test("the article now has both values of what changed, and a reader who switches stays at the same claim", async ({
  page,
}) => {
  await page.goto(`${article}/now`);
  const summary = page.getByRole("region", { name: "Since June 18, 2026" });
  await expect(summary).toContainText(/Of \d+ claims, \d+\shave the same value.*flipped/);
  await summary.getByText(/values that changed/).click();
  const fall = summary.getByRole("row").filter({ hasText: "−$31.8 billion" });
  await expect(fall).toContainText("$17.2 billion");
  await expect(fall).toContainText("Flipped since");

  // From one difference to the next by plain links, to the last and back to the head.
  await page.getByRole("link", { name: "First difference" }).click();
  await expect(page.getByText("[now −$31.8 billion")).toBeInViewport();
  await expect(
    page.getByRole("link", { name: /^\$17\.2 billion \(flipped since\)/ }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Next difference" }).first().click();
  await expect(page.getByText("[now up $49 billion")).toBeInViewport();
  await page.getByRole("link", { name: "Back to what has changed" }).click();
  await expect(summary).toBeInViewport();

  const chart = page.locator("#chart-three-holders");
  await expect(chart.locator(".chart-source")).toContainText("vintage of July 14, 2026");
  await expect(chart.locator(".chart-measure")).toContainText("June 18, 2026 differs");
  await expect(chart.getByLabel("Compare with")).toHaveValue("2026-06-18");
  await expect(page.locator("#chart-yearly-net-purchases + .now-chart-note")).toContainText(
    "No figure of this chart has been revised",
  );
  expect(await axeFindings(page)).toEqual([]);

  // In the middle of the text: the claim that is first below the switch stays at its height.
  const claim = page.getByRole("link", { name: /^\$683\.5 billion/ });
  const height = () => claim.evaluate((link) => Math.round(link.getBoundingClientRect().top));
  await claim.evaluate((link) =>
    window.scrollTo(0, link.getBoundingClientRect().top + window.scrollY - 200),
  );
  const before = await height();
  const then = page.getByRole("link", { name: "As published June 18, 2026" });
  await then.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(article);
  await expect(then).toBeFocused();
  await expect(then).toHaveAttribute("aria-current", "page");
  expect(Math.abs((await height()) - before)).toBeLessThanOrEqual(40);
  await expect(page.getByText(/^\d+ of \d+ claims have moved$/)).toBeVisible();
});
