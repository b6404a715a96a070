import { statSync } from "node:fs";
import path from "node:path";
import { contentState } from "#lib/site/content-state";
import type { Context } from "./context.ts";
import { checkJson, problemJson } from "./check-json.ts";
import type { CheckSession } from "./check-session.ts";
import { contentChanges, type ContentChange } from "./content-changes.ts";
import { compareProblems } from "./problem-changes.ts";
import { toTold, type ToldProblem } from "./told-problems.ts";
import { roundText, type Round } from "./watch-text.ts";

/** So many articles are likely to be edited next. */
const mostWarm = 5;

/** How `tickmark check --watch` was called. */
export interface WatchCall {
  readonly slugs: readonly string[];
  readonly folder: string;
  readonly isJson: boolean;
  /** Whether each round tells all problems, as editors' problem lists need it, and not what changed. */
  readonly tellsAll: boolean;
}

/**
 * Holds the content against the data each time it is saved, and tells what is new and what is mended, until the signal is aborted.
 * What goes wrong in between, as a store that does not answer, is told, and the next save is looked at.
 */
export async function watchContent(
  call: WatchCall,
  session: CheckSession,
  context: Context,
  signal: AbortSignal,
): Promise<void> {
  const { slugs, folder, isJson } = call;
  const say = (text: string) => (isJson ? undefined : context.print(text));
  let before: readonly ToldProblem[] = [];
  let number = 0;
  const look = async (change: ContentChange | null) => {
    const [changed, seen] = [change?.changed ?? null, change?.seen ?? performance.now()];
    say(`check: ${changed === null ? `${folder} is read` : `${changed.join(", ")} changed`}\n`);
    try {
      const found = await session.check();
      if (change?.isWhole() === false) return;
      const report = toTold(found, slugs, folder);
      const changes = compareProblems(before, report);
      const milliseconds = Math.round(performance.now() - seen);
      before = [...report.problems, ...changes.unseen];
      number += 1;
      tell({ number, changed, report, changes, milliseconds }, call, context);
    } catch (error) {
      if (change?.isWhole() === false) return;
      const reason = error instanceof Error ? error.message : String(error);
      context.printError(`The check could not be made: ${reason}. The next save is looked at.\n`);
      say("check: 0 problems told\n");
    }
  };
  // Watched from the start: what is saved during the first look is looked at behind it.
  const changes = contentChanges(folder, signal, (reason) =>
    context.printError(`The content cannot be read: ${reason}. It is looked at again.\n`),
  );
  // What was found before needs no look, and the first save would wait for figures and words.
  const first = look(null).then(() =>
    session.look(lastEdited(folder, slugs).slice(0, mostWarm)).catch(() => undefined),
  );
  for await (const change of changes) {
    await first;
    await look(change);
  }
  await first;
}

function tell(round: Round, { isJson, tellsAll }: WatchCall, { print, now }: Context): void {
  if (!isJson) {
    print(roundText(round, tellsAll, now?.() ?? new Date()));
    return;
  }
  const { number, changed, report, changes, milliseconds } = round;
  const document = {
    ...checkJson(report),
    ...{ round: number, changed, milliseconds },
    new: changes.added.map(problemJson),
    mended: changes.mended.map(problemJson),
  };
  print(`${JSON.stringify(document)}\n`);
}

/** The articles asked for, all when none are, the one that was saved last first. */
function lastEdited(folder: string, slugs: readonly string[]): string[] {
  const all = slugs.length > 0 ? slugs : [...contentState(folder).articles.keys()];
  const savedAt = (slug: string) =>
    statSync(path.join(folder, "articles", slug, "index.mdx"), { throwIfNoEntry: false })
      ?.mtimeMs ?? 0;
  return all.toSorted((left, right) => savedAt(right) - savedAt(left));
}
