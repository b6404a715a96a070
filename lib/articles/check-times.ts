import type { Place, Problem } from "#lib/series/problem";
import type { Article } from "./article.ts";
import { isBefore, isToCome, type SaidTime } from "./publication-time.ts";

/** A change that an article tells of, after its publication. Plain data, as findings are kept. */
export interface ToldChange extends SaidTime {
  /** `updated`, or `corrections.0.date`. */
  readonly field: string;
  readonly at: Place;
}

/** The changes that an article tells of. What is as old as the publication is to come for as long as that, and no longer. */
export function toldChanges({ frontmatter, fieldPlace }: Article): ToldChange[] {
  const { said, corrections, unread } = frontmatter;
  if (["published", "updated", "corrections"].some((field) => unread.has(field))) return [];
  const told: ToldChange[] = [
    { field: "updated", ...said.updated, at: fieldPlace(["updated"]) },
    ...corrections.flatMap(({ date, instant, recorded }, position) =>
      [
        { name: "date", text: instant ?? date, day: date, instant: instant ?? null },
        ...(recorded === undefined
          ? []
          : [{ name: "recorded", text: recorded, day: recorded.slice(0, 10), instant: recorded }]),
      ].map(({ name, ...said }) => ({
        ...{ field: `corrections.${position}.${name}`, ...said },
        at: fieldPlace(["corrections", position, name]),
      })),
    ),
  ];
  return told.filter((change) => isBefore(said.published, change));
}

/**
 * Changes that are to come at `now`: feeds would be dated by them, and readers take a time that never was for a mistake. Nothing
 * that passes here is found later: time only goes on.
 */
export function checkTimes(changes: readonly ToldChange[], now: Date): Problem[] {
  return changes
    .filter((change) => isToCome(change, now))
    .map(({ field, text, at }) => ({
      kind: "time-to-come",
      message: `${field}: ${text} is yet to come, and says when the article was changed`,
      at,
      fix: "write the day or the time of the change; of an article that is yet to appear, what `published` says",
    }));
}
