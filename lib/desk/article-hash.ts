import { createHash } from "node:crypto";

/** The characters of a hash that are shown and given back: enough that no two states of an article share them by chance. */
const shown = 16;

/** What names an article as somebody saw it: its text and the headlines of its charts, byte for byte. */
export function articleHash(source: string, headlines: readonly string[]): string {
  const hash = createHash("sha256").update(source);
  for (const headline of headlines) hash.update("\0").update(headline);
  return hash.digest("hex").slice(0, shown);
}
