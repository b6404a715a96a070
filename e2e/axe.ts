import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "./test.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds against WCAG 2.2 AA and good practice, as `rule: where`. `within` selects a part of the page, all of it unless told. */
export async function axeFindings(page: Page, within?: string): Promise<string[]> {
  return findings((await builder(page)).withTags(rules), within);
}

/** So many rows of tables that are built alike are looked at; axe takes seconds for hundreds, and finds in each the same. */
const rowsOfAKind = 12;

/** Hides the rows that are built as a dozen before them are: the same elements, classes and roles, whatever they say. */
export async function hideRowsAlike(page: Page): Promise<void> {
  await page.evaluate((most) => {
    const seen = new Map<string, number>();
    for (const row of document.querySelectorAll("tbody tr")) {
      const elements = [row, ...row.querySelectorAll("*")].map((element) => [
        element.tagName,
        ...["class", "role"].map((name) => element.getAttribute(name)),
      ]);
      const kind = JSON.stringify(elements);
      const count = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, count);
      // Not removed: React would miss them.
      if (count > most && row instanceof HTMLElement) {
        row.style.setProperty("display", "none", "important");
      }
    }
  }, rowsOfAKind);
}

/** What axe finds besides in dark mode, which changes colours alone, on a page that was looked at in light mode. */
export async function axeFindingsInTheDark(page: Page, within?: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "dark" });
  const axe = (await builder(page)).withRules(["color-contrast", "link-in-text-block"]);
  return findings(axe, within);
}

/**
 * Whatever is right is not described, and all is done in the page itself: no page of ours has frames. Axe stays in a page that
 * it was put into: a megabyte of script is read and warmed once for all looks.
 */
async function builder(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => "axe" in window);
  const axe = new AxeBuilder(isThere ? { page, axeSource: ";" } : { page });
  return axe.options({ resultTypes: ["violations"] }).setLegacyMode();
}

async function findings(axe: AxeBuilder, within: string | undefined): Promise<string[]> {
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}
