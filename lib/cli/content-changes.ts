import { statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import path from "node:path";
import { contentState, type ContentState } from "#lib/site/content-state";
import { watchFolder } from "./watch-folder.ts";

/** A change of the content, when all of it is written. */
export interface ContentChange {
  /** The folders of articles, and "charts and words" for what articles share. */
  readonly changed: readonly string[];
  /** When it was first seen, as `performance.now()` tells it. */
  readonly seen: number;
}

/** A file is written in steps: what was still for so long is taken for written. */
const [still, emptyFor] = [15, 120];

/** Each change of a folder of content, until the signal is aborted. Those that come while one is dealt with are one. */
export async function* contentChanges(
  folder: string,
  signal: AbortSignal,
): AsyncGenerator<ContentChange, void> {
  let known = contentState(folder);
  const pending = { isDirty: false, wake: (): void => undefined };
  const isEnded = () => signal.aborted;
  const stop = await watchFolder(folder, () => {
    pending.isDirty = true;
    pending.wake();
  });
  signal.addEventListener("abort", () => pending.wake());
  try {
    while (!isEnded()) {
      if (!pending.isDirty) await new Promise<void>((resolve) => (pending.wake = resolve));
      pending.isDirty = false;
      const seen = performance.now();
      if (isEnded() || contentState(folder).mark === known.mark) continue;
      const settled = await settle(folder, known, seen);
      const changed = changedIn(known, settled);
      known = settled;
      if (changed.length > 0) yield { changed, seen };
    }
  } finally {
    stop();
  }
}

/** The content when nothing was written for a moment, and no article is empty that had words: an editor begins a file anew. */
async function settle(folder: string, before: ContentState, seen: number): Promise<ContentState> {
  for (let state = contentState(folder); ;) {
    await wait(still);
    const now = contentState(folder);
    const isWaiting =
      performance.now() - seen < emptyFor &&
      changedIn(before, now).some((slug) => before.articles.has(slug) && isEmpty(folder, slug));
    if (now.mark === state.mark && !isWaiting) return now;
    state = now;
  }
}

function isEmpty(folder: string, slug: string): boolean {
  const file = path.join(folder, "articles", slug, "index.mdx");
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

function changedIn(before: ContentState, now: ContentState): string[] {
  const slugs = [...new Set([...before.articles.keys(), ...now.articles.keys()])].sort();
  const articles = slugs.filter(
    (slug) => before.articles.get(slug)?.mark !== now.articles.get(slug)?.mark,
  );
  return before.shared === now.shared ? articles : [...articles, sharedFiles];
}

/** How files are called that articles share. */
export const sharedFiles = "charts and words";
