import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { contentState, type ContentState } from "./content-state.ts";

/** Where findings about articles are kept from one time to the next, by names that say all they rest on. */
export interface Findings<T> {
  read(slug: string, name: string): Promise<T | null>;
  write(slug: string, name: string, found: T): Promise<void>;
  /** Names what findings rest on besides the content: the gate's own code where it may be another, and what the store holds. */
  basis(): Promise<string>;
}

/** What was found about articles, in the order asked, and how many of them were not looked at again. */
export interface Found<T> {
  readonly found: readonly T[];
  readonly unchanged: number;
}

/**
 * Looks at each article; what was found before, in the same bytes over the same store and shared files, is not looked for again.
 */
export async function findAgain<T>(
  folder: string,
  slugs: readonly string[],
  kept: Findings<T> | null,
  look: (slug: string) => Promise<T>,
): Promise<Found<T>> {
  const [basis, state] = [await kept?.basis(), contentState(folder)];
  const nameOf = (slug: string, { shared, articles }: ContentState) =>
    createHash("sha256")
      .update([folder, basis, shared, slug, articles.get(slug)?.mark].join("\n"))
      .digest("hex");
  const found: T[] = [];
  const fresh = new Map<string, T>();
  for (const slug of slugs) {
    const known = (await kept?.read(slug, nameOf(slug, state))) ?? null;
    const one = known ?? (await look(slug));
    if (known === null) {
      fresh.set(slug, one);
      // A server answers its readers meanwhile: to look at hundreds takes seconds, and hardly ever waits for anything.
      await nextTurn();
    }
    found.push(one);
  }
  // What was written to meanwhile, in the store or in a file, may have been read half old and half new.
  if (kept !== null && fresh.size > 0 && (await kept.basis()) === basis) {
    const after = contentState(folder);
    for (const [slug, one] of fresh) {
      const name = nameOf(slug, state);
      if (nameOf(slug, after) === name) await kept.write(slug, name, one);
    }
  }
  return { found, unchanged: found.length - fresh.size };
}
