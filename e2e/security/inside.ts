import { expect, type APIResponse } from "../test.ts";

/** What only the inside of the server knows: statements, stacks, folders, modules, addresses of the store. */
export const inside =
  /postgres(?:ql)?:\/\/|[Pp]risma|\bSELECT\b[^<]*\bFROM\b|syntax error|node_modules|\/lib\/\w|\bat \w[\w.]* \(|ECONN|DATABASE_URL/;

/** An answer that is none of our mistakes, and tells nothing of the inside. */
export async function expectRefused(response: APIResponse, of: string): Promise<void> {
  expect(response.status(), of).toBeGreaterThanOrEqual(400);
  expect(response.status(), of).toBeLessThan(500);
  expect(await response.text(), of).not.toMatch(inside);
}
