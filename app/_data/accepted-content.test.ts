import { beforeEach, expect, test, vi } from "vitest";

const contentMark = vi.hoisted(() => vi.fn<() => Promise<string>>());
const checkContent = vi.hoisted(() => vi.fn<() => Promise<{ problems: readonly unknown[] }>>());
const storeHolds = vi.hoisted(() => vi.fn<() => Promise<string>>());
vi.mock("#lib/site/content-mark", () => ({ contentMark }));
vi.mock("#lib/site/check-content", () => ({ checkContent }));
vi.mock("#lib/site/site", () => ({ storeHolds }));
vi.mock("#lib/store/vintage-rows", () => ({ listReleases: () => Promise.resolve([]) }));
vi.mock("./report-outage.ts", () => ({ reportOutage: () => undefined }));
vi.mock("./store.ts", () => ({ store: () => ({}), reader: () => ({}) }));

const problem = { kind: "k", message: "m", at: { file: "f", line: 1, column: 1 } };

async function load() {
  const { acceptedContent, heldUpBy, recheckContent, refuseContent } =
    await import("./accepted-content.ts");
  const accepted = async () => acceptedContent(await storeHolds());
  return { accepted, heldUpBy, recheckContent, refuseContent };
}

beforeEach(() => {
  vi.resetModules();
  globalThis.tickmarkContent = undefined;
  contentMark.mockReset();
  checkContent.mockReset();
  storeHolds.mockReset().mockResolvedValue("v1");
});

test("content that changed is shown when it has passed the gate, and not before", async () => {
  const { accepted, recheckContent } = await load();
  contentMark.mockResolvedValue("a");
  expect(await accepted()).toEqual({ mark: "a", isInFolder: true });
  expect(checkContent).not.toHaveBeenCalled();
  contentMark.mockResolvedValue("b");
  checkContent.mockResolvedValue({ problems: [] });
  expect(await accepted()).toEqual({ mark: "a", isInFolder: false });
  await recheckContent();
  expect(await accepted()).toEqual({ mark: "b", isInFolder: true });
});

test("content that fails the gate never takes the place of what was good, and is asked about once", async () => {
  const { accepted, recheckContent } = await load();
  contentMark.mockResolvedValue("a");
  await accepted();
  contentMark.mockResolvedValue("broken");
  checkContent.mockResolvedValue({ problems: [problem] });
  await accepted();
  await recheckContent();
  checkContent.mockClear();
  expect(await accepted()).toEqual({ mark: "a", isInFolder: false });
  expect(checkContent).not.toHaveBeenCalled();
});

test("content that was refused is asked about again when the store has something else", async () => {
  const { accepted, recheckContent } = await load();
  contentMark.mockResolvedValue("a");
  await accepted();
  contentMark.mockResolvedValue("ahead");
  checkContent.mockResolvedValue({ problems: [problem] });
  await accepted();
  await recheckContent();
  storeHolds.mockResolvedValue("v2");
  checkContent.mockResolvedValue({ problems: [] });
  await accepted();
  await recheckContent();
  expect(await accepted()).toEqual({ mark: "ahead", isInFolder: true });
});

test("when what was there at the start does not pass, there is nothing to go by until it is mended", async () => {
  const { accepted, recheckContent } = await load();
  contentMark.mockResolvedValue("broken");
  checkContent.mockResolvedValue({ problems: [problem] });
  expect(await accepted()).toEqual({ mark: "broken", isInFolder: true });
  await recheckContent();
  expect(await accepted()).toEqual({ mark: null, isInFolder: false });
  contentMark.mockResolvedValue("mended");
  checkContent.mockResolvedValue({ problems: [] });
  expect(await accepted()).toEqual({ mark: null, isInFolder: false });
  await recheckContent();
  expect(await accepted()).toEqual({ mark: "mended", isInFolder: true });
});

test("what the gate refused when a site was opened is not put to it again", async () => {
  const { accepted, refuseContent } = await load();
  contentMark.mockResolvedValue("a");
  await accepted();
  await refuseContent({ held: "v1", content: "a", problems: [] });
  expect(await accepted()).toEqual({ mark: null, isInFolder: false });
  expect(checkContent).not.toHaveBeenCalled();
});

test("what is written to while the gate reads it is not taken for good", async () => {
  const { accepted, recheckContent } = await load();
  contentMark.mockResolvedValue("a");
  await accepted();
  contentMark.mockResolvedValueOnce("b").mockResolvedValueOnce("b").mockResolvedValue("c");
  checkContent.mockResolvedValue({ problems: [] });
  expect((await accepted()).mark).toBe("a");
  await recheckContent();
  expect(globalThis.tickmarkContent?.accepted).toBe("a");
});

test("what holds the content up is named until it is mended", async () => {
  const { accepted, heldUpBy, recheckContent } = await load();
  contentMark.mockResolvedValue("a");
  await accepted();
  expect(await heldUpBy()).toBeNull();
  contentMark.mockResolvedValue("draft");
  checkContent.mockResolvedValue({ problems: [problem] });
  await accepted();
  await recheckContent();
  expect(await heldUpBy()).toEqual(problem);
  contentMark.mockResolvedValue("mended");
  expect(await heldUpBy()).toBeNull();
});
