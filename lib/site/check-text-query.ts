import { z } from "zod";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import { lengthProblem } from "./check-text-length.ts";

/** A text to be checked, as it was pasted, and the day whose figures it is held against; null: the newest. */
export interface CheckQuery {
  readonly text: string;
  readonly asOf: VintageDate | null;
}

/** The same, or why it is not checked and what to do, in a sentence. The text is given back where it may be mended. */
export type ReadCheckQuery =
  | { readonly ok: true; readonly query: CheckQuery }
  | { readonly ok: false; readonly message: string; readonly text: string };

/** What the form of the page sends; anything may arrive. */
const fields = z.object({
  text: z.string(),
  asOf: z.union([z.literal(""), z.string().refine(isVintageDate)]),
});

/** Reads what was posted. At most `longest` characters of text are taken; `held` are the days there are figures of. */
export function readCheckQuery(
  posted: unknown,
  longest: number,
  held: ReadonlySet<VintageDate>,
): ReadCheckQuery {
  const read = fields.safeParse(posted);
  if (!read.success) {
    const message =
      "The form did not come as it was sent out. Load this page again and paste the text anew.";
    return { ok: false, message, text: "" };
  }
  const { text, asOf } = read.data;
  const tooLong = lengthProblem(text, longest);
  if (tooLong !== null) return { ok: false, message: tooLong, text };
  if (text.trim() === "") {
    return { ok: false, message: "There is no text to check. Paste or type one below.", text: "" };
  }
  if (asOf === "") return { ok: true, query: { text, asOf: null } };
  if (!isVintageDate(asOf) || !held.has(asOf)) {
    const message = `No figures are held that were published on ${asOf}. Choose a day from the list.`;
    return { ok: false, message, text };
  }
  return { ok: true, query: { text, asOf } };
}
