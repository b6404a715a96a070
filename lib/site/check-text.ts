import type { VintageDate } from "#lib/series/observation";
import { describedFigures } from "./check-text-figure.ts";
import type { CheckedFigure } from "./check-text-receipt.ts";
import type { Outcome } from "#lib/suggest/found-figure";
import { knownRevisions } from "#lib/suggest/revisions-reader";
import type { SuggestSetting } from "#lib/suggest/setting";
import { splitText } from "#lib/suggest/split-text";
import { suggest } from "#lib/suggest/suggest";
import { blocksOf, type CheckedBlock } from "./check-text-blocks.ts";
import { cleanText } from "./check-text-clean.ts";
import type { CheckQuery } from "./check-text-query.ts";
import { fitFigures } from "./check-text-room.ts";
import type { Receipt } from "./receipt.ts";

/** A text with each of its figures held against the store: data only, ready to print, and safe to hand to another thread. */
export interface CheckedText {
  /** The text as it was read. */
  readonly text: string;
  readonly blocks: readonly CheckedBlock[];
  /** In the order of the text. */
  readonly figures: readonly CheckedFigure[];
  /** The files behind the figures that are told in full. */
  readonly files: Receipt["snapshots"];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** How many more figures it has than are read. */
  readonly left: number;
  /** The day whose figures it was held against. */
  readonly asOf: VintageDate;
  /** Whether that is the newest vintage held. */
  readonly isNewest: boolean;
  /** What was done to the text before it was read, in sentences. */
  readonly notices: readonly string[];
}

/** Holds a pasted text against the store. Rejects when the store fails; a text of any kind has an answer. */
export async function checkText(
  { text: pasted, asOf }: CheckQuery,
  setting: SuggestSetting,
): Promise<CheckedText> {
  const { text, notices } = cleanText(pasted);
  const newest = newestOf(setting);
  const day = asOf ?? newest;
  const parts = splitText(text);
  const found = await suggest(parts, setting, { asOf });
  const known = knownRevisions(setting);
  const described = await describedFigures(text, found.figures, { setting, known, day });
  const counts = { supported: 0, drifted: 0, contradicted: 0, unknown: 0 };
  for (const { outcome } of described) counts[outcome] += 1;
  return {
    ...{ text, counts, notices },
    ...fitFigures(described, text),
    blocks: blocksOf(text, parts, found.figures),
    left: found.left,
    asOf: day,
    isNewest: day >= newest,
  };
}

function newestOf({ vintages }: SuggestSetting): VintageDate {
  const newest = vintages
    .map(({ date }) => date)
    .sort()
    .at(-1);
  if (newest === undefined)
    throw new Error("The store holds no vintage: load one with npx tickmark ingest");
  return newest;
}
