import { z } from "zod";
import type { RecordedViolation } from "#lib/store/violation-rows";

/** A violation as the API describes it. */
export const violationSchema = z
  .object({
    vintage: z.string(),
    identity: z.string().describe("What should hold"),
    key: z.string().describe("Series of the figure on the left"),
    period: z.string(),
    found: z.string().describe("The figure on the left, as published"),
    expected: z.string().describe("What the right side comes to"),
    difference: z.string().describe("Found less expected"),
    tolerance: z.string().describe("The most that rounding explains"),
    acknowledged: z.boolean().describe("Known, and explained in the catalogue"),
    line: z.int(),
    column: z.int(),
    against: z
      .object({ release: z.string(), vintage: z.string() })
      .nullable()
      .describe("Where the right side stands when it is another file"),
  })
  .describe("Published figures of one vintage that should add up and do not");

export function describeViolation({
  release: _,
  date,
  against,
  ...violation
}: RecordedViolation): z.infer<typeof violationSchema> {
  return {
    vintage: date,
    ...violation,
    against: against && { release: against.release, vintage: against.date },
  };
}
