import { checkContent } from "#lib/site/check-content";
import { contentMark } from "#lib/site/content-mark";
import { formatProblem } from "#lib/series/problem";
import { listReleases } from "#lib/store/vintage-rows";
import { reportOutage } from "./report-outage.ts";
import { reader, store } from "./store.ts";

/** What is known of the content by its mark. */
interface ContentState {
  /** The last that passed the gate; none when what is there has not. */
  accepted?: string | undefined;
  /** The last that did not. */
  refused?: string;
  checking?: Promise<void> | undefined;
}

declare global {
  /** Next loads this module once for pages and once for the page cache; both must go by the same content. */
  var tickmarkContent: ContentState | undefined;
}

const state = (globalThis.tickmarkContent ??= {});

/**
 * The mark of the content that pages are made of. When a file changes, the gate is asked first, while readers are shown what there
 * was; content that it refuses never takes the place of what was good. Rejects when there is none that passed.
 */
export async function acceptedContent(): Promise<string> {
  const mark = await contentMark();
  // Of what was there when the server started nothing is known against it: it has just been built.
  if (state.accepted === undefined && state.refused !== mark) state.accepted = mark;
  if (mark !== state.accepted && mark !== state.refused) void recheckContent();
  if (state.accepted === undefined) throw new Error("The content does not pass the gate");
  return state.accepted;
}

/** Asks the gate of the content as it is now; one question at a time. */
export function recheckContent(): Promise<void> {
  return (state.checking ??= check().finally(() => {
    state.checking = undefined;
  }));
}

async function check(): Promise<void> {
  try {
    const mark = await contentMark();
    const releases = await listReleases(store());
    const { problems } = await checkContent(
      reader(),
      releases.flatMap(({ vintages }) => vintages),
    );
    // What was written to meanwhile may have been read half old and half new: the next who asks begins again.
    if ((await contentMark()) !== mark) return;
    if (problems.length === 0) {
      state.accepted = mark;
      return;
    }
    state.refused = mark;
    if (state.accepted === mark) state.accepted = undefined;
    const [first] = problems;
    const told = first === undefined ? "" : formatProblem(first).split("\n")[0];
    reportOutage(`The content has ${problems.length} problems and is not shown`, new Error(told));
  } catch (error) {
    // Nobody waits for this: a mistake of ours, too, is told and the last good content stays.
    const message = error instanceof Error ? error.message : String(error);
    reportOutage("The content cannot be checked", new Error(message, { cause: error }));
  }
}
