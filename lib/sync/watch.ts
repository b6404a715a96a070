import type { Checked } from "#lib/series/checked";
import { dayInNewYork, instantInNewYork, shiftDay, timeInNewYork } from "#lib/series/new-york";
import type { Problem } from "#lib/series/problem";
import type { ReleaseDay } from "#lib/sources/calendar";
import { sleepUntil, type Clock } from "./clock.ts";
import {
  describeGivenUp,
  describeLate,
  findLate,
  noteWhatCame,
  pendingOf,
  type Came,
  type LateRelease,
  type RoundResult,
  type Watched,
} from "./late-release.ts";

/** What following the calendar needs. */
export interface WatchTools {
  readonly releases: readonly Watched[];
  /** Read anew every morning: the Treasury moves its days, and a watch lives for months. */
  readonly loadCalendar: () => Checked<readonly ReleaseDay[]>;
  /** Fetches and loads some releases, and says what came of it; null when it could not begin, which it said too. */
  readonly round: (slugs: readonly string[]) => Promise<readonly RoundResult[] | null>;
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
 * come or the day is over. What has not come by then is asked for each morning and each afternoon for as many days as a file
 * may be late. Ends only with the calendar (`calendar-ended`) or a calendar that cannot be read; rejects with the reason of
 * the signal. Days that the Treasury has not announced are not guessed: of 23 known ones two fall outside the rule that it
 * gives (11th business day, plus 0 to 3).
 */
export async function watch(tools: WatchTools): Promise<readonly Problem[]> {
  const { clock, signal, releases } = tools;
  const came: Came = new Map();
  noteWhatCame(came, (await tools.round(releases.map(({ slug }) => slug))) ?? []);
  const say = sayOnce(tools.say);
  for (;;) {
    const calendar = tools.loadCalendar();
    if (!calendar.ok) return calendar.problems;
    const now = clock.now();
    const next = calendar.value.find(({ date }) => now < instantInNewYork(date, 24));
    const late = findLate(calendar.value, now, releases, came);
    if (late) say("late", describeLate(late));
    if (!next && !late) return [calendarEnded(calendar.value)];
    if (next && now >= instantInNewYork(next.date, 16)) {
      await followDay(next, came, tools);
      await sleepUntil(clock, instantInNewYork(next.date, 24), signal);
      continue;
    }
    if (next) say("next", describeNext(next, next === calendar.value.at(-1)));
    const wake = Math.min(...wakesAfter(now, next, late, tools).map(Number));
    await sleepUntil(clock, new Date(wake), signal);
    if (late) await askForLate(late, came, tools);
  }
}

/** Every minute in the first hour, then every five; never on the dot, where everybody asks. */
const soon = 60_000;
const later = 300_000;

/** Six in the morning, when the calendar is read; four on the day of release; some time after four for what is late. */
function wakesAfter(
  now: Date,
  next: ReleaseDay | undefined,
  late: LateRelease | null,
  { random }: WatchTools,
): Date[] {
  const today = dayInNewYork(now);
  const morning = instantInNewYork(today, 6);
  const four = instantInNewYork(today, 16);
  return [
    now < morning ? morning : instantInNewYork(shiftDay(today, 1), 6),
    ...(next ? [instantInNewYork(next.date, 16)] : []),
    ...(late && now < four ? [new Date(four.getTime() + random() * soon)] : []),
  ];
}

async function followDay({ date }: ReleaseDay, came: Came, tools: WatchTools): Promise<void> {
  const { clock, random, signal, say, releases } = tools;
  const end = instantInNewYork(date, 24);
  const four = instantInNewYork(date, 16).getTime();
  await sleepUntil(clock, new Date(four + random() * soon), signal);
  let pending = releases.map(({ slug }) => slug);
  while (clock.now() < end) {
    const results = await tryRound(pending, tools);
    noteWhatCame(came, results);
    const left = pendingOf(date, releases, came);
    if (left.awaited.length === 0) {
      const time = timeInNewYork(clock.now());
      say(`All that was awaited of the release of ${date} has come, at ${time} in New York.`);
      return;
    }
    ({ pending } = left);
    const refused = left.awaited.every((slug) =>
      results.some(({ release, outcome }) => release === slug && outcome === "refused"),
    );
    // A file that was refused is most often still refused a minute later.
    const pause = refused || clock.now() >= instantInNewYork(date, 17) ? later : soon;
    const next = clock.now().getTime() + pause * (0.75 + random() / 2);
    await sleepUntil(clock, new Date(Math.min(next, end.getTime())), signal);
  }
}

async function askForLate(late: LateRelease, came: Came, tools: WatchTools): Promise<void> {
  const { clock, releases, say } = tools;
  noteWhatCame(came, await tryRound(late.pending, tools));
  const { awaited } = pendingOf(late.date, releases, came);
  if (awaited.length === 0) {
    const now = clock.now();
    const time = `${timeInNewYork(now)} on ${dayInNewYork(now)}`;
    say(`All that was awaited of the release of ${late.date} has come, at ${time} in New York.`);
  } else if (clock.now() >= late.until) {
    say(describeGivenUp({ ...late, awaited }));
  }
}

/** An outage on the day of a release is told, and tried again: whoever watches is not there to start it anew. */
async function tryRound(
  slugs: readonly string[],
  { round, complain, signal }: WatchTools,
): Promise<readonly RoundResult[]> {
  try {
    return (await round(slugs)) ?? [];
  } catch (error) {
    signal.throwIfAborted();
    complain(error);
    return [];
  }
}

/** A line of each kind, when it differs from the one before. */
function sayOnce(say: (line: string) => void): (kind: string, line: string) => void {
  const said = new Map<string, string>();
  return (kind, line) => {
    if (said.get(kind) !== line) say(line);
    said.set(kind, line);
  };
}

function describeNext({ date, first, last }: ReleaseDay, isLast: boolean): string {
  const months = first === last ? first : `${first} to ${last}`;
  const warning = isLast
    ? " It is the last of the calendar: add the Treasury's next days to content/catalogue/calendar.yml."
    : "";
  return `The next release is that of ${date}, about ${months}. Waiting until 16:00 in New York.${warning}`;
}

function calendarEnded(calendar: readonly ReleaseDay[]): Problem {
  return {
    kind: "calendar-ended",
    message: `Expected a release day to wait for, found that the calendar ends on ${calendar.at(-1)?.date ?? "no day"}`,
    at: { file: "content/catalogue/calendar.yml", line: 1, column: 1 },
    fix: "add the days that the Treasury has announced since, and start again",
  };
}
