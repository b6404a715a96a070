"use client";

import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useRef, useState, useTransition, type ReactNode } from "react";

/**
 * Follows the files of a preview and shows it anew when one is saved: React takes over what has changed, so that the place on
 * the page and the focus stay. A tab in the background lets go, since a browser holds few connections to one server.
 */
export function PreviewLive({
  address,
  mark,
  at,
  children,
}: {
  /** Where the mark of the files is told, each time that it changes. */
  readonly address: string;
  /** That of the files as they are shown. */
  readonly mark: string;
  /** When they were read, an instant in UTC. */
  readonly at: string;
  readonly children: ReactNode;
}) {
  const router = useRouter();
  const [follows, setFollows] = useState(false);
  const [isReading, startReading] = useTransition();
  const shown = useRef(mark);
  const focused = useRef("");
  useLayoutEffect(() => {
    shown.current = mark;
    // What a problem stood round is another element without it.
    if (document.activeElement !== document.body || focused.current === "") return;
    document.getElementById(focused.current)?.focus({ preventScroll: true });
  }, [mark]);
  useEffect(() => {
    let source: EventSource | null = null;
    const close = () => {
      source?.close();
      source = null;
      setFollows(false);
    };
    const open = () => {
      close();
      if (document.hidden) return;
      source = new EventSource(address);
      source.onopen = () => setFollows(true);
      source.onerror = () => setFollows(false);
      source.onmessage = ({ data }: MessageEvent<string>) => {
        if (data === shown.current) return;
        focused.current = document.activeElement?.id ?? "";
        startReading(() => router.refresh());
      };
    };
    open();
    document.addEventListener("visibilitychange", open);
    return () => {
      document.removeEventListener("visibilitychange", open);
      close();
    };
  }, [address, router]);
  return (
    <p className="preview-live" data-follows={follows} data-mark={mark}>
      <span role="status">{children}</span>
      <span className="preview-read">
        {isReading ? "Reading …" : `Read ${at.slice(11, 19)} UTC`}
        {follows ? "" : "; not following"}
      </span>
    </p>
  );
}
