import type { Findings } from "./findings.ts";

/** Where findings are read and written. */
export type FindingsPlace<T> = Pick<Findings<T>, "read" | "write">;

/** What one process has found, the newest about each subject. */
export class RememberedFindings<T> {
  readonly #found = new Map<string, { readonly name: string; readonly found: T }>();

  /** What is remembered before what lies in another place, if there is one; what is found is put into both. */
  before(other: FindingsPlace<T> | null): FindingsPlace<T> {
    return {
      read: async (of, name) => {
        const known = this.#found.get(of);
        if (known?.name === name) return known.found;
        const found = (await other?.read(of, name)) ?? null;
        if (found !== null) this.#found.set(of, { name, found });
        return found;
      },
      write: async (of, name, found) => {
        this.#found.set(of, { name, found });
        await other?.write(of, name, found);
      },
    };
  }

  /** Forgets subjects that are no longer there. */
  keepOnly(subjects: ReadonlySet<string>): void {
    for (const of of this.#found.keys()) if (!subjects.has(of)) this.#found.delete(of);
  }
}
