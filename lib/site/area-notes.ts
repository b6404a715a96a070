import type { SeriesReader } from "#lib/series/reader";
import type { Area, AreaKind, Series } from "#lib/series/series";

/** What a kind of area is called on its page. */
export const kindNames = {
  country: "Country",
  region: "Region",
  memo: "Memo item",
  organisation: "Organizations",
  "of-which": "Part of a total",
  total: "Total",
  group: "Group of holders",
} as const satisfies Record<AreaKind, string>;

const kindNotes: Readonly<Record<AreaKind, string | null>> = {
  country: null,
  region:
    "A region’s total holds its countries, those that no table lists one by one among them. It is not ranked with countries.",
  memo: "A memo item cuts across the regions: its members are counted in their own rows already. It is not ranked, and must not be added to anything.",
  organisation:
    "International and regional organizations stand beside the countries in the grand total. They are not ranked with countries.",
  "of-which":
    "A part of the grand total by kind of holder or of security, for all areas together. The tables do not publish this split by country.",
  total: "A total of all areas. It is not ranked with countries.",
  group: "A group of several places, or a rest. It is not ranked with countries.",
};

/**
 * What a reader must know before reading an area's figures as a statement about its people; and of a country, what its
 * series say that no other country's do (a depository, an oddity of the record).
 */
export async function notesOn(
  { kind }: Pick<Area, "kind">,
  series: readonly Series[],
  reader: SeriesReader,
): Promise<string[]> {
  const about = kindNotes[kind];
  if (about !== null) return [about];
  const holdings = series.filter(({ key, area }) =>
    notedIn.some((stem) => key === `${stem}.${area}`),
  );
  const own = await Promise.all(holdings.map((one) => notesOfItsOwn(one, reader)));
  return [
    "Figures are by residence, not nationality: a security counts for the country in which its holder, or the holder’s custodian, is.",
    ...new Set(own.flat()),
  ];
}

/** Series whose notes may be about a country. */
const notedIn = ["slt3.total.holdings", "slt1.total.holdings", "mfh.holdings"] as const;

async function notesOfItsOwn({ key, notes }: Series, reader: SeriesReader): Promise<string[]> {
  const others = (await reader.peers(key)).filter((peer) => peer.key !== key);
  const general = new Set(others.flatMap((peer) => peer.notes));
  return notes.filter((note) => !general.has(note));
}

/** "the United Kingdom", "Japan": as a country is called within a sentence. */
export function nameInSentence(name: string): string {
  return /(?:Islands|Kingdom|Republic|Emirates|Netherlands|Netherlands Antilles|Philippines|Bahamas|Seychelles|Isle of Man)$/.test(
    name,
  )
    ? `the ${name}`
    : name;
}
