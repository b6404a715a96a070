import { statSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import path from "node:path";
import { contentState, type ContentState } from "#lib/site/content-state";
import { watchFolder } from "./watch-folder.ts";

/** A change of the content. */
export interface ContentChange {
  /** The folders of articles, and "charts and words" for what articles share. */
  readonly changed: readonly string[];
  /** When it was first seen, as `performance.now()` tells it. */
  readonly seen: number;
  /**
   * Asked when it has been looked at: whether the content is still as it was then. When it is not, a file was being written to, what was
   * found is of half of it, and the whole is the next change. Where something is written all the time, it is told as it was.
   */
  readonly isWhole: () => boolean;
}

/**
 * So long, in milliseconds, an article that had words is waited for when it is empty, since editors begin a file anew, and so often
 * it is looked at meanwhile.
 */
const [emptyFor, emptyLook] = [120, 15];

/** So long after the first of the changes that hide one another the last of them is told, whole or not. */
const longest = 1_000;

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
  let since: number | undefined;
  let hidden: readonly string[] = [];
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
      const seen = (since ??= performance.now());
      if (isEnded()) continue;
      let now: ContentState;
      try {
        now = await filledState(folder, known, seen, signal);
        told = "";
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (reason !== told) tell((told = reason));
        pending.isDirty = true;
        await wait(again);
        continue;
      }
      // What was begun to be told of is ended, be it undone by now.
      const changed = [...new Set([...hidden, ...changedIn(known, now)])];
      const look = { isTold: true };
      const isWhole = () =>
        (look.isTold = performance.now() - seen > longest || isStill(folder, now));
      if (changed.length > 0 && !isEnded()) yield { changed, seen, isWhole };
      if (look.isTold) [known, since, hidden] = [now, undefined, []];
      else [pending.isDirty, hidden] = [true, changed];
    }
  } finally {
    stop();
  }
}

/** The content when no article is empty that had words, or has been for too long. */
async function filledState(
  folder: string,
  before: ContentState,
  seen: number,
  signal: AbortSignal,
): Promise<ContentState> {
  for (;;) {
    const state = contentState(folder);
    const isFilled = changedIn(before, state).every(
      (slug) => !before.articles.has(slug) || !isEmpty(folder, slug),
    );
    if (isFilled || performance.now() - seen > emptyFor || signal.aborted) return state;
    await wait(emptyLook);
  }
}

function isStill(folder: string, state: ContentState): boolean {
  try {
    return contentState(folder) === state;
  } catch {
    // Why is told when it is read again.
    return false;
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
