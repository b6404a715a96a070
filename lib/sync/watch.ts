import type { Checked } from "#lib/series/checked";
import { dayInNewYork, instantInNewYork, shiftDay, timeInNewYork } from "#lib/series/new-york";
import type { Problem } from "#lib/series/problem";
import type { ReleaseDay } from "#lib/sources/calendar";
import type { CatalogueRelease } from "#lib/sources/catalogue";
import { sleepUntil, type Clock } from "./clock.ts";
import type { ReleaseResult } from "./sync-release.ts";

/** What following the calendar needs. */
export interface WatchTools {
  readonly releases: readonly Pick<CatalogueRelease, "slug" | "fetch">[];
  /** Read anew every morning: the Treasury moves its days, and a watch lives for months. */
  readonly loadCalendar: () => Checked<readonly ReleaseDay[]>;
  /** Fetches and loads some releases, and says what came of it; null when it could not begin, which it said too. */
  readonly round: (
    slugs: readonly string[],
  ) => Promise<readonly Pick<ReleaseResult, "release" | "outcome" | "vintage">[] | null>;
  /** Told what cannot be helped here: an outage of the store, a full disk. */
  readonly complain: (error: unknown) => void;
  readonly say: (line: string) => void;
  readonly clock: Clock;
  /** Gives [0, 1). */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/**
 * Follows the release calendar: one round now, then polls from 16:00 in New York on each release day until everything has
 * come or the day is over. Ends only with the calendar (`calendar-ended`) or a calendar that cannot be read; rejects with the
 * reason of the signal. Days that the Treasury has not announced are not guessed: of 23 known ones two fall outside the rule
 * that it gives (11th business day, plus 0 to 3).
 */
export async function watch(tools: WatchTools): Promise<readonly Problem[]> {
  const { clock, signal, say, releases } = tools;
  await tools.round(releases.map(({ slug }) => slug));
  let announced = "";
  for (;;) {
    const calendar = tools.loadCalendar();
    if (!calendar.ok) return calendar.problems;
    const now = clock.now();
    const next = calendar.value.find(({ date }) => now < instantInNewYork(date, 24));
    if (!next) return [calendarEnded(calendar.value)];
    const wake = instantInNewYork(next.date, 15, 58);
    if (now >= wake) {
      await followDay(next, tools);
      await sleepUntil(clock, instantInNewYork(next.date, 24), signal);
      continue;
    }
    const line = describeNext(next, next === calendar.value.at(-1));
    if (line !== announced) say(line);
    announced = line;
    const morning = instantInNewYork(shiftDay(dayInNewYork(now), 1), 6);
    await sleepUntil(clock, wake < morning ? wake : morning, signal);
  }
}

/** Every minute in the first hour, then every five; never on the dot, where everybody asks. */
const soon = 60_000;
const later = 300_000;

async function followDay({ date }: ReleaseDay, tools: WatchTools): Promise<void> {
  const { clock, random, signal, say } = tools;
  const end = instantInNewYork(date, 24);
  const four = instantInNewYork(date, 16).getTime();
  await sleepUntil(clock, new Date(four + random() * soon), signal);
  let pending = tools.releases;
  while (clock.now() < end) {
    const results = await tryRound(
      pending.map(({ slug }) => slug),
      tools,
    );
    pending = pending.filter(({ slug }) => {
      const found = results.find(({ release }) => release === slug);
      return found?.vintage !== date || !["loaded", "held"].includes(found.outcome);
    });
    const awaited = pending.filter(({ fetch }) => fetch === "each-month");
    if (awaited.length === 0) {
      const time = timeInNewYork(clock.now());
      say(`All that was awaited of the release of ${date} has come, at ${time} in New York.`);
      return;
    }
    const refused = awaited.every(({ slug }) =>
      results.some(({ release, outcome }) => release === slug && outcome === "refused"),
    );
    // A file that was refused is most often still refused a minute later.
    const pause = refused || clock.now() >= instantInNewYork(date, 17) ? later : soon;
    const next = clock.now().getTime() + pause * (0.75 + random() / 2);
    await sleepUntil(clock, new Date(Math.min(next, end.getTime())), signal);
  }
  const missing = pending.filter(({ fetch }) => fetch === "each-month").map(({ slug }) => slug);
  say(
    `The day is over in New York, and the release of ${date} has not come: ${missing.join(", ")}. Given up; tickmark sync asks again.`,
  );
}

/** An outage on the day of a release is told, and tried again: whoever watches is not there to start it anew. */
async function tryRound(
  slugs: readonly string[],
  { round, complain, signal }: WatchTools,
): Promise<readonly Pick<ReleaseResult, "release" | "outcome" | "vintage">[]> {
  try {
    return (await round(slugs)) ?? [];
  } catch (error) {
    signal.throwIfAborted();
    complain(error);
    return [];
  }
}

function describeNext({ date, first, last }: ReleaseDay, isLast: boolean): string {
  const months = first === last ? first : `${first} to ${last}`;
  const warning = isLast
    ? " It is the last of the calendar: add the Treasury's next days to content/catalogue/calendar.yml."
    : "";
  return `The next release is that of ${date}, about ${months}. Waiting until 15:58 in New York.${warning}`;
}

function calendarEnded(calendar: readonly ReleaseDay[]): Problem {
  return {
    kind: "calendar-ended",
    message: `Expected a release day to wait for, found that the calendar ends on ${calendar.at(-1)?.date ?? "no day"}`,
    at: { file: "content/catalogue/calendar.yml", line: 1, column: 1 },
    fix: "add the days that the Treasury has announced since, and start again",
  };
}
