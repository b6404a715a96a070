import { beforeEach, expect, test, vi } from "vitest";

const contentMark = vi.hoisted(() => vi.fn<() => Promise<string>>());
const checkContent = vi.hoisted(() => vi.fn<() => Promise<{ problems: readonly unknown[] }>>());
vi.mock("#lib/site/content-mark", () => ({ contentMark }));
vi.mock("#lib/site/check-content", () => ({ checkContent }));
vi.mock("#lib/store/vintage-rows", () => ({ listReleases: () => Promise.resolve([]) }));
vi.mock("./report-outage.ts", () => ({ reportOutage: () => undefined }));
vi.mock("./store.ts", () => ({ store: () => ({}), reader: () => ({}) }));

const problem = { kind: "k", message: "m", at: { file: "f", line: 1, column: 1 } };

beforeEach(() => {
  vi.resetModules();
  globalThis.tickmarkContent = undefined;
  contentMark.mockReset();
  checkContent.mockReset();
});

test("content that changed is shown when it has passed the gate, and not before", async () => {
  const { acceptedContent, recheckContent } = await import("./accepted-content.ts");
  contentMark.mockResolvedValue("a");
  expect(await acceptedContent()).toBe("a");
  expect(checkContent).not.toHaveBeenCalled();
  contentMark.mockResolvedValue("b");
  checkContent.mockResolvedValue({ problems: [] });
  expect(await acceptedContent()).toBe("a");
  await recheckContent();
  expect(await acceptedContent()).toBe("b");
});

test("content that fails the gate never takes the place of what was good, and is asked about once", async () => {
  const { acceptedContent, recheckContent } = await import("./accepted-content.ts");
  contentMark.mockResolvedValue("a");
  await acceptedContent();
  contentMark.mockResolvedValue("broken");
  checkContent.mockResolvedValue({ problems: [problem] });
  await acceptedContent();
  await recheckContent();
  checkContent.mockClear();
  expect(await acceptedContent()).toBe("a");
  expect(checkContent).not.toHaveBeenCalled();
});

test("when what was there at the start does not pass, there is nothing to go by until it is mended", async () => {
  const { acceptedContent, recheckContent } = await import("./accepted-content.ts");
  contentMark.mockResolvedValue("broken");
  checkContent.mockResolvedValue({ problems: [problem] });
  expect(await acceptedContent()).toBe("broken");
  await recheckContent();
  await expect(acceptedContent()).rejects.toThrow("does not pass the gate");
  contentMark.mockResolvedValue("mended");
  checkContent.mockResolvedValue({ problems: [] });
  expect(await acceptedContent()).toBe("mended");
});

test("what is written to while the gate reads it is not taken for good", async () => {
  const { acceptedContent, recheckContent } = await import("./accepted-content.ts");
  contentMark.mockResolvedValue("a");
  await acceptedContent();
  contentMark.mockResolvedValueOnce("b").mockResolvedValueOnce("b").mockResolvedValue("c");
  checkContent.mockResolvedValue({ problems: [] });
  expect(await acceptedContent()).toBe("a");
  await recheckContent();
  expect(globalThis.tickmarkContent?.accepted).toBe("a");
});
