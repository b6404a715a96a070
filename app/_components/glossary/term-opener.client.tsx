"use client";

import { useEffect } from "react";

/** Room left between a note and the edge of the window, and between it and its word, in pixels. */
const [edge, gap] = [16, 8];

/**
 * Opens the note of a term by its word. One listener for all of them: an article has a dozen, and each is a plain link.
 * Browsers without popovers follow the link.
 */
export function TermOpener() {
  useEffect(() => {
    if (!("popover" in HTMLElement.prototype)) return;
    const links = [...document.querySelectorAll<HTMLAnchorElement>("a.term")];
    for (const link of links) {
      link.setAttribute("aria-haspopup", "dialog");
      link.setAttribute("aria-expanded", "false");
    }
    // Pressing the word of an open note closes the note, and must not open it again.
    let open: Element | null = null;
    function remember(event: PointerEvent) {
      const note = noteOf(termAt(event));
      open = note?.matches(":popover-open") ? note : null;
    }
    function show(event: MouseEvent) {
      const link = termAt(event);
      const note = noteOf(link);
      const asked = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
      if (link === null || note === null || asked || event.button !== 0) return;
      event.preventDefault();
      // By the keyboard nothing was pressed before.
      if (event.detail > 0 && open === note) return;
      note.showPopover();
      place(note, link);
      note.focus({ preventScroll: true });
      link.setAttribute("aria-expanded", "true");
      const closed = (toggled: ToggleEvent) => {
        if (toggled.newState === "open") return;
        link.setAttribute("aria-expanded", "false");
        note.removeEventListener("toggle", closed);
      };
      note.addEventListener("toggle", closed);
    }
    document.addEventListener("pointerdown", remember);
    document.addEventListener("click", show);
    return () => {
      document.removeEventListener("pointerdown", remember);
      document.removeEventListener("click", show);
    };
  }, []);
  return null;
}

function termAt({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>("a.term") : null;
}

function noteOf(link: HTMLAnchorElement | null): HTMLElement | null {
  return document.getElementById(link?.dataset["term"] ?? "");
}

/** Under the word, or over it where there is more room; never beyond the window. */
function place(note: HTMLElement, link: HTMLAnchorElement): void {
  const word = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const page = document.documentElement;
  const left = Math.max(edge, Math.min(word.left, page.clientWidth - width - edge));
  const below = word.bottom + gap;
  const above = word.top - gap - height;
  const isOver = below + height > page.clientHeight && above > 0;
  note.style.setProperty("--left", `${left + window.scrollX}px`);
  note.style.setProperty("--top", `${(isOver ? above : below) + window.scrollY}px`);
}
