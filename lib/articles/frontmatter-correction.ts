import { z } from "zod";
import { instantShape, timeShape } from "./frontmatter-times.ts";
import { line } from "./frontmatter-line.ts";

const correctionIdForm =
  "expected at most 31 lower-case letters, digits and dashes that begin with a letter, such as c1";

/** What was wrong in an article, and what is right: open, dated, and never taken away again. */
export const correctionShape = z.strictObject({
  /** A day, or a day and time; see publication-time.ts. */
  date: timeShape,
  /** When it was told, where `date` is earlier: feeds go by it, so that it reaches who reads the newest alone. */
  recorded: instantShape.optional(),
  /** Feed readers know the correction by it, however it is worded; see correction-id.ts. */
  id: z
    .string(correctionIdForm)
    .regex(/^[a-z][a-z0-9-]{0,30}$/, correctionIdForm)
    .optional()
    // Read all the same, so that the problem can say which id comes next.
    .transform((id) => id ?? ""),
  /** What the article said. */
  wrong: line,
  /** What it says now. */
  right: line,
  /** How it came to be wrong. */
  why: line,
});

/** One correction of an article. */
export interface ArticleCorrection extends Omit<
  z.infer<typeof correctionShape>,
  "date" | "recorded"
> {
  /** Its day as written. */
  readonly date: string;
  /** The instant in UTC. */
  readonly recorded?: string | undefined;
  /** The instant in UTC, where a time is said too. */
  readonly instant?: string | undefined;
}

/** One correction as it is written into the frontmatter. */
export type WrittenCorrection = z.input<typeof correctionShape>;

/** A correction as its shape reads it, with its times apart. */
export function readCorrection({
  date: { day: date, instant },
  recorded,
  ...rest
}: z.infer<typeof correctionShape>): ArticleCorrection {
  return {
    date,
    ...(instant !== null && { instant }),
    ...(recorded?.instant && { recorded: recorded.instant }),
    ...rest,
  };
}
