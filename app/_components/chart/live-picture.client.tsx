"use client";

import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
} from "chart.js";
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { Chart } from "react-chartjs-2";
import { drawChart } from "#lib/charts/draw";
import { frameFor } from "#lib/charts/frame";
import type { PlottedChart } from "#lib/charts/plotted";
import type { Theme } from "#lib/charts/theme";
import { themeOf } from "./css-theme.ts";
import { drawingLayer } from "./drawing-layer.ts";
import { figuresAt, liveConfig } from "./live-config.ts";

ChartJs.register(
  BarController,
  BarElement,
  CategoryScale,
  LineController,
  LineElement,
  LinearScale,
  PointElement,
  Tooltip,
  drawingLayer,
);
/** The place a canvas has, and the colours of the page round it. */
interface Setting {
  readonly width: number;
  readonly theme: Theme;
}

/** Chart.js in the box of the server's picture. `onDrawn` is called when there is something to see. */
export function LivePicture({
  plotted,
  alt,
  onDrawn,
}: {
  plotted: PlottedChart;
  alt: string;
  onDrawn: () => void;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<ChartJs<"line" | "bar"> | null>(null);
  const [setting, setSetting] = useState<Setting | null>(null);
  const [spoken, setSpoken] = useState<{ of: PlottedChart; text: string } | null>(null);

  useLayoutEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const look = (): void => {
      const { width } = element.getBoundingClientRect();
      if (width > 0) setSetting({ width, theme: themeOf(element) });
    };
    look();
    const size = new ResizeObserver(look);
    size.observe(element);
    const schemes = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) =>
      matchMedia(query),
    );
    for (const scheme of schemes) scheme.addEventListener("change", look);
    return () => {
      size.disconnect();
      for (const scheme of schemes) scheme.removeEventListener("change", look);
    };
  }, []);

  const config = useMemo(() => {
    if (setting === null) return null;
    const frame = frameFor(setting.width);
    return liveConfig(
      plotted,
      drawChart(plotted, frame),
      setting.theme,
      setting.width / frame.width,
    );
  }, [plotted, setting]);

  const ready = config !== null;
  useLayoutEffect(() => {
    if (ready) onDrawn();
  }, [ready, onDrawn]);

  // Other figures: what was pointed at may be gone or be another figure now, so that nothing is pointed at.
  useEffect(() => {
    const chart = canvas.current;
    if (chart === null) return;
    chart.setActiveElements([]);
    chart.tooltip?.setActiveElements([], { x: 0, y: 0 });
    chart.update("none");
  }, [plotted]);

  function walk(event: KeyboardEvent): void {
    const chart = canvas.current;
    const last = plotted.positions.length - 1;
    if (chart === null || last < 0) return;
    const now = chart.getActiveElements()[0]?.index;
    const next = stepTo(event.key, now, last);
    if (next === undefined) return;
    event.preventDefault();
    const active = plotted.series.flatMap(({ values }, datasetIndex) =>
      (values[next] ?? null) === null ? [] : [{ datasetIndex, index: next }],
    );
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update("none");
    setSpoken({ of: plotted, text: figuresAt(plotted, next) });
  }

  return (
    <div className="chart-live" ref={holder}>
      {config === null ? null : (
        <Chart
          ref={canvas}
          type={config.type}
          data={config.data}
          options={config.options}
          aria-label={alt}
          tabIndex={0}
          onKeyDown={walk}
        />
      )}
      <p className="chart-spoken" aria-live="polite">
        {spoken?.of === plotted ? spoken.text : null}
      </p>
    </div>
  );
}

/** The position an arrow key leads to; undefined for a key that means nothing here. */
function stepTo(key: string, now: number | undefined, last: number): number | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return now === undefined ? 0 : Math.min(now + 1, last);
    case "ArrowLeft":
    case "ArrowUp":
      return now === undefined ? last : Math.max(now - 1, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return undefined;
  }
}
