"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { claimLinkId } from "../article/claim-link.client.tsx";

/** Room for contents, text and a receipt beside it, in a browser that can tie one element's place to another's. */
const roomBeside = "(width >= 78rem)";
const tiesPlaces = "(anchor-name: --claim) and (top: anchor(--claim top))";

/**
 * A receipt opened from its article: in the margin beside its line where there is room, and the text stays in use; else
 * laid over the text. Opening it changed the address, so every way of closing it (Escape, the button, a click beside it)
 * is a step back in the history; the browser's own back button does the same.
 */
export function ReceiptDialog({ claimId, children }: { claimId: string; children: ReactNode }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const link = document.getElementById(claimLinkId(claimId));
    link?.classList.add("claim-open");
    if (dialog.current !== null) open(dialog.current, link);
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key === "Escape" && !event.defaultPrevented) dialog.current?.close();
    }
    document.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("keydown", closeOnEscape);
      link?.classList.remove("claim-open");
      link?.focus({ preventScroll: true });
    };
  }, [claimId]);

  function closeWhenBeside(event: MouseEvent<HTMLDialogElement>) {
    if (event.target === event.currentTarget && event.currentTarget.matches(":modal"))
      event.currentTarget.close();
  }

  /** A fragment followed while the receipt stood beside the text made an entry of its own: one step back would not do. */
  function leave() {
    const { hash, pathname } = window.location;
    const [article = "/"] = pathname.split("/claims/");
    const reading = document.querySelector("[data-reading=now]") === null ? "" : "/now";
    if (hash === "") router.back();
    else router.replace(article + reading + hash, { scroll: false });
  }

  return (
    <dialog
      ref={dialog}
      className="receipt-dialog"
      aria-labelledby="receipt-title"
      onClick={closeWhenBeside}
      onClose={leave}
    >
      <div className="receipt-slip">
        <form method="dialog" className="receipt-close">
          <button type="submit" aria-label="Close the receipt">
            Close
          </button>
        </form>
        {children}
      </div>
    </dialog>
  );
}

/** A claim in a margin note has its receipt below it, as there is nothing beside. */
function open(dialog: HTMLDialogElement, link: HTMLElement | null) {
  if (link === null || !window.matchMedia(roomBeside).matches || !CSS.supports(tiesPlaces)) {
    dialog.showModal();
    return;
  }
  dialog.dataset["beside"] = link.closest(".note") === null ? "line" : "note";
  dialog.show();
}
