"use client";

import Link from "next/link";
import { useLayoutEffect, useRef } from "react";

export type Reading = "then" | "now";

interface ThenNowLinksProps {
  /** The address of the article. */
  readonly path: string;
  readonly here: Reading;
  /** The days of the figures, ready to print. */
  readonly then: string;
  readonly now: string;
}

/** Where the reader was when one text made way for the other: a claim that both have, and how far down the window. */
let left: { readonly claim: Element | undefined; readonly top: number } | null = null;

/** The two links of the switch. Who is somewhere in the text stays there: the other text is longer or shorter by its marks. */
export function ThenNowLinks({ path, here, then, now }: ThenNowLinksProps) {
  const current = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => {
    if (left === null) return;
    const { claim, top } = left;
    left = null;
    current.current?.focus({ preventScroll: true });
    const same = document.getElementById(claim?.id ?? "");
    if (same !== null) window.scrollBy(0, same.getBoundingClientRect().top - top);
  }, []);
  return (
    <>
      {(["then", "now"] as const).map((reading) => (
        <Link
          key={reading}
          href={reading === "then" ? path : `${path}/now`}
          aria-current={reading === here ? "page" : undefined}
          ref={reading === here ? current : undefined}
          scroll={false}
          prefetch={false}
          onNavigate={() => {
            left = placeIn(current.current?.parentElement);
          }}
        >
          <span className="then-now-name">{reading === "then" ? "As published" : "Now"}</span>{" "}
          {reading === "then" ? then : now}
        </Link>
      ))}
    </>
  );
}

/** The first claim below the switch, once the switch has come along with the text; above the text all stays as it is. */
function placeIn(bar: Element | null | undefined): typeof left {
  const { top = 1, bottom = 0 } = bar?.getBoundingClientRect() ?? {};
  const claims = top > 0 ? [] : [...document.querySelectorAll(".article a.claim")];
  const claim = claims.find((link) => link.getBoundingClientRect().top >= bottom);
  return { claim, top: claim?.getBoundingClientRect().top ?? 0 };
}
