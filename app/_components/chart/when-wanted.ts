/** How far below the screen a chart is made live, so that it is when it comes into view. */
const ahead = "400px";

/** What a reader does who reads: until then the picture of the server is all that is needed, and nothing is fetched. */
const acts = ["scroll", "pointermove", "pointerdown", "keydown", "focusin"] as const;

/**
 * Calls back once: when an element has come near the screen, and the reader has done something or `atOnce` is set. The
 * result is to be called when nobody waits any more.
 */
export function whenWanted(
  element: Element,
  { atOnce }: { atOnce: boolean },
  then: () => void,
): () => void {
  const waiting = new AbortController();
  let near = false;
  // Who has scrolled before the page came to life has done something.
  let acted = atOnce || window.scrollY > 0;
  function look(): void {
    if (!near || !acted || waiting.signal.aborted) return;
    waiting.abort();
    then();
  }
  const watcher = new IntersectionObserver(
    (entries) => {
      near = entries.at(-1)?.isIntersecting ?? false;
      look();
    },
    { rootMargin: ahead },
  );
  watcher.observe(element);
  waiting.signal.addEventListener("abort", () => watcher.disconnect());
  for (const act of acts) {
    const note = () => {
      acted = true;
      look();
    };
    window.addEventListener(act, note, { passive: true, once: true, signal: waiting.signal });
  }
  return () => waiting.abort();
}
