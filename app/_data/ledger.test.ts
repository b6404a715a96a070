import { afterEach, beforeEach, expect, test, vi } from "vitest";

const { ledger, makeLedgerFiles } = vi.hoisted(() => ({
  ledger: vi.fn<(slug: string) => Promise<object | null>>(),
  makeLedgerFiles: vi.fn<() => Promise<object>>(),
}));
vi.mock("server-only", () => ({}));
vi.mock("#lib/site/ledger-files", () => ({ makeLedgerFiles }));
vi.mock("./site.ts", () => ({ getSite: () => Promise.resolve({ holds: "a", ledger }) }));

const files = { "claims.csv": { body: Buffer.from("x") } };

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("NODE_ENV", "production");
  ledger.mockReset().mockResolvedValue({});
  makeLedgerFiles.mockReset().mockResolvedValue(files);
});
afterEach(() => vi.unstubAllEnvs());

test("all who ask for the files of an article at once, and later, share what is made once", async () => {
  const { getLedgerFiles } = await import("./ledger.ts");
  expect(await Promise.all([getLedgerFiles("one"), getLedgerFiles("one")])).toEqual([files, files]);
  expect(await getLedgerFiles("one")).toBe(files);
  expect(makeLedgerFiles).toHaveBeenCalledOnce();
});

test("files that could not be made are made for the next who asks", async () => {
  makeLedgerFiles.mockRejectedValueOnce(new Error("gone"));
  const { getLedgerFiles } = await import("./ledger.ts");
  const both = [getLedgerFiles("one"), getLedgerFiles("one")];
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual([
    "rejected",
    "rejected",
  ]);
  expect(await getLedgerFiles("one")).toBe(files);
  expect(makeLedgerFiles).toHaveBeenCalledTimes(2);
});

test("an article that does not exist has no files", async () => {
  ledger.mockResolvedValue(null);
  const { getLedgerFiles } = await import("./ledger.ts");
  expect(await getLedgerFiles("none")).toBeNull();
});
