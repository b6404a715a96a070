"use client";

import { useRouter } from "next/navigation";
import { startTransition, useState, useTransition, type SubmitEvent } from "react";
import type { DeskRange } from "#lib/desk/desk-range";
import type { DeskArticle } from "#lib/desk/desk-article";
import { formatDay } from "#lib/series/format";
import { decideAtDesk, decideInPlace } from "../../desk/actions.ts";
import { formPlace } from "../../desk/outcome-address.ts";
import { DeskField } from "./desk-field.tsx";

/** What an editor has typed of a decision; the key is never given back. */
export interface TypedDecision {
  readonly by: string;
  readonly note: string;
  readonly on: string;
}

interface DeskFormProps {
  readonly article: Pick<DeskArticle, "slug" | "to" | "seen">;
  /** Whether it may be left as written: not when it was before. */
  readonly leaves: boolean;
  /** The two vintages of the page, to which it comes back. */
  readonly range: DeskRange;
  readonly typed: TypedDecision;
}

/**
 * An editor signs the article at the newer vintage, or leaves it as written. Without scripts the browser posts the form and is sent
 * to what came of it. With them it is sent from here, so that what was typed stays when no answer comes.
 */
export function DeskForm({ article: { slug, to, seen }, leaves, range, typed }: DeskFormProps) {
  const router = useRouter();
  const [isSending, startSending] = useTransition();
  const [isLost, setLost] = useState(false);
  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const posted = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startSending(async () => {
      const address = await decideInPlace(posted).catch(() => null);
      startTransition(() => {
        setLost(address === null);
        if (address !== null) router.replace(address);
      });
    });
  }
  const hidden = { slug, to, seen, shownFrom: range.from ?? "", shownTo: range.to ?? "" };
  return (
    <form
      className="desk-form"
      id={formPlace(slug)}
      action={decideAtDesk}
      onSubmit={send}
      aria-label={`Decide on ${slug}`}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="desk-form-why">
        For editors. To sign moves the article to the vintage of {formatDay(to)}; it is refused
        while words do not hold there. To leave keeps it as written, and needs a reason.
      </p>
      <DeskField
        id={`${slug}-by`}
        label="Name, as readers see it"
        name="by"
        required
        maxLength={100}
        autoComplete="name"
        defaultValue={typed.by}
      />
      <DeskField
        id={`${slug}-note`}
        label="Note or reason, as readers see it"
        name="note"
        maxLength={280}
        autoComplete="off"
        defaultValue={typed.note}
      />
      <DeskField
        id={`${slug}-on`}
        label="Day, when it is not today in New York"
        name="on"
        type="date"
        defaultValue={typed.on}
      />
      <DeskField
        id={`${slug}-key`}
        label="Key"
        name="key"
        type="password"
        required
        maxLength={200}
        autoComplete="current-password"
      />
      <p className="desk-form-ways">
        <button type="submit" name="decision" value="signed" aria-disabled={isSending}>
          Sign
        </button>
        {leaves ? (
          <button type="submit" name="decision" value="left" aria-disabled={isSending}>
            Leave as written
          </button>
        ) : null}
        <span className="desk-pending" role="status">
          {isSending ? "The gate reads the article …" : ""}
        </span>
      </p>
      {isLost ? (
        <p className="desk-refused" role="alert">
          No answer came. What you typed is still here. Read the page again before you decide: the
          decision may have been recorded.
        </p>
      ) : null}
    </form>
  );
}
