import { beforeEach, expect, test, vi } from "vitest";

const contentState = vi.hoisted(() => vi.fn<() => object>());
const checkContent = vi.hoisted(() => vi.fn<() => Promise<{ problems: readonly unknown[] }>>());
const storeHolds = vi.hoisted(() => vi.fn<() => Promise<string>>());
vi.mock("#lib/site/content-state", () => ({ contentState }));
vi.mock("#lib/site/shown-content", () => ({
  gatedMark: ({ mark }: { mark: string }) => mark,
  gatedStamp: ({ mark, stamp = "" }: { mark: string; stamp?: string }) => `${mark} ${stamp}`,
  shownContent: () => ({ mark: shown }),
}));
vi.mock("#lib/site/check-content", () => ({ checkContent }));
vi.mock("#lib/site/holds", () => ({ storeHolds }));
vi.mock("#lib/store/vintage-rows", () => ({ listReleases: () => Promise.resolve([]) }));
vi.mock("./report-outage.ts", () => ({ reportOutage: () => undefined }));
vi.mock("./store.ts", () => ({ store: () => ({}), reader: () => ({}) }));

let shown = "today";
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
  contentState.mockReset();
  checkContent.mockReset();
  shown = "today";
  storeHolds.mockReset().mockResolvedValue("v1");
});

test("content that changed is shown when it has passed the gate, and not before", async () => {
  const { accepted, recheckContent } = await load();
  contentState.mockReturnValue({ mark: "a" });
  expect(await accepted()).toEqual({ content: { mark: "a" }, isInFolder: true });
  expect(checkContent).not.toHaveBeenCalled();
  contentState.mockReturnValue({ mark: "b" });
  checkContent.mockResolvedValue({ problems: [] });
  expect(await accepted()).toEqual({ content: { mark: "a" }, isInFolder: false });
  await recheckContent();
  expect(await accepted()).toEqual({ content: { mark: "b" }, isInFolder: true });
});

test("content that fails the gate never takes the place of what was good, and is asked about once", async () => {
  const { accepted, recheckContent } = await load();
  contentState.mockReturnValue({ mark: "a" });
  await accepted();
  contentState.mockReturnValue({ mark: "broken" });
  checkContent.mockResolvedValue({ problems: [problem] });
  await accepted();
  await recheckContent();
  checkContent.mockClear();
  expect(await accepted()).toEqual({ content: { mark: "a" }, isInFolder: false });
  expect(checkContent).not.toHaveBeenCalled();
});

test("content that was refused is asked about again when the store has something else", async () => {
  const { accepted, recheckContent } = await load();
  contentState.mockReturnValue({ mark: "a" });
  await accepted();
  contentState.mockReturnValue({ mark: "ahead" });
  checkContent.mockResolvedValue({ problems: [problem] });
  await accepted();
  await recheckContent();
  storeHolds.mockResolvedValue("v2");
  checkContent.mockResolvedValue({ problems: [] });
  await accepted();
  await recheckContent();
  expect(await accepted()).toEqual({ content: { mark: "ahead" }, isInFolder: true });
});

test("content that was refused is asked about again when an article has appeared", async () => {
  const { accepted, recheckContent } = await load();
  contentState.mockReturnValue({ mark: "a" });
  await accepted();
  contentState.mockReturnValue({ mark: "linking" });
  checkContent.mockResolvedValue({ problems: [problem] });
  await accepted();
  await recheckContent();
  shown = "tomorrow";
  checkContent.mockResolvedValue({ problems: [] });
  await accepted();
  await recheckContent();
  expect(await accepted()).toEqual({ content: { mark: "linking" }, isInFolder: true });
});

test("when what was there at the start does not pass, there is nothing to go by until it is mended", async () => {
  const { accepted, recheckContent } = await load();
  contentState.mockReturnValue({ mark: "broken" });
  checkContent.mockResolvedValue({ problems: [problem] });
  expect(await accepted()).toEqual({ content: { mark: "broken" }, isInFolder: true });
  await recheckContent();
  expect(await accepted()).toEqual({ content: null, isInFolder: false });
  contentState.mockReturnValue({ mark: "mended" });
  checkContent.mockResolvedValue({ problems: [] });
  expect(await accepted()).toEqual({ content: null, isInFolder: false });
  await recheckContent();
  expect(await accepted()).toEqual({ content: { mark: "mended" }, isInFolder: true });
});

test("what the gate refused when a site was opened is not put to it again", async () => {
  const { accepted, refuseContent } = await load();
  contentState.mockReturnValue({ mark: "a" });
  await accepted();
  refuseContent({ held: "v1", content: "a", shown: "today", problems: [] });
  expect(await accepted()).toEqual({ content: null, isInFolder: false });
  expect(checkContent).not.toHaveBeenCalled();
});

test("what is written to while the gate reads it is not taken for good", async () => {
  const { accepted, recheckContent } = await load();
  contentState.mockReturnValue({ mark: "a" });
  await accepted();
  contentState
    .mockReturnValueOnce({ mark: "b" })
    .mockReturnValueOnce({ mark: "b" })
    .mockReturnValue({ mark: "c" });
  checkContent.mockResolvedValue({ problems: [] });
  expect((await accepted()).content).toEqual({ mark: "a" });
  await recheckContent();
  expect(globalThis.tickmarkContent?.accepted).toEqual({ mark: "a" });
});

test("what was changed and undone while the gate read it is neither refused nor taken for good", async () => {
  const { accepted, heldUpBy, recheckContent } = await load();
  contentState.mockReturnValue({ mark: "a" });
  await accepted();
  for (const problems of [[problem], []]) {
    contentState
      .mockReturnValueOnce({ mark: "b", stamp: "before" })
      .mockReturnValueOnce({ mark: "b", stamp: "before" })
      .mockReturnValue({ mark: "b", stamp: "after" });
    checkContent.mockResolvedValueOnce({ problems });
    await accepted();
    await recheckContent();
    expect([globalThis.tickmarkContent?.accepted, heldUpBy()]).toEqual([{ mark: "a" }, null]);
  }
  checkContent.mockResolvedValue({ problems: [] });
  await accepted();
  await recheckContent();
  expect((await accepted()).isInFolder).toBe(true);
});

test("what holds the content up is named until it is mended", async () => {
  const { accepted, heldUpBy, recheckContent } = await load();
  contentState.mockReturnValue({ mark: "a" });
  await accepted();
  expect(heldUpBy()).toBeNull();
  contentState.mockReturnValue({ mark: "draft" });
  checkContent.mockResolvedValue({ problems: [problem] });
  await accepted();
  await recheckContent();
  expect(heldUpBy()).toEqual(problem);
  contentState.mockReturnValue({ mark: "mended" });
  expect(heldUpBy()).toBeNull();
});

test("a draft that changed is taken for what there is, and the gate is not asked", async () => {
  const { accepted } = await load();
  contentState.mockReturnValue({ mark: "a", draft: 1 });
  await accepted();
  contentState.mockReturnValue({ mark: "a", draft: 2 });
  expect(await accepted()).toEqual({ content: { mark: "a", draft: 2 }, isInFolder: true });
  expect(checkContent).not.toHaveBeenCalled();
});
