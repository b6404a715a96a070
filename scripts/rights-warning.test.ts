import { expect, test, vi } from "vitest";
import { warnOfRights } from "./rights-warning.ts";

const mayChangeStore = vi.hoisted(() => vi.fn<() => Promise<boolean>>());
vi.mock("#lib/store/may-change-store", () => ({ mayChangeStore }));

async function said(): Promise<string> {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  await warnOfRights("postgresql://web@db.example/tickmark");
  const text = warn.mock.calls.join("\n");
  warn.mockRestore();
  return text;
}

test("who may only read is not warned of, and who may write is", async () => {
  mayChangeStore.mockResolvedValueOnce(false);
  expect(await said()).toBe("");
  mayChangeStore.mockResolvedValueOnce(true);
  expect(await said()).toContain("npx tickmark web-role");
});

test("what cannot be told is not passed over", async () => {
  mayChangeStore.mockRejectedValueOnce(new Error('relation "observation" does not exist'));
  expect(await said()).toMatch(/could not be told: relation "observation"/);
});
