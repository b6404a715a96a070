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

/**
 * A file is written in steps: what was still for so long is taken for written. Where something is written all the time, it is looked
 * at as it is after the longest.
 */
const [still, emptyFor, longest] = [15, 120, 1_000];

/** So long, in milliseconds, until a folder that could not be read is looked at again. */
const again = 200;

/**
 * Each change of a folder of content, until the signal is aborted. Those that come while one is dealt with are one. A folder that
 * cannot be read at the moment is told of, once for each reason, and looked at again.
 */
export async function* contentChanges(
  folder: string,
  signal: AbortSignal,
  tell: (reason: string) => void,
): AsyncGenerator<ContentChange, void> {
  let known = contentState(folder);
  const pending = { isDirty: false, wake: (): void => undefined };
  const isEnded = () => signal.aborted;
  let told = "";
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
      if (isEnded()) continue;
      let settled: ContentState;
      try {
        settled = await settle(folder, known, seen, signal);
        told = "";
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (reason !== told) tell((told = reason));
        pending.isDirty = true;
        await wait(again);
        continue;
      }
      const changed = changedIn(known, settled);
      known = settled;
      if (changed.length > 0) yield { changed, seen };
    }
  } finally {
    stop();
  }
}

/** The content when nothing was written for a moment, and no article is empty that had words: an editor begins a file anew. */
async function settle(
  folder: string,
  before: ContentState,
  seen: number,
  signal: AbortSignal,
): Promise<ContentState> {
  let state = contentState(folder);
  while (state.mark !== before.mark && !signal.aborted) {
    await wait(still);
    const now = contentState(folder);
    const waited = performance.now() - seen;
    if (waited > longest) return now;
    const isWaiting =
      waited < emptyFor &&
      changedIn(before, now).some((slug) => before.articles.has(slug) && isEmpty(folder, slug));
    if (now.mark === state.mark && !isWaiting) return now;
    state = now;
  }
  return before;
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
