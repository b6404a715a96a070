/** What of searching is kept in this browser, and only there. Where nothing may be kept all is as the first time. */

const recentName = "tickmark-searches";
const slashName = "tickmark-slash-key";
const mostRecent = 5;
const longest = 200;

/** The last searches, newest first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(recentName) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept.filter(isText).slice(0, mostRecent);
  } catch {
    return [];
  }
}

function isText(kept: unknown): kept is string {
  return typeof kept === "string" && kept !== "";
}

export function rememberSearch(typed: string): void {
  const text = typed.trim().slice(0, longest);
  if (text === "") return;
  const others = recentSearches().filter((known) => known.toLowerCase() !== text.toLowerCase());
  keep(recentName, JSON.stringify([text, ...others].slice(0, mostRecent)));
}

export function forgetSearches(): void {
  keep(recentName, "[]");
}

/** Whether the search opens by a key alone. Who speaks to their computer may not want any (WCAG 2.2, 2.1.4). */
export function opensBySlash(): boolean {
  try {
    return window.localStorage.getItem(slashName) !== "off";
  } catch {
    return true;
  }
}

export function openBySlash(wanted: boolean): void {
  keep(slashName, wanted ? "on" : "off");
}

function keep(name: string, value: string): void {
  try {
    window.localStorage.setItem(name, value);
  } catch {
    // Storage is full, or switched off.
  }
}
