import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "./test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds against WCAG 2.2 AA and good practice, as `rule: where`. `within` selects a part of the page, all of it unless told. */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // Whatever is right is not described, and all is done in the page itself: no page of ours has frames.
    .options({ resultTypes: ["violations"] })
    .setLegacyMode()
    .withTags(rules);
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}
