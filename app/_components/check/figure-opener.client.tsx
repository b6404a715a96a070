"use client";

import { useEffect } from "react";

const place = /^#(?<id>figure-\d+)$/;

/**
 * Opens the receipt of a figure in its text, and leads back. One listener for all: a text has dozens of figures, and each is a plain
 * link, which a browser without scripts follows by itself. The address tells which receipt is open, so that Back closes it and
 * does not leave the answer.
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
      const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
      const id = link?.getAttribute("href")?.slice(1) ?? "";
      const details = receiptAt(`#${id}`);
      if (details) {
        event.preventDefault();
        remember(id);
        details.open = true;
        details.querySelector("summary")?.focus({ preventScroll: true });
        show(details);
      } else if (id.startsWith("mention-")) {
        event.preventDefault();
        const mention = document.getElementById(id);
        mention?.scrollIntoView({ block: "center" });
        mention?.focus({ preventScroll: true });
      }
    }
    /** One that is opened, here or in the list, lights up in the text. */
    function light(event: Event) {
      const details = event.target;
      if (!(details instanceof HTMLDetailsElement) || details.name !== "check-figure") return;
      const id = details.querySelector("[id^=figure-]")?.id ?? "";
      const link = document.getElementById(id.replace("figure-", "mention-"));
      if (details.open) {
        remember(id);
        mark(link);
      } else if (link === marked) mark(null);
    }
    function goBack() {
      const asked = receiptAt(window.location.hash);
      if (asked) asked.open = true;
      else {
        if (marked instanceof HTMLElement) marked.focus({ preventScroll: true });
        const open = document.querySelector("details[name=check-figure][open]");
        open?.removeAttribute("open");
      }
    }
    goBack();
    document.addEventListener("click", follow);
    // It does not bubble.
    document.addEventListener("toggle", light, true);
    window.addEventListener("popstate", goBack);
    return () => {
      document.removeEventListener("click", follow);
      document.removeEventListener("toggle", light, true);
      window.removeEventListener("popstate", goBack);
    };
  }, []);
  return null;
}

/** The receipt that an address leads to. */
function receiptAt(hash: string): HTMLDetailsElement | null {
  const id = place.exec(hash)?.groups?.["id"];
  return (id && document.getElementById(id)?.closest("details")) || null;
}

/** However many receipts are opened one after the other, Back leads to the text. */
function remember(id: string) {
  const { hash } = window.location;
  if (hash === `#${id}`) return;
  if (place.test(hash)) window.history.replaceState(null, "", `#${id}`);
  else window.history.pushState(null, "", `#${id}`);
}

/** Where the list stands beside the text it scrolls by itself, and the figure stays where it is; elsewhere the page does. */
function show(details: HTMLElement) {
  const list = details.closest(".check-figures");
  if (list && window.matchMedia("(width >= 62rem)").matches) {
    const { top } = list.getBoundingClientRect();
    list.scrollBy({ top: details.getBoundingClientRect().top - top });
  } else details.scrollIntoView({ block: "start" });
}
