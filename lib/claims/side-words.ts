/** Which way a flow goes: bought (above 0) or sold (below 0). */
export type Side = "bought" | "sold";

/** `finite` says it of somebody; `gerund` after "were"; `party` after "net"; `noun` names a measure; `part` needs an amount; `sign` is of any value. */
export type SideForm = "finite" | "base" | "gerund" | "party" | "noun" | "part" | "sign";

export interface SideWord {
  readonly side: Side;
  readonly form: SideForm;
  readonly opposite: string;
}

const pairs: readonly (readonly [form: SideForm, bought: string, sold: string])[] = [
  ["finite", "bought", "sold"],
  ["finite", "purchased", "sold"],
  ["finite", "acquired", "shed"],
  ["finite", "accumulated", "offloaded"],
  ["finite", "accumulated", "dumped"],
  ["finite", "acquired", "unloaded"],
  ["finite", "acquired", "ditched"],
  ["finite", "hoarded", "liquidated"],
  ["finite", "amassed", "jettisoned"],
  ["finite", "buys", "sells"],
  ["gerund", "amassing", "unloading"],
  ["base", "buy", "sell"],
  ["gerund", "buying", "selling"],
  ["gerund", "purchasing", "selling"],
  ["party", "buyer", "seller"],
  ["party", "buyers", "sellers"],
  ["noun", "purchases", "sales"],
  ["noun", "purchase", "sale"],
  ["noun", "inflow", "outflow"],
  ["noun", "inflows", "outflows"],
  ["part", "added", "subtracted"],
  ["sign", "positive", "negative"],
];

export const sideWords: ReadonlyMap<string, SideWord> = buildWords();

function buildWords(): Map<string, SideWord> {
  const words = new Map<string, SideWord>();
  for (const [form, bought, sold] of pairs) {
    if (!words.has(bought)) words.set(bought, { side: "bought", form, opposite: sold });
    if (!words.has(sold)) words.set(sold, { side: "sold", form, opposite: bought });
  }
  return words;
}
