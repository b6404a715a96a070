import { defineConfig } from "vitest/config";
import { asPublished } from "./scripts/resolve-for-tests.ts";

const settings = {
  exclude: ["**/*.store.test.ts"],
  setupFiles: "scripts/seeded-checks.ts",
  // The clock, zone and locale of the machine must not matter; a zone west of UTC catches dates that slip a day.
  env: { TZ: "America/New_York", LC_ALL: "C" },
  // Whoever waits is a machine that does something else as well; what hangs is still found.
  testTimeout: 20_000,
};

/** Tests of lib put nothing in the place of a module, so files share what is loaded: half of the time was loading it again. */
export default defineConfig({
  test: {
    // Vitest keeps one core free unless told, and of two that is half of the machine.
    maxWorkers: "100%",
    projects: [
      {
        plugins: [asPublished],
        test: { name: "lib", include: ["lib/**/*.test.ts"], isolate: false, ...settings },
      },
      {
        plugins: [asPublished],
        test: {
          name: "rest",
          include: ["scripts/**/*.test.ts", "app/**/*.test.ts", "bench/**/*.test.ts"],
          ...settings,
        },
      },
    ],
  },
});
