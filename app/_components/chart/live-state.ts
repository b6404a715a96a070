import type { Transformation } from "#lib/charts/transformation";
import type { VintageDate } from "#lib/series/observation";
import type { ChartAnswer } from "#lib/site/chart-query";
import type { ChartContent } from "#lib/site/chart-view";

/** What a reader has chosen; `range` is the place among the chart's ranges. */
export interface Choice {
  readonly range: number;
  readonly transformation: Transformation;
  readonly asOf: VintageDate;
}

/** The last good picture, the choice it shows, and the choice that was asked for last. */
export interface LiveState {
  readonly content: ChartContent;
  readonly shown: Choice;
  readonly wanted: Choice;
  /** Number of the newest question; an answer to an older one comes too late. */
  readonly ticket: number;
  /** Why the last choice is not shown; null when it is. */
  readonly failure: string | null;
}

export type LiveEvent =
  | { readonly type: "chosen"; readonly ticket: number; readonly choice: Choice }
  | { readonly type: "answered"; readonly ticket: number; readonly answer: ChartAnswer }
  | { readonly type: "unreachable"; readonly ticket: number };

export function startingState(content: ChartContent): LiveState {
  const { transformation, asOf } = content.plotted;
  const choice = { range: 0, transformation, asOf };
  return { content, shown: choice, wanted: choice, ticket: 0, failure: null };
}

/** Late answers are dropped; a refusal or an outage keeps the picture and puts the controls back to what it shows. */
export function nextState(state: LiveState, event: LiveEvent): LiveState {
  if (event.type === "chosen") {
    return { ...state, wanted: event.choice, ticket: event.ticket, failure: null };
  }
  if (event.ticket !== state.ticket) return state;
  if (event.type === "answered" && event.answer.ok) {
    return { ...state, content: event.answer.content, shown: state.wanted, failure: null };
  }
  const why = event.type === "answered" && !event.answer.ok ? event.answer.message : unreachable;
  return { ...state, wanted: state.shown, failure: `${why} The picture is as it was.` };
}

export function isPending({ shown, wanted }: LiveState): boolean {
  return shown !== wanted;
}

const unreachable = "The figures could not be read just now.";
