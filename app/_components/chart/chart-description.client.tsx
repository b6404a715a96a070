"use client";

import { useState } from "react";
import type { PlottedChart } from "#lib/charts/plotted";
import type { linkFigures } from "./linked-description.ts";

/**
 * What a chart shows, in words made from its figures: the text that stands for the picture where it is not seen. With
 * JavaScript each figure in it leads to the series it is of.
 */
export function ChartDescription({ plotted, alt }: { plotted: PlottedChart; alt: string }) {
  const [link, setLink] = useState<typeof linkFigures | null>(null);
  return (
    <details
      className="chart-description"
      onToggle={(event) => {
        if (!event.currentTarget.open || link !== null) return;
        import("./linked-description.ts").then(
          ({ linkFigures: loaded }) => setLink(() => loaded),
          // The words are there without their links.
          () => undefined,
        );
      }}
    >
      <summary>Describe this chart</summary>
      <p>
        {link === null
          ? alt
          : link(alt, plotted).map((part, index) =>
              typeof part === "string" ? (
                part
              ) : (
                <a key={index} href={`/data/${part.key}?asOf=${plotted.asOf}`}>
                  {part.text}
                </a>
              ),
            )}
      </p>
    </details>
  );
}
