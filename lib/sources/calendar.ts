import path from "node:path";
import { z } from "zod";
import { accepted, refused, type Checked } from "#lib/series/checked";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { frequencyOf, isPeriod, shiftPeriod, type Period } from "#lib/series/period";
import type { Problem } from "#lib/series/problem";
import { parseYaml } from "#lib/series/yaml-text";
import { readText } from "./read-text.ts";

/** One day of the release calendar: all monthly tables come out on it, at 16:00 in New York. */
export interface ReleaseDay {
  readonly date: VintageDate;
  /** The months that this release is the first to be about: one, but where two came out together. */
  readonly first: Period;
  readonly last: Period;
  /** What a reader should know about this day; null when there is nothing unusual. */
  readonly note: string | null;
  /** The release is known to have come out on this day; false where only the calendar says so. */
  readonly published: boolean;
}

const day = z.custom<VintageDate>(
  (value) => typeof value === "string" && isVintageDate(value),
  "expected a day such as 2026-06-18",
);
const month = z.custom<Period>(
  (value) => typeof value === "string" && isPeriod(value) && frequencyOf(value) === "monthly",
  "expected a month such as 2026-04",
);
const days = z
  .array(
    z.strictObject({
      date: day,
      first: month,
      last: month,
      published: z.boolean(),
      note: z.string().min(1).nullable(),
    }),
  )
  .min(1);

/**
 * `content/catalogue/calendar.yml`, oldest day first. Problems: `unreadable-file`, those of `parseYaml`, and
 * `wrong-order` for a day that does not follow the one before it, in date or in months.
 */
export function loadCalendar(
  folder = path.join(process.cwd(), "content", "catalogue"),
): Checked<readonly ReleaseDay[]> {
  const file = path.join(folder, "calendar.yml");
  const text = readText(file);
  if (!text.ok) return text;
  const parsed = parseYaml(text.value, days, file);
  if (!parsed.ok) return parsed;
  const { value, placeOf } = parsed.value;
  const problems = value.flatMap((one, at) =>
    findDisorder(one, value[at - 1]).map(({ field, message }): Problem => ({
      kind: "wrong-order",
      message,
      at: placeOf([at, field]),
    })),
  );
  return problems.length > 0 ? refused(problems) : accepted(value);
}

/** A month that no day brings, or that two do, is a slip of whoever typed it: the Treasury leaves none out. */
function findDisorder(
  { date, first, last }: ReleaseDay,
  before: ReleaseDay | undefined,
): { field: string; message: string }[] {
  const found: { field: string; message: string }[] = [];
  if (last < first) {
    found.push({ field: "last", message: `Expected ${first} or later, found ${last}` });
  }
  if (date.slice(0, 7) <= last) {
    const message = `Expected a day after the end of ${last}, found ${date}`;
    found.push({ field: "date", message });
  }
  if (!before) return found;
  if (date <= before.date) {
    found.push({ field: "date", message: `Expected a day after ${before.date}, found ${date}` });
  }
  const expected = shiftPeriod(before.last, 1);
  if (first !== expected) {
    found.push({ field: "first", message: `Expected ${expected}, found ${first}` });
  }
  return found;
}
