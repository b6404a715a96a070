"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLayoutEffect, useRef, useState, type ReactNode, type Ref } from "react";
import { Tick, tickWords, type TickKind } from "../tick/tick.tsx";
import { TickedText } from "../tick/ticked-text.tsx";
import { hasRoom } from "./slip-room.ts";

interface ClaimLinkProps extends SlipProps {
  readonly id: string;
  readonly href: string;
  readonly children: ReactNode;
}

/** What a slip says: a statement that is true has its words, anything else its value. */
interface SlipProps {
  readonly kind: TickKind;
  readonly outcome?: string | undefined;
  readonly words?: string | undefined;
  readonly note: string;
}

/**
 * A link to a receipt, fetched ahead only once the reader shows interest: an article has dozens of claims. Its slip, too, is
 * made then, and shown where the margin beside the claim is empty.
 */
export function ClaimLink({ id, href, children, ...slip }: ClaimLinkProps) {
  const [wanted, setWanted] = useState(false);
  const [room, setRoom] = useState(false);
  const placed = useRef<HTMLSpanElement>(null);
  const router = useRouter();
  useLayoutEffect(() => {
    if (wanted) setRoom(hasRoom(placed.current));
  }, [wanted]);
  const want = () => {
    setWanted(true);
    setRoom(hasRoom(placed.current));
  };
  return (
    <span className="claim-place">
      <Link
        id={claimLinkId(id)}
        className={`claim claim-${slip.kind}`}
        data-room={room || undefined}
        href={href}
        scroll={false}
        prefetch={wanted ? null : false}
        onNavigate={(event) => {
          leaveFragment();
          // The receipt that stands open in the margin makes room: closing the next one leads back to the article.
          if (document.querySelector(".receipt-dialog[open]") === null) return;
          event.preventDefault();
          router.replace(href, { scroll: false });
        }}
        onPointerEnter={want}
        onTouchStart={want}
        onFocus={want}
      >
        <TickedText kind={slip.kind}>{children}</TickedText>
      </Link>
      {wanted && <Slip ref={placed} {...slip} />}
    </span>
  );
}

/** A claim's outcome on the margin, under the pointer or focus. It repeats the receipt, so assistive technology skips it. */
function Slip({ ref, kind, outcome, words, note }: SlipProps & { ref: Ref<HTMLSpanElement> }) {
  return (
    <span ref={ref} className="slip" aria-hidden="true">
      <span className="slip-verdict">
        <Tick kind={kind} /> {tickWords[kind]}
      </span>
      {outcome && <span className="slip-value">{outcome}</span>}
      {words && <span className="slip-words">{words}</span>}
      <span className="slip-note">{note}</span>
    </span>
  );
}

/**
 * Drops the fragment from the address before a receipt opens. Closing it is a step back, and on a step back to an address
 * with a fragment the browser takes scroll position and focus to what the fragment names.
 */
function leaveFragment() {
  const { hash, pathname, search } = window.location;
  if (hash !== "") window.history.replaceState(window.history.state, "", pathname + search);
}

/** The element a closed receipt gives the focus back to. */
export function claimLinkId(id: string): string {
  return `claim-${id}`;
}
