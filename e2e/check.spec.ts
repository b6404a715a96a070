import { axeFindings } from "./axe.ts";
import { expect, test, type Page } from "./test.ts";
import { untilChecked } from "./until-checked.ts";

/** The text of ours, computed from the store: each outcome once. */
async function checkSample(page: Page): Promise<void> {
  await page.goto("/check");
  await page.getByRole("link", { name: "Try it with a text of ours" }).click();
  await expect(page.getByRole("textbox")).toHaveValue(/Japan held \$/);
  await untilChecked(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "4 figures: 1 supported, 1 drifted, 1 contradicted, 1 unknown",
  );
}

/** Opens the receipt of a figure from the text, and reads what stands behind it. */
async function openReceipt(page: Page): Promise<void> {
  const drifted = page.getByRole("link", {
    name: /\$889\.0 billion \(drifted\) now \$879\.8 billion/,
  });
  await drifted.click();
  const receipt = page.locator("#figure-3");
  await expect(receipt).toBeVisible();
  await expect(
    receipt.getByText("at(mfh.holdings.united-kingdom, 2025-11)", { exact: true }),
  ).toBeVisible();
  const vintages = receipt.getByRole("table").filter({ hasText: "From the vintage of" });
  await expect(vintages.getByRole("row").nth(1)).toContainText("February 18, 2026");
  await expect(vintages.getByRole("row").nth(2)).toContainText("$879.8 billion");
  await expect(receipt.getByText("SHA-256").first()).toBeVisible();
  await expect(receipt.getByRole("link", { name: /United Kingdom$/ }).first()).toHaveAttribute(
    "href",
    "/data/mfh.holdings.united-kingdom",
  );
}

for (const { width, colorScheme } of [
  { width: 360, colorScheme: "dark" },
  { width: 1280, colorScheme: "light" },
] as const) {
  test.describe(`${width} wide, ${colorScheme}`, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme });

    test("a reporter checks a text, and opens what stands behind a figure", async ({ page }) => {
      await checkSample(page);
      await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
      await openReceipt(page);
      expect(await axeFindings(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      // Back closes the receipt, and leads to its figure.
      await page.goBack();
      await expect(page.locator("#figure-3")).toBeHidden();
      await expect(page.locator("#mention-3")).toBeFocused();
      // Who leaves the site and comes back finds the answer, though nothing was kept but in this tab.
      await page.locator("#mention-3").click();
      await page.goto("/feed.xml");
      await page.goBack();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^4 figures/);
      await expect(page.locator("#figure-3")).toBeVisible();
      // The text is in the box again, and a second answer takes the place of the first.
      await page.getByRole("textbox").fill("Nothing to count.");
      await page.getByRole("button", { name: "Check the figures" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("No figures found");
      await expect(page).toHaveTitle(/Tickmark/);
      expect(await axeFindings(page)).toEqual([]);
      await expect(page).toHaveURL(/\/check(\?sample=holders)?(#figure-3)?$/);
    });

    test.describe("without JavaScript", () => {
      test.use({ javaScriptEnabled: false });

      test("the answer and all receipts are in the page that comes back", async ({ page }) => {
        await checkSample(page);
        await openReceipt(page);
        await page.goBack();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^4 figures/);
        await page
          .locator("#figure-2")
          .evaluate((one) => one.closest("details")?.setAttribute("open", ""));
        await expect(page.locator("#figure-2")).toContainText(/vintages? held/);
      });
    });
  });
}

test("what is pasted is shown as text, and nothing of it runs", async ({ page }) => {
  let ran = false;
  page.on("dialog", (dialog) => {
    ran = true;
    void dialog.dismiss();
  });
  await page.goto("/check");
  for (const [pasted, shown] of [
    ["<script>alert(1)</script>", "There are no words in it."],
    ["<img src=x onerror=alert(1)> Japan held 5 of them", "Japan held 5 of them"],
    ["<foo onclick=alert(1)>{alert(1)}${alert(1)}", "<foo onclick=alert(1)>{alert(1)}${alert(1)}"],
    ["\u202e$6.1 billion\u202c", "Marks that turn the direction of writing were left out."],
    ["日本は1.1兆ドルを保有 👍🏽 حيازات", "日本は1.1兆ドルを保有 👍🏽 حيازات"],
    ["| a | b |\n|---|---|\n| Japan | $99.9 trillion |", "$99.9 trillion"],
    ["   ", "There is no text to check."],
  ] as const) {
    await page.getByRole("textbox").fill(pasted);
    await page.getByRole("button", { name: "Check the figures" }).click();
    await expect(page.locator(".check").getByText(shown).first(), pasted).toBeVisible();
  }
  expect(ran).toBe(false);
});

test("a text that is too long is held back before it is sent, and the button says why", async ({
  page,
}) => {
  await page.goto("/check");
  const box = page.getByRole("textbox");
  await box.fill("1".repeat(20_001));
  await expect(
    page.getByText("20,001 characters; 1 too many. Check it part by part."),
  ).toBeVisible();
  await page.getByRole("button", { name: "Check the figures" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "20,001 characters" })).toBeInViewport();
  await expect(box).toHaveValue(/^1{20001}$/);
});

test("a text that could not be sent stays in the box, and can be sent again", async ({ page }) => {
  await page.goto("/check");
  let fail: () => void = () => undefined;
  const failing = new Promise<void>((resolve) => (fail = resolve));
  await page.route("**/check", async (route) => {
    if (route.request().method() !== "POST") return route.continue();
    await failing;
    return route.abort();
  });
  const box = page.getByRole("textbox");
  await box.fill("Japan held $99.9 trillion of Treasury securities in December 2025.");
  await page.getByRole("button", { name: "Check the figures" }).click();
  await expect(page.getByText("Checking …")).toBeVisible();
  // What were typed now would go with the box when the answer comes.
  await expect(box).not.toBeEditable();
  fail();
  await expect(page.getByText("No answer came. The text is still in the box")).toBeVisible();
  await expect(box).toHaveValue(/^Japan held/);
  await page.unroute("**/check");
  await page.getByRole("button", { name: "Check the figures" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 figure: 1 contradicted");
});

test("the form takes bodies of its own kind and size, from its own pages, a while at a time", async ({
  request,
  baseURL,
}) => {
  const page = await (await request.get("/check")).text();
  const action = /name="(?<name>\$ACTION_ID_[\da-f]+)"/.exec(page)?.groups?.["name"] ?? "";
  expect(action).not.toBe("");
  const post = (
    text: string,
    headers: Record<string, string> = {},
    fields: Record<string, string> = {},
  ) => request.post("/check", { headers, multipart: { [action]: "", text, asOf: "", ...fields } });
  const inside = /postgres|prisma|\/lib\/|node_modules|at \w+ \(/i;

  const answered = await post("Japan held $99.9 trillion of Treasury securities in December 2025.");
  expect(answered.status()).toBe(200);
  expect(answered.headers()).toMatchObject({
    "cache-control": expect.stringContaining("no-store"),
  });
  expect(answered.headers()["set-cookie"]).toBeUndefined();

  for (const [text, said] of [
    ["1".repeat(40_000), "at most 20,000 are read at once"],
    ["\0\0", "no words"],
    ["", "no text to check"],
  ] as const) {
    const answer = await post(text);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain(said);
  }
  expect((await post("a", {}, { asOf: "2026-02-30" })).status()).toBe(200);
  for (const [status, response] of [
    [413, await post("1".repeat(10_000_000))],
    [403, await post("a", { origin: "https://elsewhere.example" })],
    [400, await post("a", {}, { extra: "a" })],
    [400, await post("a", {}, { "0": '["$F1"]' })],
    [400, await post("a", { "next-action": action.replace("$ACTION_ID_", "") })],
    [415, await request.post("/check", { form: { text: "a" } })],
    [405, await request.post("/about", { multipart: { text: "a" } })],
  ] as const) {
    expect(response.status()).toBe(status);
    expect(await response.text()).not.toMatch(inside);
  }

  // Who asks without end waits; others do not.
  const crowd = { "x-forwarded-for": "198.51.100.7", origin: baseURL ?? "" };
  const many = await Promise.all(Array.from({ length: 40 }, () => post("a", crowd)));
  const said = await Promise.all(many.map((one) => one.text()));
  expect(said.some((text) => text.includes("many texts have come in a short time"))).toBe(true);
  expect(
    await (await post("Nothing.", { ...crowd, "x-forwarded-for": "198.51.100.8" })).text(),
  ).not.toContain("in a short time");
});
