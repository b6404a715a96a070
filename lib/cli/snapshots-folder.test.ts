import { afterEach, expect, test, vi } from "vitest";
import type { Context } from "./context.ts";
import { syncCommand } from "./sync-command.ts";
import { verifyCommand } from "./verify-command.ts";

afterEach(() => vi.unstubAllEnvs());

const context: Context = { databaseUrl: "", print: () => undefined, printError: () => undefined };

test.each([
  ["/srv/tickmark/snapshots", "/srv/tickmark/snapshots"],
  ["", ".tickmark/snapshots"],
])("sync and verify ask the same variable: %j", (given, folder) => {
  vi.stubEnv("TICKMARK_SNAPSHOTS", given);
  for (const make of [syncCommand, verifyCommand])
    expect(make(context, () => undefined).opts()).toMatchObject({ keep: folder });
});
