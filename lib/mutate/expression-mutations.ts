import { cutSentences } from "#lib/articles/sentence";
import type { SeriesReader } from "#lib/series/reader";
import { changeExpression } from "./expression-changes.ts";
import type { MarkedBlock, MarkedWords } from "./marked-blocks.ts";
import type { DocumentName, Mutation, MutationKind } from "./mutation.ts";

/** Every change of the expressions of a block's claims; the words stay. */
export async function mutateExpressions(
  block: MarkedBlock,
  document: DocumentName,
  reader: SeriesReader,
): Promise<Mutation[]> {
  const sentenceAround = cutSentences(block.text);
  const all = block.marks.map(async (mark): Promise<Mutation[]> => {
    const expression = mark.attributes.get("of") ?? mark.attributes.get("holds");
    if (mark.name !== "Claim" || expression === undefined) return [];
    const { value, start: offset } = expression;
    const changes = await changeExpression(value, reader);
    return changes.map(({ kind, start, end, replacement }) => ({
      kind,
      document,
      start: offset + start,
      end: offset + end,
      found: value.slice(start, end),
      replacement,
      sentence: describe(mark, sentenceAround, { value, start, end, replacement }),
      apart: isSame(block.text.slice(mark.from, mark.to), value, { kind, start, replacement })
        ? "same"
        : null,
      isLocked: true,
    }));
  });
  return (await Promise.all(all)).flat();
}

/**
 * Whether a change of a function leaves what the words can say: a change in percent has the direction of the change, and a
 * mean the sign of the sum. Only where a part of the expression is that function alone, or held against 0, and no amount is
 * printed.
 */
function isSame(
  words: string,
  value: string,
  { kind, start, replacement }: { kind: MutationKind; start: number; replacement: string },
): boolean {
  if (kind !== "expression: function" || /\d/.test(words)) return false;
  const alone =
    /(?<=^|;\s*)(?:change|pct_change|sum|mean)\([^();]*\)(?=\s*(?:;|$|[<>]=?\s*0\s*$))/g;
  const isAlone = [...value.matchAll(alone)].some(({ index }) => index === start);
  return isAlone && replacement !== "max" && replacement !== "min";
}

function describe(
  { from, to }: MarkedWords,
  sentenceAround: ReturnType<typeof cutSentences>,
  change: { value: string; start: number; end: number; replacement: string },
): string {
  const { before, claim, after } = sentenceAround(from, to);
  const { value, start, end, replacement } = change;
  const changed = `${value.slice(0, start)}[${value.slice(start, end)} → ${replacement}]${value.slice(end)}`;
  return `${before}«${claim}»${after} — ${changed}`.replaceAll(/\s+/g, " ");
}
