import { checkContent } from "#lib/site/check-content";
import type { Refusal } from "#lib/site/content-refused";
import { contentState, type ContentState } from "#lib/site/content-state";
import { findingsOnDisk, type FindingsOnDisk } from "#lib/site/keep-findings";
import { outsideRequests } from "#lib/site/outside-requests";
import { gatedMark, gatedStamp, shownContent } from "#lib/site/shown-content";
import { SiteMemory } from "#lib/site/site-memory";
import { contentFolder } from "#lib/site/content";
import { stillHolds, storeHolds } from "#lib/site/holds";
import { formatProblem, type Problem } from "#lib/series/problem";
import { listReleases } from "#lib/store/vintage-rows";
import { reportOutage } from "./report-outage.ts";
import { seenGate } from "./seen-gate.ts";
import { reader, store } from "./store.ts";
import { timeNow } from "./time-now.ts";

/** What is known of the content by its mark (`gatedMark`: drafts are nobody's business here). */
interface KnownContent {
  /** The last that passed the gate; none when what is there has not. */
  accepted?: ContentState | undefined;
  /** The last that did not, with what the store held and what was shown: another vintage, or time, may make it right. */
  refused?: string;
  /** The first problem of the last that did not, by its mark. */
  trouble?: { readonly mark: string; readonly problem: Problem } | undefined;
  checking?: Promise<void> | undefined;
}

/** The content that pages are made of. */
export interface AcceptedContent {
  /** The last that passed the gate; null when there is none. */
  readonly content: ContentState | null;
  /** Whether it is what the folder holds: of anything else no page can be made. */
  readonly isInFolder: boolean;
}

declare global {
  /** Next loads this module once for pages and once for the page cache; both must go by the same content. */
  var tickmarkContent: KnownContent | undefined;
  var tickmarkMemory: SiteMemory | undefined;
}

const state = (globalThis.tickmarkContent ??= {});

/** What the gate found, for the site that is opened after it, and for the next time. */
export const siteMemory = (globalThis.tickmarkMemory ??= new SiteMemory(findingsOfBuild()));

/**
 * The content that passed the gate over a store that holds `held` (`storeHolds`). When a file changes, the gate is asked first,
 * while readers are shown what there was; content that it refuses never takes the place of what was good, and is asked about
 * again when it or the store has changed, or an article has appeared.
 */
export function acceptedContent(held: string): AcceptedContent {
  const content = contentState();
  const mark = gatedMark(content);
  // Of what was there when the server started nothing is known against it: `npm start` has just asked.
  const isFirst = state.accepted === undefined && state.refused === undefined;
  // A draft that changed is another content, and makes nothing else.
  if (isFirst || mark === acceptedMark()) state.accepted = content;
  const isInFolder = mark === acceptedMark();
  if (!isInFolder && refusedAs(held, mark, shownNow(content)) !== state.refused)
    void recheckContent();
  return { content: state.accepted ?? null, isInFolder };
}

/** Asks the gate of the content as it is now; one question at a time. */
export function recheckContent(): Promise<void> {
  return (state.checking ??= outsideRequests(check).finally(() => {
    state.checking = undefined;
  }));
}

/** Settles when the gate has answered, if it is being asked. */
export async function contentChecked(): Promise<void> {
  await state.checking;
}

/** Why what the folder holds is not shown: the first problem that the gate has with it; null when it has none, or was not asked yet. */
export function heldUpBy(): Problem | null {
  const mark = gatedMark(contentState());
  const { trouble } = state;
  const problem = trouble?.mark === mark ? trouble.problem : null;
  return mark === acceptedMark() ? null : problem;
}

/** Takes down that the gate said no, so that nobody asks it the same again. */
export function refuseContent({ held, content, shown, problems }: Refusal): void {
  // What was written to meanwhile may have been read half old and half new: the next who asks begins again.
  if (gatedMark(contentState()) !== content) return;
  state.refused = refusedAs(held, content, shown);
  if (acceptedMark() === content) state.accepted = undefined;
  const [first] = problems;
  state.trouble = first && { mark: content, problem: first };
  const told = first === undefined ? "" : formatProblem(first).split("\n")[0];
  reportOutage(`The content has ${problems.length} problems and is not shown`, new Error(told));
}

/**
 * What `npm start` and `tickmark check` found with the code that this server was built of. In development the code changes while the
 * server runs, and nothing on the disk is by the same gate.
 */
function findingsOfBuild(): FindingsOnDisk | null {
  const gate = process.env.TICKMARK_GATE;
  return gate ? findingsOnDisk(gate) : null;
}

async function check(): Promise<void> {
  try {
    const [held, content] = [await storeHolds(store()), contentState()];
    const [mark, stamp, now] = [gatedMark(content), gatedStamp(content), timeNow()];
    const shown = shownContent(content, now).mark;
    const releases = await listReleases(store());
    const { problems } = await seenGate(() =>
      checkContent({
        ...{ reader: reader(), heldVintages: releases.flatMap(({ vintages }) => vintages) },
        ...{ now, folder: contentFolder },
        keeping: siteMemory.findings.over(held, () => stillHolds(store(), held)),
      }),
    );
    // What was written to meanwhile, though it be as before, may have been another when the gate read it: who asks next begins again.
    if (gatedStamp(contentState()) !== stamp) return;
    if (problems.length > 0) refuseContent({ held, content: mark, shown, problems });
    else state.accepted = content;
  } catch (error) {
    // Nobody waits for this: a mistake of ours, too, is told and the last good content stays.
    const message = error instanceof Error ? error.message : String(error);
    reportOutage("The content cannot be checked", new Error(message, { cause: error }));
  }
}

function acceptedMark(): string | undefined {
  return state.accepted && gatedMark(state.accepted);
}

function shownNow(content: ContentState): string {
  return shownContent(content, timeNow()).mark;
}

function refusedAs(held: string, mark: string, shown: string): string {
  return `${held} ${mark} ${shown}`;
}
