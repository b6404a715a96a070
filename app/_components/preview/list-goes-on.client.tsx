"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** So long articles are looked at before the list is asked for again, in milliseconds. */
const pause = 2_000;

/**
 * Says that some articles are being looked at, and asks for the list again for as long as that is so. The page stays where it is and
 * keeps its focus, which it would not if the browser loaded it anew; without JavaScript a link does.
 */
export function ListGoesOn({ unseen }: { readonly unseen: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), pause);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p className="remark" role="status">
      {unseen === 1 ? "One is" : `${unseen} are`} being looked at.{" "}
      <Link href="/preview" prefetch={false}>
        Go on
      </Link>
    </p>
  );
}
