import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/**
 * Compares a text with a golden file, seen from the project's folder. A missing file fails: a golden file that writes
 * itself proves nothing. `UPDATE_GOLDEN=1 npx vitest run lib/charts` writes them; look at the change before you keep it.
 */
export function expectGolden(text: string, file: string): void {
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, "utf8"));
}
