"use client";

import Link from "next/link";
import { useState, type ReactNode } from "react";

interface ClaimLinkProps {
  readonly id: string;
  readonly href: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A link to a receipt, fetched ahead only once the reader shows interest: an article has dozens of claims. */
export function ClaimLink({ id, href, className, children }: ClaimLinkProps) {
  const [wanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return (
    <Link
      id={claimLinkId(id)}
      className={className}
      href={href}
      scroll={false}
      prefetch={wanted ? null : false}
      onPointerEnter={want}
      onTouchStart={want}
      onFocus={want}
    >
      {children}
    </Link>
  );
}

/** The element a closed receipt gives the focus back to. */
export function claimLinkId(id: string): string {
  return `claim-${id}`;
}
