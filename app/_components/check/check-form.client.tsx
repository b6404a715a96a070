"use client";

import { useEffect, useRef, useState, useTransition, type SubmitEvent } from "react";
import type { VintageDate } from "#lib/series/observation";
import { lengthProblem } from "#lib/site/check-text-length";
import { checkPasted } from "../../check/actions.ts";
import { olderMessage, reloadOlderPage } from "../site/older-page.ts";
import { longestText } from "../../check/form.ts";
import { DayChoice } from "./day-choice.tsx";
import { cameBack, forgetText, keepText, keptText } from "./kept-text.ts";
import { TextBox } from "./text-box.client.tsx";

interface CheckFormProps {
  readonly text: string;
  /** Why the text that was sent was not checked; null where none was, or it was. */
  readonly refusal: string | null;
  /** Whether this is the page that an answer to a text has come with. */
  readonly isAnswer: boolean;
  /** The day to hold it against; null for the newest. */
  readonly asOf: VintageDate | null;
  /** The newest first; empty when they cannot be read. */
  readonly days: readonly VintageDate[];
}

/**
 * A box for a text and the day it is read as of. When it cannot be sent, React would show an error in the place of the page, and what was typed would be
 * lost; so it is sent from here, and stays. Without JavaScript the browser posts the form, and keeps it by itself.
 */
export function CheckForm({ text, refusal, isAnswer, asOf, days }: CheckFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const told = useRef<HTMLParagraphElement>(null);
  const [isPending, startCheck] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const [isKept, setKept] = useState(false);
  const message = problem ?? refusal;

  useEffect(() => {
    if (isAnswer) return;
    const hasReturned = cameBack();
    const kept = keptText();
    const { box, day } = partsOf(form.current);
    if (kept === null || !box || !day) return;
    if (!hasReturned && box.value !== "") return;
    fill(box, kept.text);
    day.value = kept.asOf;
    setKept(true);
    // Who comes back to an answer finds it again, though it was nowhere but in the page.
    if (hasReturned) form.current?.requestSubmit();
  }, [isAnswer]);

  useEffect(() => {
    if (!isPending) told.current?.scrollIntoView({ block: "nearest" });
  }, [message, isPending]);

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const { box, day } = partsOf(form.current);
    const sent = box?.value ?? "";
    const tooLong = lengthProblem(sent, longestText);
    setProblem(tooLong);
    if (tooLong !== null) return;
    keepText({ text: sent, asOf: day?.value ?? "" });
    const posted = new FormData(event.currentTarget);
    startCheck(async () => {
      try {
        await checkPasted(posted);
      } catch (error) {
        // The text is kept, and is in the box of the page that is loaded anew.
        const older = reloadOlderPage(error);
        if (older === "reloading") return;
        const noAnswer = "No answer came. The text is still in the box: try again in a minute.";
        setProblem(older === "older" ? olderMessage : noAnswer);
      }
    });
  }

  function forget() {
    forgetText();
    const { box } = partsOf(form.current);
    if (box) fill(box, "");
    setKept(false);
    box?.focus();
  }

  return (
    <form ref={form} className="check-form" action={checkPasted} onSubmit={send}>
      {message === null || isPending ? null : (
        <p ref={told} className="remark check-refused" role="alert">
          {message}
        </p>
      )}
      {isKept ? (
        <p className="check-kept">
          This tab has kept the text that you checked last.{" "}
          <button type="button" onClick={forget}>
            Forget it
          </button>
        </p>
      ) : null}
      <TextBox text={text} isPending={isPending} />
      <p className="check-as-of">
        <DayChoice asOf={asOf} days={days} />
        <button type="submit" aria-disabled={isPending}>
          Check the figures
        </button>
        <span className="check-pending" role="status">
          {isPending ? "Checking …" : ""}
        </span>
      </p>
    </form>
  );
}

function partsOf(form: HTMLFormElement | null) {
  return { box: form?.querySelector("textarea"), day: form?.querySelector("select") };
}

/** Puts a text into the box as if it were typed. */
function fill(box: HTMLTextAreaElement, text: string) {
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
