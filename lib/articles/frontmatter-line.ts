import { z } from "zod";

const lineForm = "expected a line of text of at most 300 characters";
/** A line of text of the frontmatter. */
export const line = z.string(lineForm).trim().min(1, lineForm).max(300, lineForm);
