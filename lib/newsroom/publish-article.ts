import { withoutByteOrderMark } from "#lib/articles/byte-order-mark";
import { cutFrontmatter } from "#lib/articles/cut-frontmatter";
import { parseFrontmatter } from "#lib/articles/frontmatter";
import { appearsAt, readTime } from "#lib/articles/publication-time";
import { timestampInNewYork } from "#lib/series/new-york";
import type { Problem } from "#lib/series/problem";
import { editFrontmatter } from "./edit-frontmatter.ts";

/** When an article is to appear, as it was asked for. */
export interface PublicationCall {
  readonly file: string;
  /** `published` as it is to be written; null for now, or for the time to come that the draft has already. */
  readonly at: string | null;
  readonly now: Date;
}

/** What publishing makes of the source of an article. */
export type Publication =
  | {
      readonly state: "ready";
      /** With its dates, and without `draft`. */
      readonly source: string;
      /** The instant from which on readers see it. */
      readonly appears: string;
      /** The line of the file that was taken away; null when none was. */
      readonly removed: number | null;
    }
  /** Nothing is to be done: readers see it since then, or will. */
  | { readonly state: "published"; readonly appears: string }
  | {
      readonly state: "refused";
      readonly message: string;
      readonly problems: readonly Problem[];
    };

/** The source of a draft, or of an article that nobody sees yet, as it is to be published; all else of it stays. */
export function publishArticle(source: string, { file, at, now }: PublicationCall): Publication {
  const cut = cutFrontmatter(withoutByteOrderMark(source), file);
  const parsed = cut.yaml === null ? null : parseFrontmatter(cut.yaml, file, 2);
  const frontmatter = parsed?.frontmatter ?? null;
  // Other fields may be wrong: those of the dates are written anew, and the gate tells the rest.
  if (parsed === null || frontmatter === null || frontmatter.unread.has("draft"))
    return refused("its frontmatter cannot be read", parsed?.problems ?? cut.problems);
  const { draft, appears, said } = frontmatter;
  const instant = now.toISOString();
  const isToCome = appears > instant;
  if (!draft && !isToCome && at !== null)
    return refused(`it is published since ${appears}, and what readers have seen keeps its day`);
  if (!draft && (!isToCome || at === null)) return { state: "published", appears };
  // What was corrected or signed was published before, and keeps its days.
  const hasPast = frontmatter.corrections.length > 0 || frontmatter.desk.length > 0;
  const keepsTime = at === null && (isToCome || hasPast);
  const asked = keepsTime
    ? ({ ok: true, ...said.published } as const)
    : readTime(at ?? timestampInNewYork(now));
  if (!asked.ok) return refused(`--at: ${asked.message}`);
  if (at !== null && appearsAt(asked) <= instant)
    return refused(`--at: expected a time to come; ${at} is past. Leave it out to publish now`);
  const edited = editFrontmatter(source, {
    set: {
      ...(asked.text === said.published.text ? {} : { published: asked.text }),
      ...(hasPast || asked.text === said.updated.text ? {} : { updated: asked.text }),
    },
    remove: draft ? ["draft"] : [],
  });
  if (!edited.ok) return refused(edited.message);
  const removed = draft ? parsed.placeOf(["draft"]).line : null;
  return { state: "ready", source: edited.source, appears: appearsAt(asked), removed };
}

function refused(message: string, problems: readonly Problem[] = []): Publication {
  return { state: "refused", message, problems };
}
