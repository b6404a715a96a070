import { outsideRequests } from "./outside-requests.ts";

/** Makes a value when it is first asked for, and keeps it: the work of no request, since all share it. A failure is not kept: the next asker tries again. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    if (kept) return kept;
    const made = outsideRequests(make);
    kept = made;
    made.catch(() => {
      kept = undefined;
    });
    return made;
  };
}
