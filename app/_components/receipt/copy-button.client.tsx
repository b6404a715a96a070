"use client";

import { useState, useSyncExternalStore } from "react";

const neverChanges = () => () => undefined;

interface CopyButtonProps {
  readonly text: string;
  /** What it is, for who hears the button and does not see what stands beside it. */
  readonly what?: string;
}

/** Copies a text. Not seen without JavaScript (receipt.css): the text beside it can be selected. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const scripted = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const [said, setSaid] = useState("");

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      // Refused by the browser or its owner; the text is still there to select.
      setSaid("Could not copy: select the text");
    }
  }

  return (
    <p className="copy">
      <button
        type="button"
        disabled={!scripted}
        aria-label={what === undefined ? undefined : `Copy: ${what}`}
        onClick={() => void copy()}
      >
        Copy
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
