"use client";

import { useRef, useState, useSyncExternalStore, type ComponentType } from "react";
import { ChartDescription } from "./chart-description.client.tsx";
import { ChartTable } from "./chart-table.tsx";
import type { ChartShare } from "./chart-share.client.tsx";
import type { LiveState } from "./live-state.ts";

type Share = ComponentType<Parameters<typeof ChartShare>[0]>;

/** What is below a picture: its table, its files, a link to the view, code for other sites, the whole screen. */
export function ChartFoot({ name, state }: { name: string; state: LiveState }) {
  const { plotted, measure, alt, csvPath, pngPath } = state.content;
  const [Share, setShare] = useState<Share | null>(null);
  const foot = useRef<HTMLDivElement>(null);
  const fills = useSyncExternalStore(
    neverChanges,
    () => document.fullscreenEnabled,
    () => false,
  );

  function fillScreen(): void {
    // A browser may refuse; the chart is as it was, and nothing needs to be said.
    const done = document.fullscreenElement
      ? document.exitFullscreen()
      : foot.current?.closest("figure")?.requestFullscreen();
    done?.catch(() => undefined);
  }

  return (
    <div className="chart-foot" ref={foot}>
      <ChartTable plotted={plotted} measure={measure} />
      <ChartDescription plotted={plotted} alt={alt} />
      <details
        className="chart-share"
        onToggle={(event) => {
          if (!event.currentTarget.open || Share !== null) return;
          import("./chart-share.client.tsx").then(
            ({ ChartShare: loaded }) => setShare(() => loaded),
            // Without it the address bar and the files are still there.
            () => undefined,
          );
        }}
      >
        <summary>Share or embed</summary>
        {Share === null ? null : <Share name={name} state={state} />}
      </details>
      <p className="chart-downloads">
        <a href={csvPath} download aria-label="Download CSV">
          CSV
        </a>
        <a href={pngPath} download aria-label="Download PNG">
          PNG
        </a>
        <a href={csvPath.replace(".csv?", ".svg?")} download aria-label="Download SVG">
          SVG
        </a>
        <button type="button" className="chart-fill" data-there={fills} onClick={fillScreen}>
          Full screen
        </button>
      </p>
    </div>
  );
}

const neverChanges = () => () => undefined;
