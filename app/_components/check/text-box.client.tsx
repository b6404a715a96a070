"use client";

import { useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { longestText } from "../../check/form.ts";

/** Where a text goes. With JavaScript it says how much there is, and holds back what is too long before it is sent. */
export function TextBox({ text }: { text: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(text.length);
  const over = length - longestText;
  function measure() {
    const now = box.current?.value.length ?? 0;
    setLength(now);
    box.current?.setCustomValidity(
      now > longestText ? `The text is ${count(now - longestText)} characters too long.` : "",
    );
  }
  return (
    <>
      <label htmlFor="check-text">
        The text: an article, a release, a table’s rows. Nothing is kept.
      </label>
      <textarea
        ref={box}
        id="check-text"
        name="text"
        rows={9}
        defaultValue={text}
        aria-describedby="check-length"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        onInput={measure}
      />
      <p id="check-length" className={over > 0 ? "check-length check-over" : "check-length"}>
        {length === 0 ? "" : `${count(length)} characters; `}
        {over > 0
          ? `${count(over)} too many. Paste it part by part.`
          : `at most ${count(longestText)} are read at once.`}
      </p>
    </>
  );
}

/** Sends the text, and says while it is read. */
export function CheckButton() {
  const { pending } = useFormStatus();
  return (
    <>
      <button type="submit" aria-disabled={pending}>
        Check the figures
      </button>
      <span className="check-pending" role="status">
        {pending ? "Checking …" : ""}
      </span>
    </>
  );
}

function count(characters: number): string {
  return characters.toLocaleString("en-US");
}
