"use client";

import { useRef, useState, type ComponentType } from "react";
import type { AreaChoices } from "#lib/site/chart-view";
import type { AreaList } from "./area-list.client.tsx";

type List = ComponentType<Parameters<typeof AreaList>[0]>;

/** Opens the list of areas that a chart may show; the list and its code come when it is first opened. */
export function ChartAreas({
  id,
  choices,
  chosen,
  names,
  onChoose,
}: {
  id: string;
  choices: AreaChoices;
  /** Slugs in the place of the chart's own; null while none were chosen. */
  chosen: readonly string[] | null;
  /** Names of the areas that the picture shows, where they are not the chart's own. */
  names: readonly string[];
  onChoose: (slugs: readonly string[]) => void;
}) {
  const [List, setList] = useState<List | null>(null);
  const [failed, setFailed] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  const { own, least, most } = choices;
  const shown = chosen ?? own.map(({ slug }) => slug);

  function load(): void {
    if (List !== null) return;
    setFailed(false);
    import("./area-list.client.tsx").then(
      ({ AreaList: loaded }) => setList(() => loaded),
      () => setFailed(true),
    );
  }

  return (
    <details
      className="chart-areas"
      ref={details}
      onToggle={(event) => {
        if (event.currentTarget.open) load();
      }}
      onKeyDown={(event) => {
        const element = details.current;
        if (event.key !== "Escape" || element?.open !== true) return;
        element.open = false;
        element.querySelector("summary")?.focus();
      }}
    >
      <summary>
        <span className="chart-control-label">{most === 1 ? "Area" : "Areas"}</span>{" "}
        {most === 1 ? (chosen === null ? own[0]?.name : names[0]) : shown.length}
      </summary>
      <div className="chart-areas-panel">
        {List === null ? (
          <p role="status">{failed ? "The list of areas could not be loaded." : "Loading…"}</p>
        ) : (
          <List id={id} shown={shown} limits={{ least, most }} onChoose={onChoose} />
        )}
      </div>
    </details>
  );
}
