import { defineConfig } from "vitest/config";
import { asPublished } from "./scripts/resolve-for-tests.ts";

/** Tests on real PostgreSQL: a throw-away cluster at DATABASE_URL, in which each test makes a database of its own, and the seed is loaded once. */
export default defineConfig({
  plugins: [asPublished],
  test: {
    include: ["app/**/*.store.test.ts", "lib/**/*.store.test.ts", "scripts/**/*.store.test.ts"],
    globalSetup: "scripts/store-for-tests.ts",
    setupFiles: "scripts/seeded-checks.ts",
    // As in vitest.config.ts: a worker for each core, and no module loaded again for each file.
    maxWorkers: "100%",
    isolate: false,
    env: { TZ: "America/New_York", LC_ALL: "C" },
    // A hook may load the whole seed, or wait for it, on a machine that has other things to do.
    testTimeout: 60_000,
    hookTimeout: 600_000,
  },
});
