import path from "node:path";
import { defineConfig } from "@playwright/test";

// `npm test` serves the production build on a throw-away store and says where. By hand: `npm start`, then `npx playwright test`.
const { BASE_URL, CHROMIUM_PATH, CI, PLAYWRIGHT_JSON_OUTPUT_NAME } = process.env;

/** Journeys in a folder of their own: how long one may take, in milliseconds. They start what they need. */
const apart = { faults: 300_000, machines: 600_000, security: 60_000 };

export default defineConfig({
  testDir: "e2e",
  outputDir: ".tickmark/browser-results",
  forbidOnly: Boolean(CI),
  retries: CI ? 1 : 0,
  // Two: the machine that checks us has two cores.
  workers: 2,
  // Three lanes of journeys share two cores.
  timeout: 60_000,
  // Whoever waits is a machine that does something else as well; what never comes is still found. How fast it comes, the benches say.
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: PLAYWRIGHT_JSON_OUTPUT_NAME ?? ".tickmark/browser-tests.json" }],
  ],
  // The journeys that add a vintage come one after the other: the store they change only ever grows. `npm test` runs them beside
  // the others, on a site of their own; by hand there is one site, and they come when all others are done.
  projects: [
    {
      name: "journeys",
      testIgnore: [
        ...["new-vintage.spec.ts", "desk.spec.ts", "new-content.spec.ts"],
        ...Object.keys(apart).map((folder) => path.join(import.meta.dirname, "e2e", folder, "**")),
      ],
    },
    {
      name: "new vintage",
      testMatch: "new-vintage.spec.ts",
      dependencies: ["journeys"],
      timeout: 120_000,
    },
    {
      name: "desk",
      testMatch: "desk.spec.ts",
      dependencies: ["new vintage"],
      timeout: 120_000,
    },
    {
      name: "new content",
      testMatch: "new-content.spec.ts",
      dependencies: ["desk"],
      timeout: 120_000,
    },
    ...Object.entries(apart).map(([name, timeout]) => ({
      name,
      testDir: `e2e/${name}`,
      timeout,
    })),
  ],
  use: {
    baseURL: BASE_URL ?? "http://localhost:3000",
    locale: "en-US",
    timezoneId: "America/New_York",
    // Recording every step slows all journeys for the sake of one that fails; by hand, `--trace on`.
    trace: "on-first-retry",
    launchOptions: CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {},
  },
});
