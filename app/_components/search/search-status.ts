import type { SearchState } from "./use-search.ts";

/** What the search says of itself, for those who see the list and those who do not. */
export function statusOf({ found, answered, trouble }: SearchState, typed: string): string {
  if (typed === "") return "";
  if (trouble === "failed") {
    return "The search does not answer just now. Press Enter to try it on its own page.";
  }
  if (trouble === "waiting") return "Searching …";
  if (trouble === "slow") return "This takes longer than it should …";
  if (found === null || answered !== typed) return "";
  if (found.groups.length === 0) return `Nothing has all of “${typed}”.`;
  const total = found.groups.reduce((sum, group) => sum + group.total, 0);
  const count = total === 1 ? "1 found" : `${total.toLocaleString("en-US")} found`;
  return found.meant === null
    ? `${count}.`
    : `Nothing has “${typed}”. ${count} for ${found.meant}.`;
}
