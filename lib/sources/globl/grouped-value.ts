import { notAvailable, type PublishedValue } from "../published-value.ts";

const grouped = /^(?:0|[1-9]\d{0,2}(?:,\d{3}){0,4})$/;
const missing: PublishedValue = { value: null, status: "missing" };

/**
 * Reads a whole number with a comma before every three digits, as the older files print it: "1,480" is 1480. Holdings and
 * gross amounts have no sign. Null for anything else; `1480`, `1,48` and `01` are not numbers of these files.
 */
export function readGroupedValue(text: string): PublishedValue | null {
  if (text === notAvailable) return missing;
  if (!grouped.test(text)) return null;
  return { value: text.replaceAll(",", ""), status: "normal" };
}
