import { readdirSync } from "node:fs";

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

const folders = readdirSync(new URL("lib", import.meta.url));

/** Its patterns know no look-ahead: what a folder may not import is said by name. */
function directions(folder, allowed) {
  const refused = folders.filter((name) => !allowed.includes(name));
  const others = {
    regex: `^#lib/(${refused.join("|")})(/|$)`,
    message: `lib/${folder} may import from ${allowed.join(", ")} only.`,
  };
  const patterns = [others, frameworks, ...(folder === "store" ? [] : [prisma])];
  return {
    files: [`lib/${folder}/**/*.ts`],
    // Tests may set up what they need from anywhere in lib.
    excludeFiles: ["**/*.test.ts"],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

/** What typescript-eslint calls `strictTypeChecked`, rule by rule, and ours. What is missing here is in `eslint.config.mjs`. */
const everywhere = {
  "eslint/no-var": "error",
  "eslint/prefer-const": "error",
  "eslint/prefer-rest-params": "error",
  "eslint/prefer-spread": "error",
  "typescript/await-thenable": "error",
  "typescript/ban-ts-comment": ["error", { minimumDescriptionLength: 10 }],
  "eslint/no-array-constructor": "error",
  "typescript/no-array-delete": "error",
  "typescript/no-base-to-string": "error",
  "typescript/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
  "typescript/no-deprecated": "error",
  "typescript/no-duplicate-enum-values": "error",
  "typescript/no-duplicate-type-constituents": "error",
  "typescript/no-dynamic-delete": "error",
  "typescript/no-empty-object-type": "error",
  "typescript/no-explicit-any": "error",
  "typescript/no-extra-non-null-assertion": "error",
  "typescript/no-extraneous-class": "error",
  "typescript/no-floating-promises": "error",
  "typescript/no-for-in-array": "error",
  "typescript/no-generated-empty-object-type": "error",
  "typescript/no-implied-eval": "error",
  "typescript/no-invalid-void-type": "error",
  "typescript/no-meaningless-void-operator": "error",
  "typescript/no-misused-new": "error",
  "typescript/no-misused-promises": "error",
  "typescript/no-misused-spread": "error",
  "typescript/no-mixed-enums": "error",
  "typescript/no-namespace": "error",
  "typescript/no-non-null-asserted-nullish-coalescing": "error",
  "typescript/no-non-null-asserted-optional-chain": "error",
  "typescript/no-non-null-assertion": "error",
  "typescript/no-redundant-type-constituents": "error",
  "typescript/no-require-imports": "error",
  "typescript/no-this-alias": "error",
  "typescript/no-unnecessary-boolean-literal-compare": "error",
  "typescript/no-unnecessary-condition": "error",
  "typescript/no-unnecessary-template-expression": "error",
  "typescript/no-unnecessary-type-arguments": "error",
  "typescript/no-unnecessary-type-assertion": "error",
  "typescript/no-unnecessary-type-constraint": "error",
  "typescript/no-unnecessary-type-conversion": "error",
  "typescript/no-unnecessary-type-parameters": "error",
  "typescript/no-unsafe-argument": "error",
  "typescript/no-unsafe-assignment": "error",
  "typescript/no-unsafe-call": "error",
  "typescript/no-unsafe-declaration-merging": "error",
  "typescript/no-unsafe-enum-comparison": "error",
  "typescript/no-unsafe-function-type": "error",
  "typescript/no-unsafe-member-access": "error",
  "typescript/no-unsafe-return": "error",
  "typescript/no-unsafe-unary-minus": "error",
  "eslint/no-unused-expressions": "error",
  "eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
  "eslint/no-useless-constructor": "error",
  "typescript/no-useless-default-assignment": "error",
  "typescript/no-wrapper-object-types": "error",
  "typescript/only-throw-error": "error",
  "typescript/prefer-as-const": "error",
  "typescript/prefer-literal-enum-member": "error",
  "typescript/prefer-namespace-keyword": "error",
  "typescript/prefer-promise-reject-errors": "error",
  "typescript/prefer-reduce-type-parameter": "error",
  "typescript/prefer-return-this-type": "error",
  "typescript/related-getter-setter-pairs": "error",
  "typescript/require-await": "error",
  "typescript/restrict-plus-operands": [
    "error",
    {
      allowAny: false,
      allowBoolean: false,
      allowNullish: false,
      allowNumberAndString: false,
      allowRegExp: false,
    },
  ],
  "typescript/restrict-template-expressions": ["error", { allowNumber: true, allowNullish: true }],
  "typescript/return-await": ["error", "error-handling-correctness-only"],
  "typescript/triple-slash-reference": "error",
  "typescript/unbound-method": "error",
  "typescript/unified-signatures": "error",
  "typescript/use-unknown-in-catch-callback-variable": "error",
  "typescript/consistent-type-assertions": ["error", { assertionStyle: "never" }],
  "typescript/consistent-type-imports": "error",
  "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
  "eslint/eqeqeq": "error",
  "eslint/no-console": "error",
};

/** What Next calls `recommended` and `core-web-vitals`, and React's rules of hooks and of its compiler. */
const pages = {
  "nextjs/google-font-display": "error",
  "nextjs/google-font-preconnect": "error",
  "nextjs/next-script-for-ga": "error",
  "nextjs/no-async-client-component": "error",
  "nextjs/no-before-interactive-script-outside-document": "error",
  "nextjs/no-css-tags": "error",
  "nextjs/no-head-element": "error",
  "nextjs/no-img-element": "error",
  "nextjs/no-page-custom-font": "error",
  "nextjs/no-styled-jsx-in-document": "error",
  "nextjs/no-sync-scripts": "error",
  "nextjs/no-title-in-document-head": "error",
  "nextjs/no-typos": "error",
  "nextjs/no-unwanted-polyfillio": "error",
  "nextjs/inline-script-id": "error",
  "nextjs/no-assign-module-variable": "error",
  "nextjs/no-document-import-in-page": "error",
  "nextjs/no-duplicate-head": "error",
  "nextjs/no-head-import-in-document": "error",
  "nextjs/no-script-component-in-head": "error",
  "react/rules-of-hooks": "error",
  "react/exhaustive-deps": "error",
  "react/static-components": "error",
  "react/use-memo": "error",
  "react/preserve-manual-memoization": "error",
  "react/incompatible-library": "error",
  "react/immutability": "error",
  "react/globals": "error",
  "react/refs": "error",
  "react/set-state-in-effect": "error",
  "react/error-boundaries": "error",
  "react/purity": "error",
  "react/set-state-in-render": "error",
  "react/unsupported-syntax": "error",
  // Next's own: the first knows which pages there are, and oxlint has no second.
  "next-own/no-html-link-for-pages": "error",
  "next-own/no-location-assign-relative-destination": "error",
};

/** @type {import("oxlint").OxlintConfig} */
export default {
  plugins: ["typescript"],
  // Each rule is named.
  categories: { correctness: "off" },
  options: {
    typeAware: true,
    denyWarnings: true,
    reportUnusedDisableDirectives: "error",
    respectEslintDisableDirectives: false,
  },
  ignorePatterns: [
    "node_modules",
    ".next",
    ".next-*",
    ".tickmark",
    "prisma/client",
    "next-env.d.ts",
    "test-results",
    "playwright-report",
  ],
  overrides: [
    { files: ["**/*.{ts,tsx}"], rules: everywhere },
    ...Object.entries(mayImport).map(([folder, allowed]) => directions(folder, allowed)),
    {
      files: ["lib/cli/**/*.ts"],
      rules: { "no-restricted-imports": ["error", { patterns: [frameworks, prisma] }] },
    },
    {
      files: ["app/**/*.{ts,tsx}"],
      plugins: ["typescript", "nextjs", "react"],
      jsPlugins: [{ name: "next-own", specifier: "@next/eslint-plugin-next" }],
      rules: {
        ...pages,
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
  ],
};
