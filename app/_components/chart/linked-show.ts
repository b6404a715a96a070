import { useEffect, useEffectEvent, type RefObject } from "react";

/** What a guided link asks of the chart it leads to; null is for what it leaves as it is. */
export interface AskedShow {
  readonly range: number | null;
  readonly transformation: string | null;
}

/** Told to a chart's figure when a guided link asks it to light figures up; they stand in its `data-highlight`. */
export const highlightEvent = "tickmark:highlight";

/**
 * Answers the guided links of the text that lead to this chart: they move it, and as links they lead to it. Without the
 * script they still do that.
 */
export function useShow(box: RefObject<Element | null>, onShow: (show: AskedShow) => void): void {
  const answer = useEffectEvent((event: MouseEvent): void => {
    const figure = box.current?.closest("figure");
    const link = event.target instanceof Element ? event.target.closest("a[data-show]") : null;
    if (!figure || link?.getAttribute("href") !== `#${figure.id}`) return;
    const asked = wordsOf(link.getAttribute("data-show") ?? "");
    const range = asked.get("range");
    onShow({
      range: range === undefined ? null : Number(range),
      transformation: asked.get("transformation") ?? null,
    });
    figure.setAttribute("data-highlight", link.getAttribute("data-show") ?? "");
    figure.dispatchEvent(new Event(highlightEvent));
  });
  useEffect(() => {
    const onClick = (event: MouseEvent): void => answer(event);
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);
}

/** The words of a show's text (lib/site/chart-shows.ts), by their names. */
export function wordsOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(" ").map((word) => {
      const [name = "", value = ""] = word.split("=");
      return [name, value];
    }),
  );
}
