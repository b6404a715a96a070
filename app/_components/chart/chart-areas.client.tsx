"use client";

import { useRef, useState, type ComponentType } from "react";
import type { AreaChoice } from "#lib/charts/choose-areas";
import type { AreaList } from "./area-list.client.tsx";

type List = ComponentType<Parameters<typeof AreaList>[0]>;

/** Opens the list of areas that a chart may show; the list and its code come when it is first opened. */
export function ChartAreas({
  id,
  own,
  chosen,
  onChoose,
}: {
  id: string;
  /** The areas of the chart as the page has it. */
  own: readonly AreaChoice[];
  /** Slugs in their place; null while none were chosen. */
  chosen: readonly string[] | null;
  onChoose: (areas: readonly string[] | null) => void;
}) {
  const [List, setList] = useState<List | null>(null);
  const [failed, setFailed] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
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
        <span className="chart-control-label">Areas</span> {shown.length}
      </summary>
      <div className="chart-areas-panel">
        {List === null ? (
          <p role="status">{failed ? "The list of areas could not be loaded." : "Loading…"}</p>
        ) : (
          <List
            id={id}
            shown={shown}
            onChoose={(slugs) => onChoose(isOwn(slugs, own) ? null : slugs)}
          />
        )}
      </div>
    </details>
  );
}

function isOwn(slugs: readonly string[], own: readonly AreaChoice[]): boolean {
  return slugs.length === own.length && own.every(({ slug }) => slugs.includes(slug));
}
