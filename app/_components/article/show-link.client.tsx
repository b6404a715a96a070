"use client";

import type { ReactNode } from "react";
import { requestChart } from "../chart/chart-request.ts";
import { lightUp } from "../chart/linked-show.ts";

/** A link to a chart that also moves it. Without JavaScript it still leads there. */
export function ShowLink({
  chart,
  fields,
  highlight,
  children,
}: {
  chart: string;
  fields: Readonly<Record<string, string>>;
  highlight: string;
  children: ReactNode;
}) {
  const anchor = `chart-${chart}`;
  return (
    <a
      className="show"
      href={`#${anchor}`}
      onClick={() => {
        requestChart(chart, fields);
        lightUp(document.getElementById(anchor), highlight);
      }}
    >
      {children}
    </a>
  );
}
