"use client";

import { useEffect, useRef } from "react";

interface DeskOutcomeProps {
  /** Where the address of the page points. */
  readonly id: string;
  readonly ok: boolean;
  readonly message: string;
  readonly problems: readonly string[];
}

/** What came of a decision, at the form that was sent: the focus moves there. Without scripts the browser goes there by the address. */
export function DeskOutcomeNote({ id, ok, message, problems }: DeskOutcomeProps) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    note.current?.focus();
  }, []);
  return (
    <div
      ref={note}
      id={id}
      tabIndex={-1}
      className={ok ? "desk-done" : "desk-refused"}
      role={ok ? "status" : "alert"}
    >
      <p>{message}</p>
      {problems.length === 0 ? null : (
        <ul>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
