// Checks pasted texts, one at a time, in a thread of its own (app/_data/check-thread.ts): whatever a text makes the reading of it
// cost, pages are served meanwhile, and the thread can be ended.
import { parentPort } from "node:worker_threads";
import { checkText } from "#lib/site/check-text";
import type { CheckAnswer, CheckReply, CheckTask } from "#lib/site/check-task";
import { loadSuggestSetting } from "#lib/site/suggest-setting";
import { openStore, type Store } from "#lib/store/store";
import type { SuggestSetting } from "#lib/suggest/setting";
import { givenDatabase } from "./given-database.ts";

const stores: Partial<Record<CheckTask["place"], Store>> = {};
let place: CheckTask["place"] = "primary";

/** The store where the last task said that it is read. */
function here(): Store {
  const replica = place === "replica" ? process.env["READ_DATABASE_URL"] : undefined;
  const databaseUrl = replica ?? givenDatabase(process.env);
  return (stores[place] ??= openStore(databaseUrl, 2, { queryTimeout: 15_000 }));
}

/** What is loaded once goes along when the store is read elsewhere. */
const store: Store = {
  get prisma() {
    return here().prisma;
  },
  get pool() {
    return here().pool;
  },
  close: () => here().close(),
};

let kept: { readonly holds: string; readonly setting: SuggestSetting } | undefined;

/** What texts are held against, loaded anew when the store has changed. */
async function settingOf(holds: string): Promise<SuggestSetting> {
  if (kept?.holds !== holds) kept = { holds, setting: await loadSuggestSetting(store) };
  return kept.setting;
}

async function answer({ holds, query, ...task }: CheckTask): Promise<CheckAnswer> {
  try {
    ({ place } = task);
    const setting = await settingOf(holds);
    return { ok: true, checked: query === null ? null : await checkText(query, setting) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

/** What went wrong and where, for the log. Not the message: it may quote the text. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "something was thrown that is no error";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 4).map((frame) => frame.trim())].join(" ");
}

async function reply(task: CheckTask): Promise<CheckReply> {
  return { id: task.id, answer: await answer(task) };
}

parentPort?.on("message", (task: CheckTask) => {
  void reply(task).then((replied) => parentPort?.postMessage(replied));
});
