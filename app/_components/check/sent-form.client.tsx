"use client";

import { startTransition, useState, type ReactNode, type SubmitEvent } from "react";
import { checkPasted } from "../../check/actions.ts";

/**
 * The form of a text. When it cannot be sent, React would show an error in the place of the page, and what was typed would be
 * lost; so it is sent from here, and stays. Without JavaScript the browser posts the form, and keeps it by itself.
 */
export function SentForm({ children }: { children: ReactNode }) {
  const [isLost, setLost] = useState(false);
  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const posted = new FormData(event.currentTarget);
    startTransition(async () => {
      const isSent = await checkPasted(posted).then(
        () => true,
        () => false,
      );
      startTransition(() => setLost(!isSent));
    });
  }
  return (
    <form className="check-form" action={checkPasted} onSubmit={send}>
      {children}
      {isLost ? (
        <p className="check-refused" role="alert">
          No answer came. The text is still in the box: try again in a minute.
        </p>
      ) : null}
    </form>
  );
}
