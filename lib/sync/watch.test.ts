import { describe, expect, test } from "vitest";
import { accepted, refused } from "#lib/series/checked";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { isPeriod, shiftPeriod, type Period } from "#lib/series/period";
import type { ReleaseDay } from "#lib/sources/calendar";
import type { ReleaseResult } from "./sync-release.ts";
import { watch, type WatchTools } from "./watch.ts";

type Result = Pick<ReleaseResult, "release" | "outcome" | "vintage">;

const releases = [
  { slug: "slt1", fetch: "each-month" },
  { slug: "mfh", fetch: "some-months" },
] as const;

function day(text: string): VintageDate {
  if (!isVintageDate(text)) throw new Error(text);
  return text;
}

function month(text: string): Period {
  if (!isPeriod(text)) throw new Error(text);
  return text;
}

/** Release days, each about the month after that of the one before. */
function calendarOf(...dates: string[]): ReleaseDay[] {
  return dates.map((date, at) => {
    const about = shiftPeriod(month("2025-12"), at);
    return { date: day(date), first: about, last: about, note: null, published: false };
  });
}

/** A world in which a wait takes no time; it ends when the watch does. */
function world(start: string, calendar: readonly ReleaseDay[], answer: (at: string) => Result[]) {
  let now = Date.parse(start);
  const stop = new AbortController();
  const rounds: string[] = [];
  const said: string[] = [];
  const complaints: unknown[] = [];
  const tools: WatchTools = {
    releases,
    loadCalendar: () => accepted(calendar),
    round: (slugs) => {
      const at = new Date(now).toISOString();
      rounds.push(`${at} ${slugs.join(" ")}`);
      return Promise.resolve().then(() => answer(at));
    },
    complain: (error) => complaints.push(error),
    say: (line) => said.push(line),
    clock: {
      now: () => new Date(now),
      sleep: (milliseconds, signal) => {
        if (milliseconds <= 0) return Promise.reject(new Error("A wait of no time"));
        now += milliseconds;
        return signal.aborted ? Promise.reject(new Error("stopped")) : Promise.resolve();
      },
    },
    random: () => 0.5,
    signal: stop.signal,
  };
  return { tools, rounds, said, complaints, stop, now: () => new Date(now).toISOString() };
}

const came = (slug: string, vintage: string): Result => ({
  release: slug,
  outcome: "loaded",
  vintage: day(vintage),
});
const held = (slug: string, vintage: string): Result => ({
  ...came(slug, vintage),
  outcome: "held",
});

const june = calendarOf("2026-06-18");

test("one round at once, then polls from four on the day of release until it has come", async () => {
  const { tools, rounds, said, now } = world("2026-06-10T12:00:00Z", june, (at) =>
    at < "2026-06-18T20:02"
      ? [held("slt1", "2026-05-18"), held("mfh", "2026-03-18")]
      : [came("slt1", "2026-06-18")],
  );
  expect(await watch(tools)).toMatchObject([{ kind: "calendar-ended" }]);
  expect(rounds).toEqual([
    "2026-06-10T12:00:00.000Z slt1 mfh",
    "2026-06-18T20:00:30.000Z slt1 mfh",
    "2026-06-18T20:01:30.000Z slt1 mfh",
    "2026-06-18T20:02:30.000Z slt1 mfh",
  ]);
  expect(said).toEqual([
    "The next release is that of 2026-06-18, about 2025-12. Waiting until 16:00 in New York. It is the last of the calendar: add the Treasury's next days to content/catalogue/calendar.yml.",
    "All that was awaited of the release of 2026-06-18 has come, at 16:02 in New York.",
  ]);
  expect(now()).toBe("2026-06-19T04:00:00.000Z");
});

test("four o'clock is that of New York on both sides of a change of the clocks", async () => {
  for (const [date, four] of [
    ["2026-03-06", "2026-03-06T21:00"],
    ["2026-03-09", "2026-03-09T20:00"],
    ["2026-10-30", "2026-10-30T20:00"],
    ["2026-11-02", "2026-11-02T21:00"],
    ["2026-03-08", "2026-03-08T20:00"],
    ["2026-11-01", "2026-11-01T21:00"],
  ] as const) {
    const { tools, rounds } = world(`${date}T05:30:00Z`, calendarOf(date), () => [
      came("slt1", date),
    ]);
    await watch(tools);
    expect(rounds.map((round) => round.slice(0, 16))).toEqual([`${date}T05:30`, four]);
  }
});

test("after five the polls are five minutes apart, until midnight", async () => {
  const { tools, rounds, said } = world("2026-06-18T20:58:40Z", june, () => []);
  await watch(tools);
  const times = rounds.map((round) => round.slice(5, 19));
  expect(times.slice(0, 6)).toEqual([
    "06-18T20:58:40",
    "06-18T20:58:40",
    "06-18T20:59:40",
    "06-18T21:00:40",
    "06-18T21:05:40",
    "06-18T21:10:40",
  ]);
  expect(times.filter((time) => time < "06-19T04:00").at(-1)).toBe("06-19T03:55:40");
  expect(said[0]).toBe(
    "The day is over in New York, and the release of 2026-06-18 has not come: slt1. Asking again at 06:00 and after 16:00 until the morning of 2026-06-22.",
  );
});

describe("a release that is late", () => {
  const months = calendarOf("2026-06-18", "2026-07-16");
  /** Table 1 of June comes at this time; what came before is held. */
  const comes = (time: string) => (at: string) => [
    held("slt1", at < time ? "2026-05-18" : at < "2026-07-16T20:00" ? "2026-06-18" : "2026-07-16"),
  ];
  const roundsOf = async (start: string, time: string, calendar = months) => {
    const { tools, rounds, said } = world(start, calendar, comes(time));
    await watch(tools);
    const times = rounds.map((round) => round.slice(5, 16));
    return { after: times.filter((at) => at > "06-19T04:00"), said, rounds };
  };

  test("by a day is asked for in the morning and in the afternoon, and brought", async () => {
    const { after, said } = await roundsOf("2026-06-18T15:00:00Z", "2026-06-19T20:00");
    expect(after).toEqual(["06-19T10:00", "06-19T20:00", "07-16T20:00"]);
    expect(said).toContain(
      "All that was awaited of the release of 2026-06-18 has come, at 16:00 on 2026-06-19 in New York.",
    );
    expect(said.filter((line) => line.includes("Given up"))).toEqual([]);
  });

  test("on the evening of the third day after is still brought", async () => {
    const { after, said } = await roundsOf("2026-06-18T15:00:00Z", "2026-06-22T02:00");
    expect(after).toEqual([
      ...["06-19T10:00", "06-19T20:00", "06-20T10:00", "06-20T20:00"],
      ...["06-21T10:00", "06-21T20:00", "06-22T10:00", "07-16T20:00"],
    ]);
    expect(said.join()).toContain("has come, at 06:00 on 2026-06-22");
  });

  test("is given up after that, which is said once", async () => {
    const { after, said } = await roundsOf("2026-06-18T15:00:00Z", "2026-07-01");
    expect(after.slice(-2)).toEqual(["06-22T10:00", "07-16T20:00"]);
    expect(said.filter((line) => line.includes("2026-06-18"))).toEqual([
      "The next release is that of 2026-06-18, about 2025-12. Waiting until 16:00 in New York.",
      "The day is over in New York, and the release of 2026-06-18 has not come: slt1. Asking again at 06:00 and after 16:00 until the morning of 2026-06-22.",
      "The release of 2026-06-18 has not come within 3 days after it: slt1. Given up; tickmark sync fetches what comes later and says how to load it by hand.",
    ]);
  });

  test("is brought by a watch that was started after the day", async () => {
    const { after } = await roundsOf("2026-06-20T15:00:00Z", "2026-06-20T20:00");
    expect(after).toEqual(["06-20T15:00", "06-20T20:00", "07-16T20:00"]);
  });

  test("is awaited though the calendar has ended", async () => {
    const { after } = await roundsOf("2026-06-18T15:00:00Z", "2026-06-20T10:00", june);
    expect(after).toEqual(["06-19T10:00", "06-19T20:00", "06-20T10:00"]);
  });

  test("is no longer awaited when the calendar has moved it", async () => {
    const { tools, rounds, now } = world("2026-06-18T15:00:00Z", june, (at) => [
      held("slt1", at < "2026-06-24T20:00" ? "2026-05-18" : "2026-06-24"),
    ]);
    const moved = calendarOf("2026-06-24");
    await watch({ ...tools, loadCalendar: () => accepted(now() < "2026-06-19T06" ? june : moved) });
    expect(rounds.map((round) => round.slice(5, 16)).filter((at) => at > "06-19T04:00")).toEqual([
      "06-19T10:00",
      "06-24T20:00",
    ]);
  });
});

test("the waits vary, so that not everybody asks on the same second", async () => {
  const gaps = async (random: number) => {
    const { tools, rounds } = world("2026-06-18T19:00:00Z", june, (at) =>
      at < "2026-06-18T20:05" ? [] : [came("slt1", "2026-06-18")],
    );
    await watch({ ...tools, random: () => random });
    const [, first = 0, second = 0] = rounds.map((round) => Date.parse(round.slice(0, 24)));
    return [first - Date.parse("2026-06-18T20:00:00Z"), second - first];
  };
  expect(await gaps(0)).toEqual([0, 45_000]);
  expect(await gaps(0.999)).toEqual([59_940, 74_970]);
});

test("only what has not come is asked for again; what not every release brings is not waited for", async () => {
  const table2 = { slug: "slt2", fetch: "each-month" } as const;
  const { tools, rounds } = world("2026-06-18T21:00:00Z", june, (at) =>
    at < "2026-06-18T21:05"
      ? [came("slt1", "2026-06-18"), held("slt2", "2026-05-18"), held("mfh", "2026-03-18")]
      : [came("slt2", "2026-06-18")],
  );
  await watch({ ...tools, releases: [...releases, table2] });
  expect(rounds.map((round) => round.slice(25))).toEqual([
    "slt1 mfh slt2",
    "slt1 mfh slt2",
    "mfh slt2",
  ]);
});

test("a file that was refused is asked for less often", async () => {
  const { tools, rounds } = world("2026-06-18T20:01:00Z", june, (at) =>
    at < "2026-06-18T20:06"
      ? [{ release: "slt1", outcome: "refused", vintage: null }]
      : [came("slt1", "2026-06-18")],
  );
  await watch(tools);
  expect(rounds.at(-1)).toBe("2026-06-18T20:06:00.000Z slt1 mfh");
  expect(rounds).toHaveLength(3);
});

test("an outage on the day is told and tried again; at the start it ends the watch", async () => {
  const outage = new Error("The store is away");
  const failing = (from: string, to: string) =>
    world("2026-06-18T15:00:00Z", june, (at) => {
      if (at >= from && at < to) throw outage;
      return [came("slt1", at < "2026-06-18T20:00" ? "2026-05-18" : "2026-06-18")];
    });
  const later = failing("2026-06-18T20:00", "2026-06-18T20:02");
  await watch(later.tools);
  expect(later.complaints).toEqual([outage, outage]);
  expect(later.rounds).toHaveLength(4);
  const first = failing("2026-06-18T15:00", "2026-06-18T15:01");
  await expect(watch(first.tools)).rejects.toBe(outage);
});

describe("the calendar", () => {
  test("is followed from day to day over months", async () => {
    const dates = ["2026-02-18", "2026-03-18", "2026-04-15"];
    const { tools, rounds, said } = world("2026-02-01T00:00:00Z", calendarOf(...dates), (at) => [
      came("slt1", at.slice(0, 10)),
    ]);
    await watch(tools);
    expect(rounds.map((round) => round.slice(0, 16))).toEqual([
      "2026-02-01T00:00",
      "2026-02-18T21:00",
      "2026-03-18T20:00",
      "2026-04-15T20:00",
    ]);
    expect(said).toHaveLength(6);
  });

  test("is read anew every morning, so that a day which is moved is not missed", async () => {
    const moved = calendarOf("2026-06-15");
    const { tools, rounds, now } = world("2026-06-10T12:00:00Z", june, () => [
      came("slt1", "2026-06-15"),
    ]);
    await watch({
      ...tools,
      loadCalendar: () => accepted(now() < "2026-06-12" ? june : moved),
    });
    expect(rounds[1]).toMatch(/^2026-06-15T20:00/);
  });

  test("that cannot be read ends the watch, with its problem", async () => {
    const problem = { kind: "bad-yaml", message: "m", at: { file: "f", line: 1, column: 1 } };
    const { tools } = world("2026-06-10T12:00:00Z", june, () => []);
    expect(await watch({ ...tools, loadCalendar: () => refused([problem]) })).toEqual([problem]);
  });

  test("that has ended is a problem that says what to do", async () => {
    const { tools } = world("2026-06-19T04:00:00Z", june, () => []);
    const [problem] = await watch(tools);
    expect(problem?.kind).toBe("calendar-ended");
    expect(problem?.message).toContain("ends on 2026-06-18");
  });
});

test("a signal ends the watch while it waits, and while it polls", async () => {
  const waiting = world("2026-06-10T12:00:00Z", june, () => {
    waiting.stop.abort(new Error("SIGTERM"));
    return [];
  });
  await expect(watch(waiting.tools)).rejects.toThrow("SIGTERM");
  const polling = world("2026-06-18T20:01:00Z", june, () => {
    if (polling.rounds.length < 2) return [];
    polling.stop.abort(new Error("SIGTERM"));
    throw new Error("A download was dropped");
  });
  await expect(watch(polling.tools)).rejects.toThrow("SIGTERM");
  expect(polling.complaints).toEqual([]);
});
