"use client";

import { useEffect, useId, useState } from "react";
import type { AreaChoice, AreaLimits } from "#lib/charts/choose-areas";

/** The areas that a chart may show, as a list of boxes to tick, or of which one is chosen, and a field that shortens it. */
export function AreaList({
  id,
  shown,
  limits: { least, most },
  onChoose,
}: {
  id: string;
  shown: readonly string[];
  limits: AreaLimits;
  onChoose: (slugs: readonly string[]) => void;
}) {
  const [areas, setAreas] = useState<readonly AreaChoice[] | "failed" | null>(null);
  const [filter, setFilter] = useState("");
  // Their order stays while boxes are ticked: what moves loses the focus.
  const [ahead] = useState(shown);
  const field = useId();

  useEffect(() => {
    const leaving = new AbortController();
    readAreas(id, leaving.signal).then(setAreas, () => {
      if (!leaving.signal.aborted) setAreas("failed");
    });
    return () => leaving.abort();
  }, [id]);

  if (areas === "failed") {
    return <p role="status">The list of areas cannot be read at the moment.</p>;
  }
  if (areas === null) return <p role="status">Reading the areas…</p>;
  const wanted = filter.trim().toLowerCase();
  const listed = areas.filter(
    ({ slug, name }) => shown.includes(slug) || name.toLowerCase().includes(wanted),
  );
  const isOne = most === 1;
  const isFull = shown.length >= most;
  const change = (slug: string, isChosen: boolean): void =>
    onChoose(isOne ? [slug] : isChosen ? [...shown, slug] : shown.filter((one) => one !== slug));
  return (
    <>
      <label className="chart-control-label" htmlFor={field}>
        Find an area
      </label>
      <input
        id={field}
        type="search"
        value={filter}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <p className="chart-areas-hint" role="status">
        {isOne
          ? "This form of chart shows one area at a time."
          : isFull
            ? `${most} areas are the most; take one away to add another.`
            : `${shown.length} shown; up to ${most} may be.`}
      </p>
      <ul>
        {[...listed].sort(withAhead(ahead)).map(({ slug, name }) => {
          const isShown = shown.includes(slug);
          // A chart of nothing shows nothing: the last areas stay until another is there.
          const isHeld = !isOne && (isShown ? shown.length <= least : isFull);
          return (
            <li key={slug}>
              <label>
                <input
                  type={isOne ? "radio" : "checkbox"}
                  name={isOne ? field : undefined}
                  checked={isShown}
                  disabled={isHeld}
                  onChange={(event) => change(slug, event.currentTarget.checked)}
                />
                {name}
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function withAhead(slugs: readonly string[]) {
  return (left: AreaChoice, right: AreaChoice): number =>
    Number(slugs.includes(right.slug)) - Number(slugs.includes(left.slug));
}

async function readAreas(id: string, signal: AbortSignal): Promise<readonly AreaChoice[]> {
  const answer = await fetch(`/charts/${encodeURIComponent(id)}.areas.json`, { signal });
  if (!answer.ok) throw new Error(`The areas of ${id} were answered with ${answer.status}`);
  const list: unknown = await answer.json();
  return Array.isArray(list) ? list.filter(isArea) : [];
}

function isArea(value: unknown): value is AreaChoice {
  return (
    typeof value === "object" &&
    value !== null &&
    "slug" in value &&
    typeof value.slug === "string" &&
    "name" in value &&
    typeof value.name === "string"
  );
}
