import type { Problem } from "./problem.ts";

/** What a check at the door gives: the value, or every problem found. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function accepted<T>(value: T): Checked<T> {
  return { ok: true, value };
}

export function refused(problems: readonly Problem[]): Checked<never> {
  if (problems.length === 0) throw new Error("Refused without a problem to show");
  return { ok: false, problems };
}
