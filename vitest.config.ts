import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["lib/**/*.test.ts", "scripts/**/*.test.ts", "app/**/*.test.ts"],
    exclude: ["**/*.store.test.ts"],
    setupFiles: "scripts/seeded-checks.ts",
    // The clock, zone and locale of the machine must not matter; a zone west of UTC catches dates that slip a day.
    env: { TZ: "America/New_York", LC_ALL: "C" },
  },
});
