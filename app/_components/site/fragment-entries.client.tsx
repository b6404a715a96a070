"use client";

import { useEffect } from "react";

/**
 * Following a fragment ("#how-we-know") makes an entry of the history that the browser writes and the router does not
 * know: going back to it, the router would leave on the page whatever was opened since. Saying the address again makes
 * the entry the router's own.
 */
export function FragmentEntries() {
  useEffect(() => {
    function adopt() {
      if (window.history.state === null)
        window.history.replaceState(null, "", window.location.href);
    }
    window.addEventListener("hashchange", adopt);
    return () => window.removeEventListener("hashchange", adopt);
  }, []);
  return null;
}
