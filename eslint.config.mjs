import next from "@next/eslint-plugin-next";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/**
 * Which folders of lib a folder may import from, itself included. The tree is the flow: files, observations, store,
 * expressions, charts and claims, articles, pages. See ARCHITECTURE.md.
 */
const mayImport = {
  series: ["series"],
  seen: ["series", "seen"],
  sources: ["series", "sources"],
  store: ["series", "sources", "store"],
  sync: ["series", "sources", "store", "sync"],
  keep: ["series", "sources", "store", "sync", "keep"],
  expressions: ["series", "expressions"],
  charts: ["series", "expressions", "charts"],
  claims: ["series", "expressions", "claims"],
  nouns: ["series", "expressions", "claims", "nouns"],
  suggest: ["series", "expressions", "claims", "nouns", "suggest"],
  articles: ["series", "expressions", "charts", "claims", "nouns", "articles"],
  newsroom: ["series", "articles", "newsroom"],
  style: ["series", "articles", "style"],
  desk: ["series", "expressions", "claims", "nouns", "articles", "desk"],
  mutate: ["series", "expressions", "charts", "claims", "nouns", "articles", "mutate"],
  marks: [
    "series",
    "expressions",
    "charts",
    "claims",
    "nouns",
    "articles",
    "mutate",
    "suggest",
    "marks",
  ],
  evidence: ["series", "expressions", "claims", "articles", "evidence"],
  feeds: ["series", "feeds"],
  search: ["series", "search"],
  api: ["series", "store", "api"],
  site: [
    "series",
    "sources",
    "store",
    "expressions",
    "charts",
    "claims",
    "nouns",
    "articles",
    "newsroom",
    "style",
    "desk",
    "evidence",
    "feeds",
    "search",
    "suggest",
    "site",
  ],
};

/** Prisma's client never leaves lib/store; Next, React and Chart.js never enter lib. */
const prisma = { regex: "@prisma/|prisma/client", message: "Only lib/store knows Prisma." };
const frameworks = {
  regex: "^(next|react|react-dom|chart\\.js|react-chartjs-2)(/|$)",
  message: "lib is the domain: no Next, no React, no Chart.js.",
};

function directions(folder, allowed) {
  const others = {
    regex: `^#lib/(?!(${allowed.join("|")})/)`,
    message: `lib/${folder} may import from ${allowed.join(", ")} only.`,
  };
  const patterns = [others, frameworks, ...(folder === "store" ? [] : [prisma])];
  return {
    files: [`lib/${folder}/**/*.ts`],
    // Tests may set up what they need from anywhere in lib.
    ignores: ["**/*.test.ts"],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

export default tseslint.config(
  {
    ignores: [
      "node_modules",
      ".next",
      ".next-*",
      ".tickmark",
      "prisma/client",
      "next-env.d.ts",
      "test-results",
      "playwright-report",
    ],
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowNullish: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  ...Object.entries(mayImport).map(([folder, allowed]) => directions(folder, allowed)),
  {
    files: ["lib/cli/**/*.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: [frameworks, prisma] }] },
  },
  {
    files: ["app/**/*.{ts,tsx}"],
    plugins: { "@next/next": next, "react-hooks": hooks },
    rules: {
      ...next.configs.recommended.rules,
      ...next.configs["core-web-vitals"].rules,
      ...hooks.configs.recommended.rules,
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            prisma,
            {
              regex: "^#lib/(store|sources|articles|cli|claims)/",
              message: "Pages get their data through app/_data, which gets it from lib/site.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["app/_data/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            prisma,
            {
              regex: "^#lib/(sources|articles|cli|claims|expressions)/",
              message: "app/_data uses lib/site and the store's door.",
            },
          ],
        },
      ],
    },
  },
  {
    // The programs that people run talk to the terminal, and a test that is left out says so.
    files: ["scripts/**/*.ts", "bench/**/*.ts", "**/*.test.ts"],
    rules: { "no-console": "off" },
  },
);
