import { unstable_isUnrecognizedActionError } from "next/navigation";

/** What an action came to that the server does not know, because the site was built anew since the page was made. */
export type OlderPage = "reloading" | "older";

const storageKey = "tickmark:reloaded";
/** Where two builds are served at once the new page may be of the old one again: not more often than that, in milliseconds. */
const atMostEvery = 60_000;

/** What an older page is told that has just been loaded anew, and is still older. */
export const olderMessage =
  "The site is being renewed just now, and this page is of the version before. Load it again in a minute.";

/**
 * Loads a page anew whose action the server does not know, after `prepare` has put what its reader wanted where the new page finds
 * it. Null when the action failed for any other reason.
 */
export function reloadOlderPage(
  error: unknown,
  prepare: () => void = () => undefined,
): OlderPage | null {
  if (!unstable_isUnrecognizedActionError(error)) return null;
  const now = Date.now();
  if (Math.abs(now - lastReload()) < atMostEvery) return "older";
  try {
    window.sessionStorage.setItem(storageKey, String(now));
  } catch {
    // Without a memory it could go on for ever.
    return "older";
  }
  prepare();
  window.location.reload();
  return "reloading";
}

function lastReload(): number {
  try {
    return Number(window.sessionStorage.getItem(storageKey) ?? "0");
  } catch {
    return 0;
  }
}
