import { expect, test, type Page } from "./test.ts";

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
  // Asked first: the session below takes the print media with it when it ends.
  const counted = await page
    .locator(".article")
    .evaluate((article) => getComputedStyle(article).counterReset.split(" "));
  for (const counter of ["term", "term-note"]) expect(counted).toContain(counter);
  const claims = await paintedBeside(page, ".article a.claim", "after");
  expect(claims.length).toBeGreaterThan(1);
  expect(claims).toEqual(claims.map((_, index) => String(index + 1)));
});

/** What style sheets paint before or after the elements of a selector: computed styles say how it is counted, not how far. */
async function paintedBeside(
  page: Page,
  selector: string,
  place: "before" | "after",
): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { root } = await devtools.send("DOM.getDocument");
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", {
    nodeId: root.nodeId,
    selector,
  });
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const painted: string[] = [];
  for (const nodeId of nodeIds) {
    const { node } = await devtools.send("DOM.describeNode", { nodeId });
    const beside = node.pseudoElements?.find(({ pseudoType }) => pseudoType === place);
    const seen = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === beside?.backendNodeId);
    const texts = nodes.filter(
      ({ parentId, role }) => parentId === seen?.nodeId && role?.value === "StaticText",
    );
    painted.push(texts.map(({ name }) => String(name?.value)).join(""));
  }
  await devtools.detach();
  return painted;
}
