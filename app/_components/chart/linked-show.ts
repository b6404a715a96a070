/** Told to a chart's figure when a guided link lights figures of it up; which, stands in its `data-highlight`. */
export const highlightEvent = "tickmark:highlight";

/** Lights up what a guided link names. A chart that is not live yet finds it in its figure when it is. */
export function lightUp(figure: Element | null, highlight: string): void {
  figure?.setAttribute("data-highlight", highlight);
  figure?.dispatchEvent(new Event(highlightEvent));
}

/** The words of a highlight (lib/site/chart-shows.ts), by their names. */
export function wordsOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(" ").map((word) => {
      const [name = "", value = ""] = word.split("=");
      return [name, value];
    }),
  );
}
