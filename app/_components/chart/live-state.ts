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

/** The article's own chart, the last good picture, the choice it shows, and the choice that was asked for last. */
export interface LiveState {
  readonly first: ChartContent;
  readonly original: Choice;
  readonly content: ChartContent;
  readonly shown: Choice;
  readonly wanted: Choice;
  /** Number of the newest question; an answer to an older one comes too late. */
  readonly ticket: number;
  /** Why the last choice is not shown; null when it is. */
  readonly failure: string | null;
  /** Whether the picture is the answer to a choice, so that a reader who does not see it must be told. */
  readonly news: boolean;
}

export type LiveEvent =
  | { readonly type: "chosen"; readonly ticket: number; readonly choice: Choice }
  | { readonly type: "answered"; readonly ticket: number; readonly answer: ChartAnswer }
  | { readonly type: "unreachable"; readonly ticket: number }
  | { readonly type: "restored"; readonly ticket: number };

export function startingState(content: ChartContent): LiveState {
  const { transformation, asOf } = content.plotted;
  const choice = { range: 0, transformation, asOf };
  return {
    first: content,
    original: choice,
    content,
    shown: choice,
    wanted: choice,
    ticket: 0,
    failure: null,
    news: false,
  };
}

/** Late answers are dropped; a refusal or an outage keeps the picture and puts the controls back to what it shows. */
export function nextState(state: LiveState, event: LiveEvent): LiveState {
  if (event.type === "chosen") {
    return { ...state, wanted: event.choice, ticket: event.ticket, failure: null, news: false };
  }
  // The first picture is at hand: nothing is asked, and answers still on their way come too late.
  if (event.type === "restored") {
    return { ...startingState(state.first), ticket: event.ticket, news: true };
  }
  if (event.ticket !== state.ticket) return state;
  if (event.type === "answered" && event.answer.ok) {
    const { content } = event.answer;
    return { ...state, content, shown: state.wanted, failure: null, news: true };
  }
  const why = event.type === "answered" && !event.answer.ok ? event.answer.message : unreachable;
  return { ...state, wanted: state.shown, failure: `${why} The picture is as it was.` };
}

export function isPending({ shown, wanted }: LiveState): boolean {
  return shown !== wanted;
}

const unreachable = "The figures could not be read just now.";
