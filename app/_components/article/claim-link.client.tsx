"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, type ReactNode, type SyntheticEvent } from "react";
import { hasRoom } from "./slip-room.ts";

interface ClaimLinkProps {
  readonly id: string;
  readonly href: string;
  readonly className: string;
  readonly children: ReactNode;
}

/**
 * A link to a receipt, fetched ahead only once the reader shows interest: an article has dozens of claims. The slip that
 * follows it is shown where the margin beside it is empty.
 */
export function ClaimLink({ id, href, className, children }: ClaimLinkProps) {
  const [wanted, setWanted] = useState(false);
  const [room, setRoom] = useState(false);
  const router = useRouter();
  const want = (event: SyntheticEvent<HTMLAnchorElement>) => {
    setWanted(true);
    setRoom(hasRoom(event.currentTarget.nextElementSibling));
  };
  return (
    <Link
      id={claimLinkId(id)}
      className={className}
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
      {children}
    </Link>
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
