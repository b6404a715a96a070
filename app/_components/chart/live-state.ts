import type { ChartAnswer } from "#lib/site/chart-query";
import type { ChartContent } from "#lib/site/chart-view";
import { olderMessage } from "../site/older-page.ts";
import { isSame, type Choice } from "./choice.ts";

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
  /** Whether the answer takes longer than a reader expects. */
  readonly slow: boolean;
  /** Who asked for the last choice, and for the one that is shown. */
  readonly wantedBy: Asker;
  readonly shownBy: Asker;
  /** What of a link that led here could not be followed. */
  readonly notices: readonly string[];
  /** Whether the picture is the answer to a choice, so that a reader who does not see it must be told. */
  readonly news: boolean;
}

/** A reader at the chart's controls, or a link to a view: an address or a guided link of the text. */
export type Asker = "reader" | "link";

export type LiveEvent =
  | {
      readonly type: "chosen";
      readonly ticket: number;
      readonly choice: Choice;
      readonly by: Asker;
      readonly notices?: readonly string[];
    }
  | { readonly type: "answered"; readonly ticket: number; readonly answer: ChartAnswer }
  | { readonly type: "slow"; readonly ticket: number }
  | { readonly type: "given up"; readonly ticket: number }
  | {
      readonly type: "unreachable";
      readonly ticket: number;
      readonly offline?: boolean;
      /** The page is of a version of the site that is gone. */
      readonly isOlder?: boolean;
    }
  | { readonly type: "restored"; readonly ticket: number };

/** `range` is that of the chart as the page has it, where it names its ends. */
export function startingState(
  content: ChartContent,
  range: Pick<Choice, "from" | "to"> = { from: null, to: null },
): LiveState {
  const { transformation, asOf, compared } = content.plotted;
  const choice: Choice = {
    from: range.from,
    to: range.to,
    transformation,
    asOf,
    compare: compared?.asOf ?? null,
    areas: null,
  };
  return {
    first: content,
    original: choice,
    content,
    shown: choice,
    wanted: choice,
    ticket: 0,
    failure: null,
    slow: false,
    wantedBy: "link",
    shownBy: "link",
    notices: [],
    news: false,
  };
}

/** Late answers are dropped; a refusal or an outage keeps the picture and puts the controls back to what it shows. */
export function nextState(state: LiveState, event: LiveEvent): LiveState {
  const { ticket } = event;
  if (event.type === "chosen") {
    const { choice, by, notices = [] } = event;
    // The page's own picture is at hand: nothing is asked.
    if (isSame(choice, state.original)) {
      const start = startingState(state.first, state.original);
      return { ...start, ticket, notices, news: state.content !== state.first };
    }
    const asked = { wanted: choice, wantedBy: by, ticket, notices };
    return { ...state, ...asked, failure: null, slow: false, news: false };
  }
  // The first picture is at hand: nothing is asked, and answers still on their way come too late.
  if (event.type === "restored") {
    return { ...startingState(state.first, state.original), ticket, news: true };
  }
  if (ticket !== state.ticket || !isPending(state)) return state;
  switch (event.type) {
    case "slow":
      return { ...state, slow: true };
    case "given up":
      return kept(state, "The figures did not come in time.");
    case "unreachable":
      return kept(state, whyUnreachable(event));
    case "answered":
      return event.answer.ok ? answered(state, event.answer) : kept(state, event.answer.message);
  }
}

/** The picture of an answer; what it could not follow of the choice is said, and the controls show what it did. */
function answered(
  state: LiveState,
  { content, areas }: Extract<ChartAnswer, { ok: true }>,
): LiveState {
  const notices = areas === undefined ? state.notices : [...state.notices, areas.notice];
  const choice = areas === undefined ? state.wanted : { ...state.wanted, areas: areas.shown };
  if (isSame(choice, state.original)) {
    const start = startingState(state.first, state.original);
    return { ...start, ticket: state.ticket, notices, news: state.content !== state.first };
  }
  return {
    ...state,
    content,
    shown: choice,
    wanted: choice,
    shownBy: state.wantedBy,
    failure: null,
    slow: false,
    notices,
    news: true,
  };
}

/** The last good picture, with the controls put back to it, and why. */
function kept(state: LiveState, why: string): LiveState {
  const failure = `${why} The picture is as it was.`;
  return { ...state, wanted: state.shown, slow: false, failure };
}

export function isPending({ shown, wanted }: LiveState): boolean {
  return shown !== wanted;
}

/** What a chart says of the question on its way, or of why it came to nothing; null when there is nothing to say. */
export function statusOf(state: LiveState): string | null {
  if (!isPending(state)) return state.failure;
  return state.slow
    ? "Still reading the figures: the answer takes longer than usual. The picture is as it was."
    : "Reading the figures…";
}

function whyUnreachable({ offline: isOffline, isOlder }: LiveEvent & { type: "unreachable" }) {
  if (isOlder === true) return olderMessage;
  return isOffline === true ? offline : unreachable;
}

const unreachable = "The figures could not be read just now.";
const offline = "You are offline, and the figures cannot be read.";
