import { useCallback, useEffect, useState } from "react";
import type { PlottedChart } from "#lib/charts/plotted";
import { comparePeriods, isPeriod, monthsOf } from "#lib/series/period";
import { cellOf } from "#lib/site/chart-links";
import { highlightEvent, wordsOf } from "./linked-show.ts";
import { sayFigure, type ChartPoint } from "./linked-walk.ts";

/** What a guided link has lit up in a figure, until the reader turns to something else; empty for nothing. */
export function useHighlight(figure: Element | null): {
  readonly highlight: string;
  readonly clear: () => void;
} {
  const [highlight, setHighlight] = useState("");
  const clear = useCallback(() => {
    figure?.removeAttribute("data-highlight");
    setHighlight("");
  }, [figure]);
  useEffect(() => {
    if (figure === null) return;
    const read = (): void => setHighlight(figure.getAttribute("data-highlight") ?? "");
    read();
    figure.addEventListener(highlightEvent, read);
    // The reader's own choice of a range or of other figures is about something else.
    figure.addEventListener("change", clear);
    return () => {
      figure.removeEventListener(highlightEvent, read);
      figure.removeEventListener("change", clear);
    };
  }, [figure, clear]);
  return { highlight, clear };
}

/** Whether a guided link lights a figure up: its series, its periods, or both are named. */
export function isHighlighted(highlight: string, chart: PlottedChart, point: ChartPoint): boolean {
  const words = wordsOf(highlight);
  const key = words.get("key");
  const from = words.get("from") ?? "";
  const to = words.get("to") ?? "";
  const cell = cellOf(chart, point);
  if (cell === null || (key === undefined && from === "")) return false;
  if (key !== undefined && key !== cell.key) return false;
  if (!isPeriod(from) || !isPeriod(to)) return true;
  const months = monthsOf(cell.period);
  return (
    comparePeriods(monthsOf(from).first, months.first) <= 0 &&
    comparePeriods(months.last, monthsOf(to).last) <= 0
  );
}

/** What a reader who does not see the light is told. */
export function sayHighlighted(chart: PlottedChart, lit: readonly ChartPoint[]): string {
  const [first] = lit;
  const last = lit.at(-1);
  if (first === undefined || last === undefined) return "";
  if (lit.length <= 3) {
    return `Lit up in the chart: ${lit.map((point) => sayFigure(chart, point)).join("; ")}`;
  }
  return `${lit.length} figures are lit up in the chart, from ${sayFigure(chart, first)} to ${sayFigure(chart, last)}`;
}
