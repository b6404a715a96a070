"use client";

import { useEffect, useRef, useState } from "react";
import { runsOverTime, type PlottedChart } from "#lib/charts/plotted";
import { positionName } from "#lib/charts/position-name";

/**
 * A chart as sound, on request: the higher the figure, the higher the tone. The library is loaded when a reader asks, and
 * has its own keys, which `h` lists.
 */
export function ChartSound({ plotted }: { plotted: PlottedChart }) {
  const [wanted, setWanted] = useState(false);
  const [failed, setFailed] = useState(false);
  const player = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = player.current;
    const cc = words.current;
    if (!wanted || element === null || cc === null) return;
    let cleanUp: (() => void) | undefined;
    let ended = false;
    import("chart2music").then(
      ({ c2mChart }) => {
        if (ended) return;
        const { err, data } = c2mChart({ ...scoreOf(plotted), element, cc, lang: "en" });
        setFailed(err !== null);
        cleanUp = () => data?.cleanUp();
        element.focus();
      },
      () => setFailed(true),
    );
    return () => {
      ended = true;
      cleanUp?.();
      cc.replaceChildren();
    };
  }, [wanted, plotted]);

  function press(key: string, shiftKey: boolean): void {
    player.current?.focus();
    player.current?.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true }));
  }

  return (
    <div className="chart-sound">
      <button type="button" aria-expanded={wanted} onClick={() => setWanted(!wanted)}>
        {wanted ? "Stop listening" : "Listen to this chart"}
      </button>
      {!wanted ? null : failed ? (
        <p role="status">The sound could not be loaded just now.</p>
      ) : (
        <>
          <button
            type="button"
            onClick={() => {
              press("Home", false);
              press("End", true);
            }}
          >
            Play
          </button>
          <div className="chart-player" ref={player}>
            Arrow keys sound one figure each; Shift and End plays to the end; h lists all keys.
          </div>
          <div className="chart-player-words" ref={words} />
        </>
      )}
    </div>
  );
}

/** A chart's figures as the library wants them; a missing figure is silent. */
function scoreOf(chart: PlottedChart) {
  const { names, series, unit, form } = chart;
  const rows = series.map(
    ({ label, values }) =>
      [
        label,
        values.flatMap((value, x) => (value === null ? [] : [{ x, y: Number(value) }])),
      ] as const,
  );
  const type: "line" | "bar" = runsOverTime(form) && form !== "bar" ? "line" : "bar";
  return {
    type,
    data: Object.fromEntries(rows),
    axes: {
      x: { label: positionName(chart), format: (x: number) => names[x] ?? "" },
      y: {
        label: unit,
        format: (y: number) => y.toLocaleString("en-US", { maximumFractionDigits: 1 }),
      },
    },
  };
}
