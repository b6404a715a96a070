import { z } from "zod";
import type { CheckedArticle } from "#lib/articles/check-article";
import { listDays } from "#lib/desk/desk-range";
import { dayInNewYork, timestampInNewYork } from "#lib/series/new-york";
import { isVintageDate, type VintageDate } from "#lib/series/observation";
import type { Vintage } from "#lib/series/vintage";
import { releasesRead } from "#lib/desk/desk-article";

const oneLine = (most: number, what: string) => {
  const message = `expected ${what}: one line of at most ${most} characters`;
  return z
    .string(message)
    .trim()
    .min(1, message)
    .max(most, message)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, message);
};

const dayForm = "expected a day written YYYY-MM-DD, such as 2026-06-18";

/** What an editor decides, from the command line or a form: the door of both. */
const callShape = z
  .strictObject({
    slug: z.string().regex(/^[a-z0-9-]{1,100}$/, "expected the slug of an article"),
    decision: z.enum(["signed", "left"]),
    to: z.string().refine(isVintageDate, dayForm),
    by: oneLine(100, "the name of who decides"),
    note: z.preprocess((note) => (note === "" ? null : note), oneLine(280, "a note").nullable()),
    /** The hash of the article as it was seen; null when it is read and decided on in one go. */
    seen: z
      .string()
      .regex(
        /^[0-9a-f]{16}$/,
        "expected the hash that the desk printed, 16 digits of 0 to 9 and a to f",
      )
      .nullable(),
    /** Write it although words are still to be mended. */
    draft: z.boolean(),
    /** The day of the decision. */
    on: z.string().refine(isVintageDate, dayForm),
  })
  .refine(({ decision, note }) => decision === "signed" || note !== null, {
    path: ["note"],
    message: "expected the reason why the article is left as written",
  });

/** A decision as it was called for, its fields checked. */
export interface DeskCall extends z.infer<typeof callShape> {
  /** When the article changes by it, as it is written there: now, to the second; an earlier day that was named. */
  readonly changed: string;
}

/**
 * Reads a decision; what is wrong with it, in one line, when it cannot be. A decision without a day is of today, in New York, and
 * one of a later day would keep everybody from deciding again before it.
 */
export function readCall(
  { on, ...input }: Readonly<Record<keyof z.infer<typeof callShape>, unknown>>,
  now: Date,
): DeskCall | string {
  const today = dayInNewYork(now);
  const read = callShape.safeParse({ ...input, on: on === null || on === "" ? today : on });
  if (read.success && read.data.on > today)
    return `on: expected a day up to today in New York, ${today}; found ${read.data.on}`;
  if (read.success) {
    const changed = read.data.on === today ? timestampInNewYork(now) : read.data.on;
    return { ...read.data, changed };
  }
  return read.error.issues
    .map(({ path, message }) => `${path.join(".") || "the decision"}: ${message}`)
    .join("; ");
}

/** Why a decision cannot be made on an article as it stands; null when it can. */
export function findWrongCall(
  { decision, on }: DeskCall,
  { article, claims }: CheckedArticle,
  to: VintageDate,
  held: readonly Vintage[],
): string | null {
  const { asOf, published, updated, desk } = article.frontmatter;
  const { slug } = article;
  const read = releasesRead(claims);
  const own = held.filter(({ release }) => read.has(release));
  const last = desk.at(-1);
  if (read.size > 0 && !own.some(({ date }) => date === to))
    return `${slug} reads nothing that had a vintage on ${to}. Vintages of what it reads: ${listDays(own)}`;
  if (last?.decision === "signed" && last.vintage === to)
    return `${slug} was signed at ${to} by ${last.by} on ${last.on}`;
  if (to < asOf) return `${slug} was written as of ${asOf}, after ${to}`;
  if (to === asOf)
    return `${slug} was written as of ${asOf}: it is ${decision} at a later vintage only`;
  if (decision === "left" && last?.decision === "left" && last.vintage === to)
    return `${slug} was left at ${to} by ${last.by} on ${last.on} already; sign it, or leave it at a later vintage`;
  if (last && to < last.vintage)
    return `${slug} was decided on at ${last.vintage} already, after ${to}`;
  const changed = decision === "signed" ? updated : published;
  const since = [to, last?.on ?? "", changed].sort().at(-1) ?? "";
  if (on < since)
    return `${slug} cannot be decided on ${on}, before ${since}: the day of the vintage, of the article or of the last decision`;
  return null;
}
