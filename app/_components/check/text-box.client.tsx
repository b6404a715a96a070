"use client";

import { useEffect, useRef, useState } from "react";
import { longestText } from "../../check/form.ts";

interface TextBoxProps {
  readonly text: string;
  /** Whether a check is on its way: its answer takes the place of the box, with what was typed meanwhile. */
  readonly isPending: boolean;
}

/** Where a text goes. With JavaScript it says how much there is, and how much is too much. */
export function TextBox({ text, isPending }: TextBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(text.length);
  const over = length - longestText;
  function measure() {
    setLength(box.current?.value.length ?? 0);
  }
  // What was typed before the script was there.
  useEffect(measure, []);
  return (
    <>
      <label htmlFor="check-text">The text: an article, a release, a table’s rows.</label>
      <textarea
        ref={box}
        id="check-text"
        name="text"
        rows={9}
        defaultValue={text}
        aria-describedby="check-length"
        aria-invalid={over > 0}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        readOnly={isPending}
        onInput={measure}
      />
      <p id="check-length" className={over > 0 ? "check-length check-over" : "check-length"}>
        {length === 0
          ? `At most ${count(longestText)} characters are read at once.`
          : over > 0
            ? `${count(length)} characters; ${count(over)} too many. Check it part by part.`
            : `${count(length)} characters; at most ${count(longestText)} are read at once.`}
      </p>
    </>
  );
}

function count(characters: number): string {
  return characters.toLocaleString("en-US");
}
