import { z } from "zod";

const count = z.int().nonnegative();

/** A `Place` that was kept outside of this process. */
export const placeShape = z.strictObject({ file: z.string(), line: count, column: count });

/** The same of a `Problem`. */
export const problemShape = z.strictObject({
  kind: z.string(),
  message: z.string(),
  at: placeShape,
  fix: z.string().optional(),
});
