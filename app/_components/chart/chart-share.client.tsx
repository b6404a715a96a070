"use client";

import { useId, useState } from "react";
import { embedCode, embedPath } from "#lib/site/chart-embed-code";
import { CopyButton } from "../receipt/copy-button.client.tsx";
import { fieldsOf } from "./choice.ts";
import type { LiveState } from "./live-state.ts";
import { writeView } from "./view-address.ts";

/** A link to the view shown, and code that shows it on another site: as of its vintage, or with the newest figures. */
export function ChartShare({ name, state }: { name: string; state: LiveState }) {
  const [isPinned, setPinned] = useState(true);
  const group = useId();
  const { shown, original, first } = state;
  const { id } = first.plotted;
  const { origin, pathname, search } = window.location;
  const query = writeView(search, id, shown, original);
  const link = `${origin}${pathname}${query === "" ? "" : `?${query}`}#chart-${id}`;
  const { asOf, ...view } = fieldsOf(shown);
  const fields = isPinned ? { ...view, asOf } : view;
  const code = embedCode({ origin, path: embedPath(id, fields), title: name });
  return (
    <div className="chart-share-panel">
      <h4>Link to this view</h4>
      <p className="chart-share-text" tabIndex={0}>
        {link}
      </p>
      <CopyButton text={link} />
      <h4>Embed this view</h4>
      <fieldset>
        <legend className="visually-hidden">Which figures the embedded chart shows</legend>
        <label>
          <input type="radio" name={group} checked={isPinned} onChange={() => setPinned(true)} />
          These figures, always
        </label>
        <label>
          <input type="radio" name={group} checked={!isPinned} onChange={() => setPinned(false)} />
          The newest figures
        </label>
      </fieldset>
      <pre className="chart-share-text" tabIndex={0}>
        {code}
      </pre>
      <CopyButton text={code} />
    </div>
  );
}
