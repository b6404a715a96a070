import { judgeSaying } from "#lib/claims/judge-saying";
import type { Judgement } from "#lib/claims/judgement";
import { readSayings } from "#lib/claims/read-sayings";
import type { Saying } from "#lib/claims/saying";
import { evaluateExpression } from "#lib/expressions/evaluate";
import type { Evaluation } from "#lib/expressions/value";
import type { VintageDate } from "#lib/series/observation";
import type { FoundFigure, Proposal } from "#lib/suggest/found-figure";
import type { KnownRevisions } from "#lib/suggest/revisions-reader";
import type { SuggestSetting } from "#lib/suggest/setting";

/** What figures are described from. `day` is the vintage that the text is held against. */
export interface FigureSetting {
  readonly setting: SuggestSetting;
  readonly known: KnownRevisions;
  readonly day: VintageDate;
}

/** What the words say, where they say one thing. */
export function sayingOf(source: string, { said }: FoundFigure): Saying | null {
  const read = readSayings(source.slice(said.start, said.end));
  return "sayings" in read && read.sayings.length === 1 ? (read.sayings[0] ?? null) : null;
}

/** What they say held against a value; null where they say nothing that it could be. */
export function judge(saying: Saying | null, evaluation: Evaluation): Judgement | null {
  const judged = saying && judgeSaying(saying, evaluation);
  return judged && "verdict" in judged ? judged : null;
}

/** A reading as of a vintage; undefined where that does not have all it rests on. */
export async function evaluateAt(
  { tree }: Proposal,
  { known }: FigureSetting,
  vintage: VintageDate,
): Promise<Evaluation | undefined> {
  const result = await evaluateExpression(tree, known.reader, vintage);
  return result.ok ? result.evaluation : undefined;
}
