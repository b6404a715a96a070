import { z } from "zod";
import type { Series, SeriesBreak } from "#lib/series/series";
import { isPeriod } from "#lib/series/period";

const text = z.string().min(1);
const only = {
  /** Only series of these classes, measures and areas; any, when not said. */
  securities: z.array(text).min(1).optional(),
  measures: z.array(text).min(1).optional(),
  areas: z.array(text).min(1).optional(),
};

/** `breaks` and `notes` of a release's catalogue file: what a reader should know, and of which series. */
export const remarks = {
  breaks: z
    .array(
      z.strictObject({
        period: z.string().refine(isPeriod, "expected a period such as 2023-02"),
        text,
        ...only,
      }),
    )
    .default([]),
  notes: z.array(z.strictObject({ text, ...only })).default([]),
};

type Remarks = z.infer<z.ZodObject<typeof remarks>>;
type About = Pick<Series, "securities" | "measure" | "area">;

/** The breaks and notes that are about one series, breaks oldest first; `areaNote` comes last. */
export function remarksOn(
  series: About,
  { breaks, notes }: Remarks,
  areaNote?: string,
): { breaks: readonly SeriesBreak[]; notes: readonly string[] } {
  return {
    breaks: breaks
      .filter((one) => isAbout(one, series))
      .map(({ period, text: words }) => ({ period, text: words }))
      .sort((left, right) => (left.period < right.period ? -1 : 1)),
    notes: [
      ...notes.filter((one) => isAbout(one, series)).map(({ text: words }) => words),
      ...(areaNote === undefined ? [] : [areaNote]),
    ],
  };
}

function isAbout(
  remark: {
    securities?: string[] | undefined;
    measures?: string[] | undefined;
    areas?: string[] | undefined;
  },
  { securities, measure, area }: About,
): boolean {
  return (
    remark.securities?.includes(securities) !== false &&
    remark.measures?.includes(measure) !== false &&
    remark.areas?.includes(area) !== false
  );
}
