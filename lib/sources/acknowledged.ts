import { z } from "zod";
import { isPeriod } from "#lib/series/period";

/**
 * Violations that are known, each with its exact difference: any other difference in the same place is as wrong as
 * elsewhere. `reason` says what is known about them.
 */
export const acknowledged = z
  .array(
    z.strictObject({
      reason: z.string().min(1),
      figures: z
        .array(
          z.strictObject({
            key: z.string().min(1),
            period: z.string().refine(isPeriod, "expected a period such as 2006-06"),
            difference: z.string().regex(/^-?\d+(\.\d+)?$/, "expected a decimal in quotes"),
          }),
        )
        .min(1),
    }),
  )
  .default([]);

export type Acknowledged = z.infer<typeof acknowledged>;
