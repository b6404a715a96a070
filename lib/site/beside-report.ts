import { z } from "zod";
import { problemShape } from "./problem-shape.ts";

/** The shape of such a report, for where it was kept outside of this process. */
export const besideShape = z.strictObject({
  blocking: z.array(problemShape),
  /** Those of charts that only drafts name. */
  ofDrafts: z.array(problemShape),
});

/** What is wrong in the content besides the articles, with words and charts. */
export type BesideReport = z.infer<typeof besideShape>;
