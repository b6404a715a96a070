import { expect, type Page } from "../test.ts";

const chart = "/charts/three-holders";

/** The server action that a chart calls, found as anybody would: by looking at what the browser sends. */
export async function findAction(page: Page): Promise<{ address: string; action: string }> {
  await page.goto(chart);
  const sent = page.waitForRequest((one) => one.method() === "POST");
  await page.getByLabel("As of").first().selectOption("2026-02-18");
  const { "next-action": action = "" } = await (await sent).allHeaders();
  expect(action).not.toBe("");
  return { address: chart, action };
}
