import { monthNames } from "#lib/series/format";
import { numberNames } from "#lib/series/number-names";
import type { MutationKind } from "./mutation.ts";

/**
 * Words that can stand for one another in a sentence and mean something else. Each entry is one meaning; forms of one
 * meaning are separated by `|`, and the first is what stands in for another meaning.
 */
export interface SwapTable {
  readonly kind: MutationKind;
  /** How many of the other meanings are tried, from the next on. */
  readonly most: number;
  /** What must stand before or behind the word, as the source of a pattern. */
  readonly before?: string;
  readonly behind?: string;
  readonly sets: readonly (readonly string[])[];
}

const counts = numberNames.slice(1);

// The formatter would give each word a line of its own.
// oxfmt-ignore
export const swapTables: readonly SwapTable[] = [
  {
    kind: "direction",
    most: 1,
    sets: [
      ["rose|climbed|grew|increased|gained|jumped", "fell|dropped|declined|shrank|decreased|lost|slipped"],
      ["rise|increase|growth|gain", "fall|drop|decline|decrease"],
      ["rises|grows|increases", "falls|declines|decreases"],
      ["risen|grown", "fallen|shrunk"],
      ["rising|growing|increasing", "falling|shrinking|declining"],
      ["added", "took off"],
      ["higher", "lower"],
      ["up from", "down from"],
      ["doubled", "halved"],
      ["unchanged", "higher"],
    ],
  },
  {
    kind: "side",
    most: 1,
    sets: [
      ["bought|purchased", "sold"],
      ["buy", "sell"],
      ["buying", "selling"],
      ["buyer", "seller"],
      ["buyers", "sellers"],
      ["net purchases", "net sales"],
      ["purchases", "sales"],
      ["purchase", "sale"],
      ["inflow", "outflow"],
    ],
  },
  {
    kind: "comparison",
    most: 2,
    sets: [
      ["more than", "less than"],
      ["nearly twice", "more than twice", "nearly three times"],
      ["twice", "three times"],
      ["half", "a third", "three-quarters"],
      ["two-fifths", "three-fifths", "four-fifths"],
      ["a twentieth", "a tenth"],
      ["nearly all", "hardly any"],
      ["all of", "none of"],
      ["four times", "five times"],
      ["above", "below"],
    ],
  },
  {
    kind: "rank",
    most: 3,
    sets: [
      ["largest", "smallest", "second-largest", "third-largest"],
      ["highest", "lowest", "second-highest", "third-highest"],
    ],
  },
  { kind: "rank", most: 1, before: "the ", sets: [["most", "least"]] },
  { kind: "comparison", most: 1, behind: " of", sets: [["most", "little"]] },
  { kind: "count", most: 1, sets: [counts, counts.toReversed()] },
  {
    kind: "unit",
    most: 2,
    sets: [["million", "billion", "trillion"], ["percent", "percentage points"]],
  },
  {
    kind: "class",
    most: 5,
    sets: [
      [
        "stocks|equities", "Treasury bonds and notes|Treasury bonds", "corporate bonds", "agency bonds|agencies",
        "Treasury securities|all Treasuries|Treasuries", "Treasury bills|bills",
        "long-term securities|long-term U.S. securities",
      ],
      ["Treasury holdings", "stock holdings", "agency holdings"],
    ],
  },
  {
    kind: "measure",
    most: 2,
    sets: [
      ["holdings", "net purchases|purchases|net sales|sales|buying", "valuation changes|valuation change|valuation|price changes"],
      ["held", "bought|sold"],
    ],
  },
  {
    // An official holder who buys is an official buyer.
    kind: "measure",
    most: 1,
    before: "(?<!official )",
    sets: [
      ["holder", "buyer"],
      ["holders", "buyers"],
    ],
  },
  {
    kind: "holder",
    most: 2,
    sets: [
      ["foreigners|foreign residents|foreign investors|all foreigners", "private investors", "officials|official holders"],
      ["foreign", "private", "official"],
    ],
  },
  {
    kind: "area",
    most: 3,
    sets: [
      [
        "Japan", "China", "United Kingdom", "Canada", "Belgium", "El Salvador", "Luxembourg", "Cayman Islands",
        "Ireland", "Switzerland", "Hong Kong", "Denmark",
      ],
      ["Canadian", "Danish", "Japanese", "Chinese"],
    ],
  },
  { kind: "period", most: 1, sets: [monthNames, monthNames.toReversed()] },
  {
    kind: "period",
    most: 1,
    sets: [
      ["year-end", "mid-year"],
      ["that month", "that year"],
      ["over the year", "over the month"],
      ["for the year", "for the month"],
      ["the year’s", "the month’s"],
    ],
  },
];
