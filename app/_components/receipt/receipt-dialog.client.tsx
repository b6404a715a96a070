"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, type MouseEvent, type ReactNode } from "react";
import { claimLinkId } from "../article/claim-link.client.tsx";

/**
 * A receipt laid over its article. Opening it changed the address, so every way of closing it (Escape, the button, a
 * click beside it) is a step back in the history; the browser's own back button does the same.
 */
export function ReceiptDialog({ claimId, children }: { claimId: string; children: ReactNode }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const link = document.getElementById(claimLinkId(claimId));
    dialog.current?.showModal();
    link?.classList.add("claim-open");
    return () => {
      link?.classList.remove("claim-open");
      link?.focus({ preventScroll: true });
    };
  }, [claimId]);

  function closeWhenBeside(event: MouseEvent<HTMLDialogElement>) {
    if (event.target === event.currentTarget) event.currentTarget.close();
  }

  return (
    <dialog
      ref={dialog}
      className="receipt-dialog"
      aria-labelledby="receipt-title"
      onClick={closeWhenBeside}
      onClose={() => router.back()}
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
