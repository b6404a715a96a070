"use client";

import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import type { ChartAnswer } from "#lib/site/chart-query";
import type { ChartChoices, ChartContent } from "#lib/site/chart-view";
import { reloadOlderPage } from "../site/older-page.ts";
import { queryChart } from "../../charts/actions.ts";
import { onChartRequest, type Fields } from "./chart-request.ts";
import { fieldsOf, isSame, type Choice } from "./choice.ts";
import { nextState, startingState, type Asker, type LiveState } from "./live-state.ts";
import type { AddressedView, Holding } from "./nearest-view.ts";
import { fieldsAsked, writeView } from "./view-address.ts";

/**
 * From then on a reader is told that the answer takes long, and from then on that it is not waited for, in milliseconds; and after
 * that long what will be there soon is asked for again.
 */
const patience = { slow: 4_000, end: 30_000, soon: 1_500 } as const;
const mostTries = 4;

/** The state of a chart that a reader can change: asks the store, keeps the view in the address, follows links to a view. */
export function useLiveChart(
  first: ChartContent,
  choices: ChartChoices,
  alone: boolean,
): LiveChartState {
  const [state, dispatch] = useReducer(nextState, first, (content) =>
    startingState(content, choices.ranges[0]),
  );
  const tickets = useRef(0);
  const { id, positions } = first.plotted;
  const { original, shown } = state;
  const holding = useMemo(
    () => ({ original, choices, first: positions[0] ?? "", last: positions.at(-1) ?? "" }),
    [original, choices, positions],
  );

  const ask = useCallback(
    (choice: Choice, by: Asker, notices: readonly string[] = []): void => {
      const ticket = ++tickets.current;
      dispatch({ type: "chosen", ticket, choice, by, notices });
      if (isSame(choice, original)) return;
      setTimeout(() => dispatch({ type: "slow", ticket }), patience.slow);
      setTimeout(() => dispatch({ type: "given up", ticket }), patience.end);
      const held = String(choices.held);
      askPatiently({ id, ...fieldsOf(choice), held }, () => tickets.current === ticket).then(
        (answer) => dispatch({ type: "answered", ticket, answer }),
        (error: unknown) => {
          const older = reloadOlderPage(error, () => {
            // A page made anew follows its address.
            if (tickets.current === ticket) replaceAddress(id, choice, original, alone);
          });
          if (older === "reloading") return;
          const isOlder = older === "older";
          dispatch({ type: "unreachable", ticket, offline: !navigator.onLine, isOlder });
        },
      );
    },
    [id, original, alone, choices.held],
  );
  const choose = useCallback((choice: Choice): void => ask(choice, "reader"), [ask]);

  const follow = useCallback(
    (fields: Fields, isStillWanted: () => boolean): void => {
      // Most readers follow no link to a view. Without what finds it the chart stays as the page has it, which is complete.
      loadNearest().then(
        (nearestView) => {
          if (!isStillWanted()) return;
          const { choice, notices } = nearestView(fields, holding);
          ask(choice, "link", notices);
        },
        () => undefined,
      );
    },
    [holding, ask],
  );

  // The address is followed once: from then on the chart writes it.
  const followed = useRef(false);
  useEffect(() => {
    if (followed.current) return;
    followed.current = true;
    const fields = fieldsAsked(new URLSearchParams(window.location.search), id, alone);
    // A reader who has chosen meanwhile has chosen.
    if (fields.length > 0) follow(fields, () => tickets.current === 0);
  }, [id, alone, follow]);

  useEffect(() => onChartRequest(id, (fields) => follow(fields, () => true)), [id, follow]);

  useEffect(() => {
    if (tickets.current > 0) replaceAddress(id, shown, original, alone);
  }, [id, shown, original, alone]);

  const restore = useCallback((): void => {
    dispatch({ type: "restored", ticket: ++tickets.current });
  }, []);
  return { state, choose, restore };
}

/** Asks again while an answer is only a moment away, and somebody still waits for it. */
async function askPatiently(
  call: Readonly<Record<string, string>>,
  isWanted: () => boolean,
): Promise<ChartAnswer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await queryChart(call);
    if (answer.ok || answer.isSoon !== true || tries === mostTries || !isWanted()) return answer;
    await new Promise((resolve) => setTimeout(resolve, patience.soon));
  }
}

export interface LiveChartState {
  readonly state: LiveState;
  readonly choose: (choice: Choice) => void;
  readonly restore: () => void;
}

/** What is seen can be shared from the address bar; going back leads to the page before, not to the view before. */
function replaceAddress(id: string, shown: Choice, original: Choice, alone: boolean): void {
  const { pathname, search, hash } = window.location;
  const query = writeView(search, id, shown, original, alone);
  const address = `${pathname}${query === "" ? "" : `?${query}`}${hash}`;
  if (address !== `${pathname}${search}${hash}`) window.history.replaceState(null, "", address);
}

async function loadNearest(): Promise<(fields: Fields, holding: Holding) => AddressedView> {
  return (await import("./nearest-view.ts")).nearestView;
}
