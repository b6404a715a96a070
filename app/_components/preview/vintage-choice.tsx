import Link from "next/link";
import { formatDay } from "#lib/series/format";
import type { ReadArticle } from "#lib/site/preview-page";
import { previewPath } from "./preview-path.ts";
import { outcomeOf } from "./preview-claim.tsx";

/** Reads all claims at another vintage, and says how many would not hold there; works without JavaScript. */
export function VintageChoice({ read }: { read: ReadArticle }) {
  const { page, vintages, readAt } = read;
  return (
    <>
      <form className="preview-as-of" action={previewPath(page.slug)} method="get">
        <label htmlFor="preview-at">As of</label>
        <select id="preview-at" name="at" defaultValue={readAt ?? page.asOf} key={readAt}>
          {vintages.map((day) => (
            <option key={day} value={day}>
              {formatDay(day)}
              {day === page.asOf ? ", its own" : ""}
            </option>
          ))}
        </select>
        <button type="submit">Read</button>
      </form>
      {readAt === null ? null : (
        <p className="preview-read-at" role="status">
          {sayReading(read)}{" "}
          <Link href={previewPath(page.slug)} prefetch={false}>
            Back to its own vintage
          </Link>
        </p>
      )}
    </>
  );
}

/** "As of February 18, 2026, 4 of 92 claims would not hold; 3 name a vintage themselves." */
function sayReading({ claims, page, readAt }: ReadArticle): string {
  const kinds = claims
    .filter(({ other }) => other !== null)
    .map((claim) => outcomeOf(claim, { page, readAt }).kind);
  const failing = kinds.filter((kind) => kind === "drifted" || kind === "flipped").length;
  const silent = kinds.filter((kind) => kind === "unanswered").length;
  const pinned = claims.filter(({ isPinned }) => isPinned).length;
  const parts = [
    `As of ${formatDay(readAt ?? page.asOf)}, ${failing} of ${kinds.length} claims would not hold`,
    ...(silent === 0 ? [] : [`${silent} could not be answered`]),
    ...(pinned === 0
      ? []
      : [
          `${pinned} ${pinned === 1 ? "names its vintage itself" : "name their vintage themselves"}`,
        ]),
  ];
  return `${parts.join("; ")}.`;
}
