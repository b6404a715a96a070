import { defineConfig } from "vitest/config";

/** Tests on real PostgreSQL: a throw-away cluster at DATABASE_URL, in which each test makes a database of its own. */
export default defineConfig({
  test: {
    include: ["lib/**/*.store.test.ts", "scripts/**/*.store.test.ts"],
    globalSetup: "scripts/store-for-tests.ts",
    setupFiles: "scripts/seeded-checks.ts",
    env: { TZ: "America/New_York", LC_ALL: "C" },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
