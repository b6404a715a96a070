"use client";

import {
  useCallback,
  useEffect,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
} from "react";
import type { VintageDate } from "#lib/series/observation";
import type { ChartChoices, ChartContent } from "#lib/site/chart-view";
import { ChangedNotice, type ChartSubject } from "./changed-notice.tsx";
import { ChartControls } from "./chart-controls.client.tsx";
import { ChartFoot } from "./chart-foot.client.tsx";
import { headlineSubject } from "./headline-subject.ts";
import { isPending, statusOf } from "./live-state.ts";
import type { LivePicture } from "./live-picture.client.tsx";
import { useLiveChart } from "./use-live-chart.ts";
import { whenWanted } from "./when-wanted.ts";

type Picture = ComponentType<Parameters<typeof LivePicture>[0]>;

/**
 * A chart that a reader can change. It begins with the server's picture (`children`), in the same box; Chart.js is loaded
 * when the reader comes near the chart and then draws every picture, from figures that the store answers.
 */
export function LiveChart({
  name,
  first,
  choices,
  subject,
  alone,
  children,
}: {
  /** The chart's headline as plain text. */
  name: string;
  first: ChartContent;
  choices: ChartChoices;
  subject: ChartSubject;
  /** Whether the page is about this chart and nothing else. */
  alone: boolean;
  children: ReactNode;
}) {
  const { state, choose, restore } = useLiveChart(first, choices, alone);
  const [Picture, setPicture] = useState<Picture | null>(null);
  const [drawn, setDrawn] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const controls = useRef<HTMLDivElement>(null);
  const { content, wanted, shownBy, notices, news } = state;
  const pending = isPending(state);
  const vintageName = (asOf: VintageDate): string =>
    choices.vintages.find(({ date }) => date === asOf)?.label ?? asOf;

  const isFirst = content === first;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    return whenWanted(element, { atOnce: !isFirst }, () => {
      void loadPicture().then(
        (loaded) => setPicture(() => loaded),
        // The server's picture stays, and it is complete: nothing needs to be said.
        () => undefined,
      );
    });
  }, [isFirst]);

  const onDrawn = useCallback(() => setDrawn(true), []);

  function restoreAndStay(): void {
    restore();
    // The button goes with the change; the reader is put where the next one can be made.
    controls.current?.focus();
  }

  return (
    <>
      <p className="chart-measure">{content.measure}</p>
      <ChartControls
        id={first.plotted.id}
        content={content}
        choices={choices}
        choice={wanted}
        name={name}
        onChoose={choose}
        ref={controls}
      />
      <ChangedNotice
        subject={headlineSubject(state, choices, vintageName)}
        of={subject}
        by={shownBy}
        notices={notices}
        onRestore={restoreAndStay}
      />
      <div
        className={`chart-box chart-box-${first.plotted.form}`}
        ref={box}
        aria-busy={pending}
        data-live={drawn}
      >
        <div className="chart-still" aria-hidden={drawn ? true : undefined}>
          {children}
        </div>
        {Picture === null ? null : (
          <Picture plotted={content.plotted} alt={content.alt} onDrawn={onDrawn} />
        )}
      </div>
      <p className="chart-status" role="status">
        {statusOf(state)}
      </p>
      <div className="chart-linked" data-chart-panel="" />
      <p className="chart-spoken" aria-live="polite">
        {news ? `${content.measure}, vintage of ${vintageName(content.plotted.asOf)}` : null}
      </p>
      <ChartFoot name={name} state={state} />
      <p className="chart-source">{content.source}</p>
      {content.note === null ? null : (
        <figcaption className="chart-remark">{content.note}</figcaption>
      )}
    </>
  );
}

/** Chart.js and the fonts it writes with: a canvas does not redraw itself when a font arrives. */
async function loadPicture(): Promise<Picture> {
  const [loaded] = await Promise.all([import("./live-picture.client.tsx"), document.fonts.ready]);
  return loaded.LivePicture;
}
