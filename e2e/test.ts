import { test as base, type Page } from "@playwright/test";

export {
  expect,
  type APIRequestContext,
  type APIResponse,
  type Locator,
  type Page,
} from "@playwright/test";

/**
 * Playwright's test, whose pages are alive when `goto` returns. Scripts come after the first paint, and so after the `load`
 * that Playwright waits for: whoever clicks sooner follows a plain link, which is right, but not what most tests are about.
 */
export const test = base.extend({
  page: async ({ page, javaScriptEnabled }, use) => {
    const goto = page.goto.bind(page);
    page.goto = async (address, options) => {
      const response = await goto(address, options);
      if (javaScriptEnabled) await comeAlive(page);
      return response;
    };
    await use(page);
  },
});

/** Until React has taken over what a page of ours shows. What has no scripts is as it stays. */
async function comeAlive(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const main = document.getElementById("main");
      const isOurs = main !== null && document.querySelector('script[src^="/_next/"]') !== null;
      return !isOurs || Object.keys(main).some((name) => name.startsWith("__reactProps"));
    },
    undefined,
    { polling: 50 },
  );
}
