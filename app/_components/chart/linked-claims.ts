import { useEffect, useState } from "react";
import { claimLinkId } from "../article/claim-link.client.tsx";

/** The claim that the reader points at or has the focus on, by its id; null when there is none. */
export function usePointedClaim(): string | null {
  const [pointed, setPointed] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  useEffect(() => {
    const over = (event: PointerEvent): void => {
      // A finger has no place to point from: its tap opens the receipt.
      if (event.pointerType !== "touch") setPointed(claimAt(event.target));
    };
    const focus = (event: FocusEvent): void => setFocused(claimAt(event.target));
    const blur = (): void => setFocused(null);
    document.addEventListener("pointerover", over, { passive: true });
    document.addEventListener("focusin", focus);
    document.addEventListener("focusout", blur);
    return () => {
      document.removeEventListener("pointerover", over);
      document.removeEventListener("focusin", focus);
      document.removeEventListener("focusout", blur);
    };
  }, []);
  return pointed ?? focused;
}

const prefix = claimLinkId("");

function claimAt(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest("a.claim") : null;
  return link === null ? null : link.id.slice(prefix.length);
}

/** The claims on the page, by their ids, in the order a reader meets them. */
export function claimLinks(ids: readonly string[]): HTMLElement[] {
  return ids
    .flatMap((id) => document.getElementById(claimLinkId(id)) ?? [])
    .sort((left, right) =>
      left.compareDocumentPosition(right) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    );
}

/** Marks elements for as long as `elements` gives them; style sheets say how what is lit looks. */
export function useLit(elements: () => readonly Element[]): void {
  useEffect(() => {
    const lit = elements();
    for (const element of lit) element.setAttribute("data-lit", "");
    return () => {
      for (const element of lit) element.removeAttribute("data-lit");
    };
  }, [elements]);
}
