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
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent as ReactPointerEvent,
} from "react";
import { createPortal } from "react-dom";
import { Chart } from "react-chartjs-2";
import { drawChart } from "#lib/charts/draw";
import { frameFor } from "#lib/charts/frame";
import type { PlottedChart } from "#lib/charts/plotted";
import type { Theme } from "#lib/charts/theme";
import { readLinks, readsFigure } from "#lib/site/chart-links";
import { themeOf } from "./css-theme.ts";
import { drawingLayer } from "./drawing-layer.ts";
import { liveConfig } from "./live-config.ts";
import { isHighlighted, sayHighlighted, useHighlight } from "./linked-highlight.ts";
import { useLit, usePointedClaim } from "./linked-claims.ts";
import { LinkedPanel, type PanelPart } from "./linked-panel.tsx";
import { nearestFigure } from "./linked-nearest.ts";
import { litRows } from "./linked-rows.ts";
import { sayFigure, stepTo, type ChartPoint } from "./linked-walk.ts";
import { Spotlight } from "./spotlight.tsx";

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

/** The figure that is pointed at; it means nothing over another chart than the one it was found in. */
interface Pointed extends ChartPoint {
  readonly of: PlottedChart;
}

/**
 * Chart.js in the box of the server's picture, and what links it with the text: a claim pointed at lights its figures here,
 * a figure pointed at lights its claims there. `onDrawn` is called when there is something to see.
 */
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
  const [found, setFound] = useState<Pointed | null>(null);
  const [spoken, setSpoken] = useState<{ of: PlottedChart; text: string } | null>(null);
  const [part, setPart] = useState<PanelPart | null>(null);
  const [figure, setFigure] = useState<Element | null>(null);
  const pointed = found?.of === plotted ? found : null;
  // The list of sentences is about a figure, and goes with it.
  const unfolded = part === "uses" && pointed === null ? null : part;
  const hintId = useId();

  useLayoutEffect(() => {
    const element = holder.current;
    if (element === null) return;
    setFigure(element.closest("figure"));
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

  const isSet = setting !== null;
  const frame = frameFor(setting?.width ?? 0);
  const drawing = useMemo(
    () => (isSet ? drawChart(plotted, frame) : null),
    [plotted, frame, isSet],
  );
  const config = useMemo(
    () =>
      setting === null || drawing === null
        ? null
        : liveConfig(plotted, drawing, setting.theme, setting.width / drawing.width),
    [plotted, drawing, setting],
  );

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

  const linksText = figure?.getAttribute("data-links") ?? null;
  const links = useMemo(() => readLinks(linksText ?? ""), [linksText]);
  const claim = usePointedClaim();
  const { highlight, clear } = useHighlight(figure);
  const link = useMemo(() => links.find(({ id }) => id === claim), [links, claim]);
  const lit = useMemo(() => {
    const figures = drawing?.figures ?? [];
    const read = figures.filter((one) => link !== undefined && readsFigure(link, plotted, one));
    return read.length > 0 ? read : figures.filter((one) => isHighlighted(highlight, plotted, one));
  }, [link, highlight, plotted, drawing]);
  const marked = useMemo(() => {
    const subjects = { spans: link?.subjects ?? [] };
    const about = lit.filter((one) => readsFigure(subjects, plotted, one));
    return about.length > 0 ? about : lit;
  }, [link, lit, plotted]);
  useLit(useCallback(() => litRows(figure, plotted, marked), [figure, plotted, marked]));
  const uses = useMemo(
    () => (pointed === null ? [] : links.filter((link) => readsFigure(link, plotted, pointed))),
    [links, plotted, pointed],
  );

  const leave = useCallback(() => {
    clear();
    setFound(null);
    setPart(null);
    const chart = canvas.current;
    chart?.setActiveElements([]);
    chart?.tooltip?.setActiveElements([], { x: 0, y: 0 });
    chart?.update("none");
  }, [clear]);
  useLeaving(figure, pointed !== null, leave);

  function point(next: ChartPoint): void {
    if (pointed?.series === next.series && pointed.position === next.position) return;
    setFound({ of: plotted, series: next.series, position: next.position });
    setPart(null);
  }

  function pointAt(event: ReactPointerEvent<HTMLElement>): void {
    if (drawing === null || setting === null) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = drawing.width / box.width;
    const x = (event.clientX - box.left) * scale;
    const next = nearestFigure(drawing, x, (event.clientY - box.top) * scale);
    if (next === undefined) return;
    point(next);
    // A tap is a step; a pointer on its way says nothing.
    if (event.type !== "pointerdown") return;
    clear();
    say(next);
  }

  function say(next: ChartPoint): void {
    const count = new Set(
      links.flatMap((link) => (readsFigure(link, plotted, next) ? [link.sentence] : [])),
    ).size;
    const used =
      linksText === null || linksText === ""
        ? ""
        : count === 0
          ? " No sentence uses it."
          : ` Used in ${count} ${count === 1 ? "sentence" : "sentences"}; Enter lists them.`;
    setSpoken({ of: plotted, text: `${sayFigure(plotted, next)}.${used}` });
  }

  function walk(event: KeyboardEvent): void {
    const chart = canvas.current;
    if (chart === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?" || (event.key === "Enter" && pointed !== null)) {
      event.preventDefault();
      setPart(event.key === "?" ? "keys" : "uses");
      return;
    }
    if (event.key === "Escape" && (pointed !== null || part !== null || highlight !== "")) {
      event.preventDefault();
      leave();
      setSpoken(null);
      return;
    }
    const next = stepTo(event.key, pointed, plotted);
    if (next === undefined) return;
    event.preventDefault();
    const active =
      (plotted.series[next.series]?.values[next.position] ?? null) === null
        ? []
        : [{ datasetIndex: next.series, index: next.position }];
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update("none");
    clear();
    point(next);
    say(next);
  }

  const place = figure?.querySelector("[data-chart-panel]") ?? null;
  return (
    <div className="chart-live" ref={holder} onPointerMove={pointAt} onPointerDown={pointAt}>
      {config === null || drawing === null ? null : (
        <>
          <Chart
            ref={canvas}
            type={config.type}
            data={config.data}
            options={config.options}
            role="application"
            aria-roledescription="chart"
            aria-label={alt}
            aria-describedby={hintId}
            tabIndex={0}
            onKeyDown={walk}
          />
          <Spotlight
            plotted={plotted}
            drawing={drawing}
            lit={lit}
            marked={marked}
            pointed={drawing.figures.find(
              ({ series, position }) => series === pointed?.series && position === pointed.position,
            )}
          />
        </>
      )}
      <p className="chart-spoken" id={hintId}>
        Arrow keys step through the figures; the question mark lists the keys.
      </p>
      <p className="chart-spoken" aria-live="polite">
        {highlight !== ""
          ? sayHighlighted(plotted, lit)
          : spoken?.of === plotted
            ? spoken.text
            : null}
      </p>
      {place === null
        ? null
        : createPortal(
            <LinkedPanel
              plotted={plotted}
              pointed={pointed}
              uses={uses}
              linked={links.length > 0}
              part={unfolded}
              onPart={setPart}
              onClose={() => {
                setPart(null);
                canvas.current?.canvas.focus();
              }}
            />,
            place,
          )}
    </div>
  );
}

/** Lets go of what is pointed at when a mouse or the focus leaves the figure, or a finger taps elsewhere. */
function useLeaving(figure: Element | null, isPointed: boolean, leave: () => void): void {
  useEffect(() => {
    if (figure === null || !isPointed) return;
    const out = (event: Event): void => {
      const focused = document.activeElement;
      // A click beside everything that can be used puts the focus on the figure itself, which points at nothing.
      const within = focused !== figure && figure.contains(focused);
      if (event instanceof PointerEvent && event.pointerType !== "touch" && !within) leave();
    };
    const elsewhere = (event: Event): void => {
      if (!(event.target instanceof Node && figure.contains(event.target))) leave();
    };
    figure.addEventListener("pointerleave", out);
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    return () => {
      figure.removeEventListener("pointerleave", out);
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
    };
  }, [figure, isPointed, leave]);
}
