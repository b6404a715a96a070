import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "./test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds against WCAG 2.2 AA and good practice, as `rule: where`. `within` selects a part of the page, all of it unless told. */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  return findings(builder(page).withTags(rules), within);
}

/** What axe finds besides in dark mode, which changes colours alone, on a page that was looked at in light mode. */
export async function axeFindingsInTheDark(page: Page, within?: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  return findings(builder(page).withRules(["color-contrast", "link-in-text-block"]), within);
}

/** Whatever is right is not described, and all is done in the page itself: no page of ours has frames. */
function builder(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
}

async function findings(axe: AxeBuilder, within: string | undefined): Promise<string[]> {
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}
