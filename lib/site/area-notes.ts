import type { Area, AreaKind } from "#lib/series/series";

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

/** Centers of custody and funds: much of what is recorded there belongs to owners elsewhere. */
const custodyCentres: ReadonlySet<string> = new Set([
  "belgium",
  "cayman-islands",
  "ireland",
  "luxembourg",
  "switzerland",
  "united-kingdom",
]);

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

/** What a reader must know before reading an area's figures as a statement about its people. */
export function notesOn({ slug, name, kind }: Pick<Area, "slug" | "name" | "kind">): string[] {
  const about = kindNotes[kind];
  if (about !== null) return [about];
  const residence =
    "Figures are by residence, not nationality: a security counts for the country in which its holder, or the holder’s custodian, is.";
  return custodyCentres.has(slug)
    ? [
        residence,
        `${name} is a center of custody and funds. Much of what is recorded here is held for owners in other countries, whom the data do not show.`,
      ]
    : [residence];
}
