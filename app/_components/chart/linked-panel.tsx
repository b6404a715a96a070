import { useCallback, useEffect, useRef, type ReactNode } from "react";
import type { PlottedChart } from "#lib/charts/plotted";
import { cellOf, type LinkedClaim } from "#lib/site/chart-links";
import { ChartSound } from "./chart-sound.client.tsx";
import { claimLinks, useLit } from "./linked-claims.ts";
import { sayFigure, walkKeys, type ChartPoint } from "./linked-walk.ts";

/** What of the panel is unfolded. */
export type PanelPart = "uses" | "keys";

/**
 * Below a chart: where the figure pointed at is used, and on request all those sentences, or the keys. One line is always
 * kept for it, so that pointing moves nothing.
 */
export function LinkedPanel({
  plotted,
  pointed,
  uses,
  linked,
  part,
  onPart,
  onClose,
}: {
  plotted: PlottedChart;
  pointed: ChartPoint | null;
  uses: readonly LinkedClaim[];
  /** Whether the page has claims that use this chart's figures. */
  linked: boolean;
  part: PanelPart | null;
  onPart: (part: PanelPart | null) => void;
  onClose: () => void;
}) {
  const claims = useCallback(() => claimLinks(uses.map(({ id }) => id)), [uses]);
  useLit(claims);
  return (
    <div
      className="chart-linked-parts"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <p className="chart-uses">
        {pointed === null ? null : (
          <Uses pointed={pointed} uses={uses} linked={linked} plotted={plotted} onPart={onPart} />
        )}
      </p>
      <div className="chart-linked-tools">
        <button type="button" onClick={() => onPart(part === "keys" ? null : "keys")}>
          Keys
        </button>
        <ChartSound plotted={plotted} />
      </div>
      {part === null ? null : (
        <Unfolded key={part}>
          {part === "keys" ? <Keys /> : <UseList plotted={plotted} pointed={pointed} uses={uses} />}
          <button type="button" onClick={onClose}>
            Close
          </button>
        </Unfolded>
      )}
    </div>
  );
}

function Uses({
  plotted,
  pointed,
  uses,
  linked,
  onPart,
}: {
  plotted: PlottedChart;
  pointed: ChartPoint;
  uses: readonly LinkedClaim[];
  linked: boolean;
  onPart: (part: PanelPart) => void;
}) {
  const [first] = claimLinks(uses.map(({ id }) => id));
  const count = new Set(uses.map(({ sentence }) => sentence)).size;
  if (!linked || first === undefined) {
    return (
      <>
        {sayFigure(plotted, pointed)}
        {linked ? ". No sentence here uses it." : null}
      </>
    );
  }
  return (
    <>
      {count === 1 ? "Used in 1 sentence: " : `Used in ${count} sentences: `}
      <a href={`#${first.id}`}>“{textOf(first)}”</a>
      {uses.length === 1 ? null : (
        <button type="button" onClick={() => onPart("uses")}>
          All
        </button>
      )}
    </>
  );
}

/** Every claim that uses the figure, in the order of the text, and the series that it belongs to. */
function UseList({
  plotted,
  pointed,
  uses,
}: {
  plotted: PlottedChart;
  pointed: ChartPoint | null;
  uses: readonly LinkedClaim[];
}) {
  if (pointed === null) return null;
  const cell = cellOf(plotted, pointed);
  return (
    <>
      <p>{sayFigure(plotted, pointed)}</p>
      <ul>
        {claimLinks(uses.map(({ id }) => id)).map((link) => (
          <li key={link.id}>
            {leadOf(link)} <a href={`#${link.id}`}>“{textOf(link)}”</a>
          </li>
        ))}
        {cell === null ? null : (
          <li>
            <a href={`/data/${cell.key}?asOf=${plotted.asOf}`}>The series this figure is from</a>
          </li>
        )}
      </ul>
    </>
  );
}

function Keys() {
  return (
    <dl>
      {walkKeys.map(({ keys, what }) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What a key opened: the focus goes to its first link or button, and a reader hears what it is. */
function Unfolded({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>("a, button")?.focus(), []);
  return (
    <div className="chart-unfolded" role="group" ref={box}>
      {children}
    </div>
  );
}

/** The last words before a claim: "largest" alone says little. */
function leadOf(link: HTMLElement): string {
  const block = link.closest("p, li, td, h1, h2, h3, span.chart-headline");
  if (block === null) return "";
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEndBefore(link);
  const copy = before.cloneContents();
  for (const aside of copy.querySelectorAll(".slip, .visually-hidden, .now-mark")) aside.remove();
  const words = copy.textContent.trim().split(/\s+/);
  return words.length > leadWords ? `…${words.slice(-leadWords).join(" ")}` : words.join(" ");
}

const leadWords = 5;

/** The words of a claim, without the mark behind them. */
function textOf(link: HTMLElement): string {
  return [...link.querySelectorAll(".ticked-text")].map(({ textContent }) => textContent).join("");
}
