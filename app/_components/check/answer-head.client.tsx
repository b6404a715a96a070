"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** The heading of an answer, which takes the focus when it comes: it stands above the form that was sent. */
export function AnswerHead({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <h1 ref={heading} id="check-answer" tabIndex={-1}>
      {children}
    </h1>
  );
}
