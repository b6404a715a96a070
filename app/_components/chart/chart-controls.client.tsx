"use client";

import { useId, type ReactNode, type Ref } from "react";
import type { ChartChoices, ChartContent } from "#lib/site/chart-view";
import { ChartAreas } from "./chart-areas.client.tsx";
import type { Choice } from "./choice.ts";
import { otherAreas } from "./view-address.ts";

/** Native selects for what a chart lets a reader choose; what has one choice only is said, or left out. */
export function ChartControls({
  id,
  content,
  choices,
  choice,
  name,
  onChoose,
  ref,
}: {
  id: string;
  /** What is shown, for a range or an area that is none of those offered. */
  content: ChartContent;
  choices: ChartChoices;
  choice: Choice;
  /** The chart's headline, for the name of the group. */
  name: string;
  onChoose: (choice: Choice) => void;
  ref: Ref<HTMLDivElement>;
}) {
  const { ranges, transformations, vintages } = choices;
  const range = ranges.findIndex(({ from, to }) => from === choice.from && to === choice.to);
  const [onlyVintage] = vintages;
  return (
    <div
      className="chart-controls"
      role="group"
      aria-label={`Change the chart: ${name}`}
      ref={ref}
      // For the script only: no stop of its own for the Tab key.
      tabIndex={-1}
    >
      {ranges.length < 2 ? null : (
        <Control
          label="Range"
          value={String(range)}
          onChange={(value) => {
            const chosen = ranges[Number(value)];
            if (chosen !== undefined) onChoose({ ...choice, from: chosen.from, to: chosen.to });
          }}
        >
          {range === -1 ? <option value="-1">{content.span}</option> : null}
          {ranges.map(({ label }, index) => (
            <option key={label} value={index}>
              {label}
            </option>
          ))}
        </Control>
      )}
      {transformations.length < 2 ? null : (
        <Control
          label="Show"
          value={choice.transformation}
          onChange={(value) => {
            const chosen = transformations.find((one) => one.value === value);
            if (chosen !== undefined) onChoose({ ...choice, transformation: chosen.value });
          }}
        >
          {transformations.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Control>
      )}
      {vintages.length < 2 ? (
        <p className="chart-control-fact">
          <span className="chart-control-label">As of</span> {onlyVintage?.label}
        </p>
      ) : (
        <Control
          label="As of"
          value={choice.asOf}
          onChange={(value) => {
            const chosen = vintages.find(({ date }) => date === value);
            if (chosen !== undefined)
              onChoose({ ...choice, ...beside(chosen.date, choice.compare) });
          }}
        >
          {vintages.map(({ date, label }) => (
            <option key={date} value={date}>
              {label}
            </option>
          ))}
        </Control>
      )}
      {vintages.length < 2 || !choices.compares ? null : (
        <Control
          label="Compare with"
          value={choice.compare ?? ""}
          onChange={(value) => {
            const chosen = vintages.find(({ date }) => date === value);
            onChoose({ ...choice, compare: chosen?.date ?? null });
          }}
        >
          <option value="">no other</option>
          {vintages
            .filter(({ date }) => date !== choice.asOf)
            .map(({ date, label }) => (
              <option key={date} value={date}>
                {label}
              </option>
            ))}
        </Control>
      )}
      {choices.areas === null ? null : (
        <ChartAreas
          id={id}
          choices={choices.areas}
          chosen={choice.areas}
          names={content.plotted.series.map(({ label }) => label)}
          onChoose={(slugs) => onChoose({ ...choice, areas: otherAreas(slugs, choices) })}
        />
      )}
    </div>
  );
}

/** A vintage is not compared with itself. */
function beside(
  asOf: Choice["asOf"],
  compare: Choice["compare"],
): Pick<Choice, "asOf" | "compare"> {
  return { asOf, compare: compare === asOf ? null : compare };
}

function Control({
  label,
  value,
  onChange,
  children,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="chart-control">
      <label className="chart-control-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </div>
  );
}
