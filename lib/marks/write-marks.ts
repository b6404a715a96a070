import { parseArticle } from "#lib/articles/article";
import { checkArticle } from "#lib/articles/check-article";
import { checkVintages } from "#lib/articles/check-vintages";
import { heldDays } from "#lib/articles/held-days";
import { findUnmarked } from "#lib/articles/unmarked";
import type { TextSpan } from "#lib/claims/text-span";
import { groupBy } from "#lib/expressions/group-by";
import { createTrialGate, type TrialArticle } from "#lib/mutate/trial-gate";
import type { Nouns } from "#lib/nouns/nouns";
import type { Problem } from "#lib/series/problem";
import type { SeriesReader } from "#lib/series/reader";
import type { Vintage } from "#lib/series/vintage";
import type { FoundFigure, Proposal } from "#lib/suggest/found-figure";
import { claimTag } from "./claim-tag.ts";
import { applyEdits, mergeEdits, type Edit } from "./edits.ts";
import { markBlock, type Markable, type MarkEdit, type Trial } from "./mark-block.ts";
import { formsOf, proposalToWrite, type MarkForm } from "./mark-forms.ts";

/** What the gate asks of a mark. */
export interface MarkSetting {
  readonly reader: SeriesReader;
  /** Without them the words around a mark are not read. */
  readonly nouns: Nouns | null;
  readonly heldVintages: readonly Vintage[];
}

/** A draft that is written into. */
export interface Draft {
  readonly slug: string;
  readonly file: string;
  readonly source: string;
  readonly headlines: TrialArticle["headlines"];
  /** Where words stand in the source; null where a tag or a star stands among them. */
  readonly toSource: (span: TextSpan) => TextSpan | null;
  /** The block that a figure stands in: marks of one are tried together. */
  readonly blockOf: (offset: number) => number;
}

/** A mark that was written, by its place in the source as it was. */
export interface WrittenMark {
  readonly figure: FoundFigure;
  readonly words: string;
  readonly expression: string;
}

type WrittenEdit = WrittenMark & MarkEdit;

/** A figure that was left as it is. */
export interface LeftFigure {
  readonly figure: FoundFigure;
  readonly reason: string;
}

export interface WrittenMarks {
  readonly source: string;
  readonly written: readonly WrittenMark[];
  readonly left: readonly LeftFigure[];
}

/**
 * Puts a claim round each figure of a draft that has a sure proposal which the gate accepts with all that stands around. All
 * other characters stay as they are. What the gate has against the draft as it is is no obstacle; it gets no new problem.
 */
export async function writeMarks(
  draft: Draft,
  figures: readonly FoundFigure[],
  setting: MarkSetting,
): Promise<WrittenMarks> {
  const written: WrittenEdit[] = [];
  const left: LeftFigure[] = [];
  for (const block of groupBy(figures, ({ start }) => String(draft.blockOf(start)))) {
    const markable: Markable[] = [];
    for (const figure of block) {
      const proposal = proposalToWrite(figure);
      if (typeof proposal === "string") left.push({ figure, reason: proposal });
      else {
        const forms = formsOf(spansOf(figure, proposal, draft), proposal);
        markable.push({ figure, forms: editsOf(forms, draft) });
      }
    }
    if (markable.length === 0) continue;
    const trial = trialOf(draft, written, setting);
    if (trial === null) {
      const reason = "the article cannot be read; see `npx tickmark check`";
      left.push(...markable.map(({ figure }) => ({ figure, reason })));
      continue;
    }
    for (const { figure, edit, reason } of await markBlock(markable, trial)) {
      if (edit === null) left.push({ figure, reason });
      else written.push({ figure, ...edit });
    }
  }
  return settle(draft, written, left, setting);
}

/** The words to mark: a word that compares needs a claim as its figure does, and any other is better left outside. */
function spansOf(figure: TextSpan, { said }: Proposal, { source, toSource }: Draft): TextSpan[] {
  const own = { start: figure.start, end: figure.end };
  const [whole, inner] = [toSource(said), toSource(own)];
  if (whole === null || inner === null) return [own, said];
  if (whole.start === inner.start && whole.end === inner.end) return [own];
  const around = `${source.slice(whole.start, inner.start)}; ${source.slice(inner.end, whole.end)}`;
  return findUnmarked(around).length > 0 ? [said, own] : [own, said];
}

/** The forms whose words stand in one piece. */
function editsOf(forms: readonly MarkForm[], { source, toSource }: Draft): MarkEdit[] {
  return forms.flatMap(({ span, expression }) => {
    const place = toSource(span);
    if (place === null) return [];
    const words = source.slice(place.start, place.end);
    return [{ ...place, words, expression, replacement: claimTag(words, expression) }];
  });
}

/** How the gate takes claims beside what was written before; null for a draft that cannot be read. */
function trialOf(
  { slug, file, headlines, source }: Draft,
  written: readonly Edit[],
  { reader, nouns }: MarkSetting,
): Trial | null {
  const soFar = applyEdits(source, written);
  const { article } = parseArticle(soFar, { slug, file }, headlines);
  if (article === null) return null;
  const { tree, frontmatter: basis } = article;
  const gate = createTrialGate(
    { slug, file, source: soFar, tree, headlines, basis },
    reader,
    nouns,
  );
  return async (edits) => {
    const edit = mergeEdits(source, edits);
    if (edit === null) return [];
    const moved = movedBy(written, edit.start);
    const [start, end] = [edit.start + moved, edit.end + moved];
    const found = source.slice(edit.start, edit.end);
    const problems = await gate.problemsOf({
      ...{ kind: "expression: function", document: "article", apart: null, isLocked: false },
      ...{ start, end, found, replacement: edit.replacement, sentence: found },
    });
    return problems.map(({ message }) => message);
  };
}

/** Takes marks back until the whole article has no problem that it did not have, whatever a part of it looked like. */
async function settle(
  draft: Draft,
  written: readonly WrittenEdit[],
  left: readonly LeftFigure[],
  setting: MarkSetting,
): Promise<WrittenMarks> {
  const before = new Set((await problemsOf(draft, draft.source, setting)).map(nameOf));
  const kept = [...written];
  const dropped: LeftFigure[] = [];
  for (;;) {
    const source = applyEdits(draft.source, kept);
    const after = await problemsOf(draft, source, setting);
    const problem = after.find((one) => !before.has(nameOf(one)));
    if (problem === undefined || kept.length === 0) {
      const all = [...left, ...dropped].sort((one, other) => one.figure.start - other.figure.start);
      return { source, written: kept, left: all };
    }
    const last = kept.findLastIndex(({ start }) => lineOf(draft.source, start) <= problem.at.line);
    const [taken] = kept.splice(Math.max(0, last), 1);
    if (taken === undefined) throw new Error("A mark that is not there was taken back");
    const reason = `the gate refuses the article with it: ${problem.message}`;
    dropped.push({ figure: taken.figure, reason });
  }
}

async function problemsOf(
  { slug, file, headlines }: Draft,
  source: string,
  { reader, nouns, heldVintages }: MarkSetting,
): Promise<Problem[]> {
  const { article, problems } = parseArticle(source, { slug, file }, headlines);
  if (article === null) return problems;
  const checked = await checkArticle(article, reader, nouns);
  return [...problems, ...checked.problems, ...checkVintages(checked, heldDays(heldVintages))];
}

function nameOf({ kind, message }: Problem): string {
  return `${kind}: ${message}`;
}

/** Tags hold no line breaks, so a line of the source stays that line. */
function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}

function movedBy(edits: readonly Edit[], offset: number): number {
  return edits
    .filter(({ start }) => start < offset)
    .reduce((sum, { start, end, replacement }) => sum + replacement.length - (end - start), 0);
}
