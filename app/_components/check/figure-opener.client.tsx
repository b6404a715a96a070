"use client";

import { useEffect } from "react";

/**
 * Opens the receipt of a figure in its text, and leads back. One listener for all: a text has dozens of figures, and each is a plain
 * link, which a browser without scripts follows by itself.
 */
export function FigureOpener() {
  useEffect(() => {
    let marked: Element | null = null;
    function mark(link: Element | null) {
      marked?.classList.remove("claim-open");
      link?.classList.add("claim-open");
      marked = link;
    }
    function follow(event: MouseEvent) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0)
        return;
      const link = event.target instanceof Element ? event.target.closest("a[data-figure]") : null;
      const number = link?.getAttribute("data-figure") ?? "";
      const details = document.getElementById(`figure-${number}`)?.closest("details");
      if (!link || !details) return;
      event.preventDefault();
      details.open = true;
      details.querySelector("summary")?.focus({ preventScroll: true });
      show(details);
      mark(link);
    }
    /** One that is opened in the list lights up in the text. */
    function light(event: Event) {
      const details = event.target;
      if (!(details instanceof HTMLDetailsElement) || details.name !== "check-figure") return;
      const id = details.querySelector("[id^=figure-]")?.id.replace("figure-", "mention-") ?? "";
      const link = document.getElementById(id);
      if (details.open) mark(link);
      else if (link === marked) mark(null);
    }
    document.addEventListener("click", follow);
    // It does not bubble.
    document.addEventListener("toggle", light, true);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("toggle", light, true);
    };
  }, []);
  return null;
}

/** Where the list stands beside the text it scrolls by itself, and the figure stays where it is; elsewhere the page does. */
function show(details: HTMLElement) {
  const list = details.closest(".check-figures");
  if (list && window.matchMedia("(width >= 62rem)").matches) {
    const { top } = list.getBoundingClientRect();
    list.scrollBy({ top: details.getBoundingClientRect().top - top });
  } else details.scrollIntoView({ block: "start" });
}
