/** A text that was sent, and the day it was held against. */
export interface KeptText {
  readonly text: string;
  readonly asOf: string;
}

const name = "tickmark.check";

/** Keeps a text for as long as the tab is open. A browser may refuse to, and then Back finds an empty box. */
export function keepText({ text, asOf }: KeptText): void {
  try {
    // The day comes first: it holds no line feed.
    window.sessionStorage.setItem(name, `${asOf}\n${text}`);
  } catch {
    // Refused by the browser or its owner.
  }
}

/** The text that this tab keeps; null where there is none. */
export function keptText(): KeptText | null {
  try {
    const kept = window.sessionStorage.getItem(name);
    if (kept === null) return null;
    const end = kept.indexOf("\n");
    return { asOf: kept.slice(0, end), text: kept.slice(end + 1) };
  } catch {
    return null;
  }
}

export function forgetText(): void {
  try {
    window.sessionStorage.removeItem(name);
  } catch {
    // It was never kept.
  }
}

let isArrival = true;

/** Whether the browser has come to this page by Back or Forward, or loads it again: told once, when the page begins. */
export function cameBack(): boolean {
  const [arrival] = isArrival ? performance.getEntriesByType("navigation") : [];
  isArrival = false;
  if (!(arrival instanceof PerformanceNavigationTiming)) return false;
  return (
    (arrival.type === "back_forward" || arrival.type === "reload") &&
    new URL(arrival.name).pathname === window.location.pathname
  );
}
