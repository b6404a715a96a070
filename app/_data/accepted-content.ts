import { checkContent } from "#lib/site/check-content";
import { contentMark } from "#lib/site/content-mark";
import type { Refusal } from "#lib/site/content-refused";
import { storeHolds } from "#lib/site/site";
import { formatProblem, type Problem } from "#lib/series/problem";
import { listReleases } from "#lib/store/vintage-rows";
import { reportOutage } from "./report-outage.ts";
import { reader, store } from "./store.ts";

/** What is known of the content by its mark. */
interface ContentState {
  /** The last that passed the gate; none when what is there has not. */
  accepted?: string | undefined;
  /** The last that did not, with what the store held: another vintage may make it right. */
  refused?: string;
  /** The first problem of the last that did not, by its mark. */
  trouble?: { readonly mark: string; readonly problem: Problem } | undefined;
  checking?: Promise<void> | undefined;
}

/** The content that pages are made of. */
export interface AcceptedContent {
  /** The last that passed the gate; null when there is none. */
  readonly mark: string | null;
  /** Whether it is what the folder holds: of anything else no page can be made. */
  readonly isInFolder: boolean;
}

declare global {
  /** Next loads this module once for pages and once for the page cache; both must go by the same content. */
  var tickmarkContent: ContentState | undefined;
}

const state = (globalThis.tickmarkContent ??= {});

/**
 * The content that passed the gate over a store that holds `held` (`storeHolds`). When a file changes, the gate is asked first,
 * while readers are shown what there was; content that it refuses never takes the place of what was good, and is asked about
 * again when it or the store has changed.
 */
export async function acceptedContent(held: string): Promise<AcceptedContent> {
  const mark = await contentMark();
  // Of what was there when the server started nothing is known against it: it has just been built.
  if (state.accepted === undefined && state.refused === undefined) state.accepted = mark;
  if (mark !== state.accepted && refusedAs(held, mark) !== state.refused) void recheckContent();
  return { mark: state.accepted ?? null, isInFolder: mark === state.accepted };
}

/** Asks the gate of the content as it is now; one question at a time. */
export function recheckContent(): Promise<void> {
  return (state.checking ??= check().finally(() => {
    state.checking = undefined;
  }));
}

/** Settles when the gate has answered, if it is being asked. */
export async function contentChecked(): Promise<void> {
  await state.checking;
}

/** Why what the folder holds is not shown: the first problem that the gate has with it; null when it has none, or was not asked yet. */
export async function heldUpBy(): Promise<Problem | null> {
  const mark = await contentMark();
  const { accepted, trouble } = state;
  return mark !== accepted && trouble?.mark === mark ? trouble.problem : null;
}

/** Takes down that the gate said no, so that nobody asks it the same again. */
export async function refuseContent({ held, content, problems }: Refusal): Promise<void> {
  // What was written to meanwhile may have been read half old and half new: the next who asks begins again.
  if ((await contentMark()) !== content) return;
  state.refused = refusedAs(held, content);
  if (state.accepted === content) state.accepted = undefined;
  const [first] = problems;
  state.trouble = first && { mark: content, problem: first };
  const told = first === undefined ? "" : formatProblem(first).split("\n")[0];
  reportOutage(`The content has ${problems.length} problems and is not shown`, new Error(told));
}

async function check(): Promise<void> {
  try {
    const [held, content] = [await storeHolds(store()), await contentMark()];
    const releases = await listReleases(store());
    const { problems } = await checkContent(
      reader(),
      releases.flatMap(({ vintages }) => vintages),
    );
    if (problems.length > 0) await refuseContent({ held, content, problems });
    else if ((await contentMark()) === content) state.accepted = content;
  } catch (error) {
    // Nobody waits for this: a mistake of ours, too, is told and the last good content stays.
    const message = error instanceof Error ? error.message : String(error);
    reportOutage("The content cannot be checked", new Error(message, { cause: error }));
  }
}

function refusedAs(held: string, mark: string): string {
  return `${held} ${mark}`;
}
