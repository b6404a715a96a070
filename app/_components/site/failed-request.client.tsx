"use client";

import { useSyncExternalStore } from "react";
import { requestReference } from "./request-reference.ts";

/** What a reader can tell us of a failure: the id of the request, or Next's name of the error where the browser does not say. */
export function FailedRequest({ digest }: { digest: string | undefined }) {
  const reference = useSyncExternalStore(never, requestReference, () => undefined) ?? digest;
  return reference === undefined ? null : <p className="label">Reference {reference}</p>;
}

function never(): () => void {
  return () => undefined;
}
