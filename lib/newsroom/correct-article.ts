import { z } from "zod";
import { parseArticle, type ChartHeadline } from "#lib/articles/article";
import { withoutByteOrderMark } from "#lib/articles/byte-order-mark";
import { checkCorrections } from "#lib/articles/check-corrections";
import { cutFrontmatter } from "#lib/articles/cut-frontmatter";
import { withIds } from "#lib/articles/correction-id";
import { parseFrontmatter, type WrittenCorrection } from "#lib/articles/frontmatter";
import { isBefore, isToCome, readTime, type SaidTime } from "#lib/articles/publication-time";
import { timestampInNewYork } from "#lib/series/new-york";
import { formatProblem, type Problem } from "#lib/series/problem";
import { editFrontmatter } from "./edit-frontmatter.ts";

const longest = 300;

function textOf(what: string) {
  const message = `expected ${what}: one line of at most ${longest} characters`;
  return z
    .string(message)
    .trim()
    .min(1, message)
    .max(longest, message)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, message);
}

const callShape = z
  .strictObject({
    // First, as editors write it: the fields are written in this order.
    date: z.string().superRefine((text, context) => {
      const read = readTime(text);
      if (!read.ok) context.addIssue({ code: "custom", message: read.message });
    }),
    wrong: textOf("what the article said"),
    right: textOf("what it says now"),
    why: textOf("how it came to be wrong"),
  })
  .refine(({ wrong, right }) => wrong !== right, {
    path: ["right"],
    message: "expected another text than in --wrong: nothing would be corrected",
  });

/**
 * Reads a correction as it was asked for; what is wrong with it, in one line, when it cannot be. One without a date is made now, to
 * the second: readers of feeds go by the time, and a day may see two. Of another date, it says besides when it was recorded.
 */
export function readCorrection(
  { date, ...texts }: Readonly<Record<"wrong" | "right" | "why", unknown>> & { date: unknown },
  now: Date,
): WrittenCorrection | string {
  const read = callShape.safeParse({ ...texts, date: date ?? timestampInNewYork(now) });
  if (read.success && isToCome(timeOf(read.data.date), now))
    return `--date: expected a day or a time up to now, ${timestampInNewYork(now)} in New York; found ${read.data.date}`;
  if (read.success) {
    const { date: own, ...rest } = read.data;
    return date === null ? read.data : { date: own, recorded: timestampInNewYork(now), ...rest };
  }
  return read.error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("; ");
}

/** Where and when an article is corrected; what is wrong may stand in the headlines of its charts. */
export interface CorrectionGround {
  readonly file: string;
  readonly now: Date;
  readonly headlines: ReadonlyMap<string, ChartHeadline>;
  /** Ids of corrections that were ever recorded: none of them is given again. */
  readonly recorded: readonly string[];
}

/** The source as it is to be, and the id of its new correction; or why there is none. */
export type Corrected =
  | { readonly ok: true; readonly source: string; readonly id: string }
  | { readonly ok: false; readonly message: string };

/**
 * The source of an article with a correction more in its frontmatter, under an id of its own, and `updated` now, whatever day the
 * correction is of: that is when the article changed. Every other byte stays. Refused where readers cannot have seen what was wrong, where the same is told already, and where the text says otherwise.
 */
export function correctArticle(
  source: string,
  correction: WrittenCorrection,
  { file, now, headlines, recorded }: CorrectionGround,
): Corrected {
  const read = readFields(source, file);
  if (typeof read === "string") return refused(read);
  const { draft, appears, said, corrections } = read;
  if (draft) return refused("it is a draft, which no reader has seen: mend its words instead");
  if (appears > now.toISOString())
    return refused(`it appears at ${appears}, and no reader has seen it: mend its words instead`);
  const { date, wrong, right } = correction;
  if (isBefore(timeOf(date), said.published))
    return refused(
      `expected a date from ${said.published.text} on, when it was published; found ${date}`,
    );
  const same = corrections.find((one) => one.wrong === wrong && one.right === right);
  if (same !== undefined) return refused(`the same was corrected on ${same.date} already`);
  const changed = timestampInNewYork(now);
  const [added] = withIds([...recorded, ...corrections.map(({ id }) => id)], [correction]);
  if (added?.id === undefined) throw new TypeError("A correction was given no id");
  const edited = editFrontmatter(source, {
    set: isBefore(timeOf(changed), said.updated) ? {} : { updated: changed },
    append: { corrections: [added] },
  });
  if (!edited.ok) return edited;
  const after = readFields(edited.source, file);
  if (typeof after === "string") return refused(after);
  const { article } = parseArticle(edited.source, { slug: "corrected", file }, headlines);
  if (article?.complete !== true)
    return refused("its text cannot be read whole; npx tickmark check says why: mend it first");
  const untrue = checkCorrections(article);
  return untrue.length === 0
    ? { ok: true, source: edited.source, id: added.id }
    : refused(untrue.map(withoutPlace).join("\n"));
}

/** Of a text that has been read as a time before. */
function timeOf(text: string): SaidTime {
  const read = readTime(text);
  if (!read.ok) throw new TypeError(read.message);
  return read;
}

/** The correction is not in the file yet, so it has no place there. */
function withoutPlace({ message, fix }: Problem): string {
  return fix === undefined ? message : `${message}\n    fix: ${fix}`;
}

/** What the frontmatter says, or why that cannot be known. */
function readFields(source: string, file: string) {
  const cut = cutFrontmatter(withoutByteOrderMark(source), file);
  if (cut.yaml === null) return cut.problems.map(formatProblem).join("\n");
  const { frontmatter, problems } = parseFrontmatter(cut.yaml, file, 2);
  return frontmatter === null || problems.length > 0
    ? `the frontmatter has problems; mend them first\n${problems.map(formatProblem).join("\n")}`
    : frontmatter;
}

function refused(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
