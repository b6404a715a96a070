import { z } from "zod";
import { isBefore, readTime, type SaidTime } from "./publication-time.ts";

/** A day, or a day and time with the offset from UTC. */
export const timeShape = z
  .string("expected a day written YYYY-MM-DD, such as 2026-11-30")
  .transform((written, context): SaidTime => {
    const read = readTime(written);
    if (read.ok) return { text: read.text, day: read.day, instant: read.instant };
    context.addIssue({ code: "custom", message: read.message });
    return z.NEVER;
  });

/** A day and time with the offset from UTC. */
export const instantShape = timeShape.refine(
  ({ instant }) => instant !== null,
  "expected a day and time such as 2026-11-30T09:00-05:00",
);

/** The times in a frontmatter that must fit one another. */
interface Times {
  readonly published: SaidTime;
  readonly updated: SaidTime;
  readonly corrections: readonly {
    readonly date: SaidTime;
    readonly recorded?: SaidTime | undefined;
  }[];
}

/** A time that cannot be, by the field that says it. */
interface WrongTime {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Readers of feeds go by `updated`: nothing has changed before it was published, and a correction is a change. */
export function findWrongTimes({ published, updated, corrections }: Times): WrongTime[] {
  return [
    ...findWrongUpdate({ published, updated, corrections }),
    ...corrections.flatMap(({ date, recorded }, index): WrongTime[] =>
      recorded !== undefined && isBefore(recorded, date)
        ? [
            {
              path: ["corrections", index, "recorded"],
              message: `expected a time that is not before the \`date\` of the correction (${date.text}): it is told then, or later`,
            },
          ]
        : [],
    ),
    ...corrections.flatMap(({ date }, index): WrongTime[] =>
      isBefore(date, published)
        ? [
            {
              path: ["corrections", index, "date"],
              message: `expected a time that is not before \`published\` (${published.text}): what nobody had read needs no correction`,
            },
          ]
        : [],
    ),
  ];
}

function findWrongUpdate({ published, updated, corrections }: Times): WrongTime[] {
  const path = ["updated"];
  if (isBefore(updated, published)) {
    const message = `expected a time that is not before \`published\` (${published.text})`;
    return [{ path, message }];
  }
  const times = corrections.flatMap(({ date, recorded }) => [date, recorded ?? []].flat());
  const besides = [published, ...times].findLast(
    ({ day, instant }) => updated.instant === null && instant !== null && day === updated.day,
  );
  if (besides !== undefined) {
    const message = `expected a time, such as ${besides.text}, which is told of that day: a day alone does not say whether anything changed since`;
    return [{ path, message }];
  }
  const told = corrections.flatMap(({ date, recorded }) => recorded ?? date);
  const later = told.filter((date) => isBefore(updated, date));
  const newest = later.reduce<SaidTime | null>(
    (last, date) => (last === null || isBefore(last, date) ? date : last),
    null,
  );
  if (newest === null) return [];
  const message = `expected a time that is not before the newest correction (${newest.text}): a correction changes the article`;
  return [{ path, message }];
}
