import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { contentState, type ContentState } from "./content-state.ts";

/** Where findings are kept from one time to the next, by names that say all they rest on. */
export interface Findings<T> {
  /** `of` says what a finding is about: who remembers only the newest about each goes by it. */
  read(of: string, name: string): Promise<T | null>;
  write(of: string, name: string, found: T): Promise<void>;
  /** Names what findings rest on besides the content: the gate's own code where it may be another, and what the store holds. */
  basis(): Promise<string>;
}

/** Something that is looked at, unless it was before. */
export interface Subject<T> {
  /** Names it: an article by its slug. */
  readonly of: string;
  /** Changes when anything of the content does that its finding rests on. */
  readonly mark: (state: ContentState) => string;
  /** Changes when any of that is written to, be it with the same text. */
  readonly stamp: (state: ContentState) => string;
  readonly look: () => Promise<T>;
}

/** What was found, in the order asked. */
export interface Found<T> {
  readonly found: readonly Finding<T>[];
  /** How many were not looked at again. */
  readonly unchanged: number;
}

export interface Finding<T> {
  readonly of: string;
  /** Says all that it rests on. */
  readonly name: string;
  readonly found: T;
}

/**
 * Looks at each subject; what was found before, in the same bytes over the same store and shared files, is not looked for again.
 */
export async function findAgain<T>(
  folder: string,
  subjects: readonly Subject<T>[],
  kept: Findings<T> | null,
): Promise<Found<T>> {
  const [basis, state] = [await kept?.basis(), contentState(folder)];
  const nameOf = ({ of, mark }: Subject<T>, at: ContentState) =>
    createHash("sha256")
      .update([folder, basis, at.shared, of, mark(at)].join("\n"))
      .digest("hex");
  const found: Finding<T>[] = [];
  const fresh: { readonly subject: Subject<T>; readonly finding: Finding<T> }[] = [];
  for (const subject of subjects) {
    const { of, look } = subject;
    const name = nameOf(subject, state);
    const known = (await kept?.read(of, name)) ?? null;
    const finding = { of, name, found: known ?? (await look()) };
    found.push(finding);
    if (known !== null) continue;
    fresh.push({ subject, finding });
    // A server answers its readers meanwhile: to look at hundreds takes seconds, and hardly ever waits for anything.
    await nextTurn();
  }
  // What was written to meanwhile, in the store or in a file, may have been read half old and half new.
  if (kept !== null && fresh.length > 0 && (await kept.basis()) === basis) {
    const after = contentState(folder);
    for (const { subject, finding } of fresh) {
      const { of, name } = finding;
      // The same text may have been another while it was looked at.
      const isUntouched = subject.stamp(state) === subject.stamp(after);
      if (isUntouched && nameOf(subject, after) === name) await kept.write(of, name, finding.found);
    }
  }
  return { found, unchanged: found.length - fresh.length };
}
