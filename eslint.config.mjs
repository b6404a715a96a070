import tseslint from "typescript-eslint";

/**
 * What oxlint has not, or has in part, of typescript-eslint's `strictTypeChecked`; all else is in `oxlint.config.mjs`. Each may go
 * when oxlint refuses what it refuses.
 */
const rest = {
  "@typescript-eslint/no-unsafe-class-instance-assignment": "error",
  // Of classes whose constructor is private, too.
  "@typescript-eslint/no-extraneous-class": "error",
  // Of `void` before anything but a call, too.
  "@typescript-eslint/no-meaningless-void-operator": "error",
  // Of interfaces' type parameters, too.
  "@typescript-eslint/no-unused-vars": [
    "error",
    { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
  ],
  // Of what an `import` without names imports, too.
  "@typescript-eslint/triple-slash-reference": "error",
};

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
    plugins: { "@typescript-eslint": tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: rest,
  },
);
