import type { FeedDocument, FeedEntry, KnownChange, PlannedEntry, PlannedFeed } from "./feed.ts";

/**
 * So many entries has an archive, and at least so many the document that readers subscribe to. An article with its charts
 * described is some twenty kilobytes, and the document is fetched whole whenever it has changed.
 */
export const entriesInArchive = 20;

/**
 * The document that readers subscribe to (`archive` null), or one archive of older entries, counted from the oldest; null when
 * there is no such archive. Entries come newest first by the instant they were published, and those of one instant by id, whatever
 * their order in the input; a correction of a day alone comes before what it may be of. Older entries that have changed since are in both. An archive never loses or gains an entry while new ones come (RFC 5005, section 4).
 */
export async function feedDocument(
  { subject, entries }: PlannedFeed,
  archive: number | null,
): Promise<FeedDocument | null> {
  const oldestFirst = [...entries].sort(byAge);
  const archives = Math.max(0, Math.floor(oldestFirst.length / entriesInArchive) - 1);
  if (archive !== null && !(Number.isInteger(archive) && archive >= 1 && archive <= archives)) {
    return null;
  }
  const [from, to] =
    archive === null
      ? [archives * entriesInArchive, oldestFirst.length]
      : [(archive - 1) * entriesInArchive, archive * entriesInArchive];
  const own = oldestFirst.slice(from, to);
  const changed = archive === null ? changedSince(own[0], oldestFirst.slice(0, from)) : [];
  const chosen = [...changed, ...own].reverse();
  return { subject, entries: await Promise.all(chosen.map(writeEntry)), archive, archives };
}

/**
 * Of older entries those that changed, or came, since the newest document begins: nobody reads an archive again. There are at
 * most as many as in an archive, the last to change.
 */
function changedSince(
  first: PlannedEntry | undefined,
  older: readonly PlannedEntry[],
): readonly PlannedEntry[] {
  if (first === undefined) return [];
  return older
    .filter(({ published, updated }) => updated > published && updated >= first.published)
    .sort((left, right) => compareText(left.updated, right.updated))
    .slice(-entriesInArchive)
    .sort(byAge);
}

async function writeEntry({ write, ...heading }: PlannedEntry): Promise<FeedEntry> {
  return { ...heading, ...(await write()) };
}

/** The instant at which anything in the document last changed; null when it is empty. */
export function lastChange({ entries }: Pick<FeedDocument, "entries">): string | null {
  return latest(entries.map(({ updated }) => updated));
}

/** What is known of the last change of anything in a document. */
export function changeOf({ entries }: Pick<FeedDocument, "entries">): KnownChange {
  const came = latest(entries.flatMap(({ changed }) => changed.came?.toISOString() ?? []));
  return {
    day: latest(entries.flatMap(({ changed }) => changed.day ?? [])),
    came: came === null ? null : new Date(came),
  };
}

function latest(times: readonly string[]): string | null {
  return times.reduce<string | null>(
    (last, time) => (last === null || time > last ? time : last),
    null,
  );
}

function byAge(left: PlannedEntry, right: PlannedEntry): number {
  return (
    compareText(left.published, right.published) ||
    Number(left.kind === "correction") - Number(right.kind === "correction") ||
    compareText(right.id, left.id)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
